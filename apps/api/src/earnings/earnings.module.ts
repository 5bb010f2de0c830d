import { Module } from '@nestjs/common';
import { ClaimsModule } from '../claims/claims.module.js';
import { WorkflowModule } from '../workflow/workflow.module.js';
import { CreditWarningsService } from './credit-warnings.service.js';
import { EarningsController } from './earnings.controller.js';
import { EarningsService } from './earnings.service.js';
import { SelectionService } from './selection.service.js';

/** Credit that accrues from completions until it is claimed. */
@Module({
  imports: [WorkflowModule, ClaimsModule],
  controllers: [EarningsController],
  providers: [CreditWarningsService, EarningsService, SelectionService],
})
export class EarningsModule {}
