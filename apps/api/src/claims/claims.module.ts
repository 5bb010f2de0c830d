import { Module } from '@nestjs/common';
import { CertificatesModule } from '../certificates/certificates.module.js';
import { ReportingModule } from '../reporting/reporting.module.js';
import { WorkflowModule } from '../workflow/workflow.module.js';
import { CartController } from './cart.controller.js';
import { CartService } from './cart.service.js';
import { CartSources } from './cart-sources.js';
import { ClaimHistoryController } from './claim-history.controller.js';
import { ClaimHistoryService } from './claim-history.service.js';
import { ClaimPreviewService } from './claim-preview.service.js';
import { ClaimsController } from './claims.controller.js';
import { SubmissionService } from './submission.service.js';
import { WhyService } from './why.service.js';

/** The learner's claim: cart, submission, amendment. */
@Module({
  imports: [WorkflowModule, CertificatesModule, ReportingModule],
  controllers: [CartController, ClaimsController, ClaimHistoryController],
  providers: [
    CartService,
    CartSources,
    ClaimHistoryService,
    ClaimPreviewService,
    SubmissionService,
    WhyService,
  ],
  exports: [CartService],
})
export class ClaimsModule {}
