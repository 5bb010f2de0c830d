import { Module } from '@nestjs/common';
import { CertificatesModule } from '../certificates/certificates.module.js';
import { ReportingModule } from '../reporting/reporting.module.js';
import { WorkflowModule } from '../workflow/workflow.module.js';
import { CartController } from './cart.controller.js';
import { CartService } from './cart.service.js';
import { CartSources } from './cart-sources.js';
import { ClaimsController } from './claims.controller.js';
import { SubmissionService } from './submission.service.js';
import { WhyService } from './why.service.js';

/** The learner's claim: cart, submission, amendment. */
@Module({
  imports: [WorkflowModule, CertificatesModule, ReportingModule],
  controllers: [CartController, ClaimsController],
  providers: [CartService, CartSources, SubmissionService, WhyService],
  exports: [CartService],
})
export class ClaimsModule {}
