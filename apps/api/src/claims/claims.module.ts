import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../catalogue/activities.module.js';
import { CertificatesModule } from '../certificates/certificates.module.js';
import { LearnerIdentifiersModule } from '../learners/learner-identifiers.service.js';
import { ReportingModule } from '../reporting/reporting.module.js';
import { WorkflowModule } from '../workflow/workflow.module.js';
import { CartController } from './cart.controller.js';
import { CartService } from './cart.service.js';
import { CartSources } from './cart-sources.js';
import { ChoicesController } from './choices.controller.js';
import { ChoicesService } from './choices.service.js';
import { ClaimActionsService } from './claim-actions.service.js';
import { ClaimDocumentsService } from './claim-documents.service.js';
import { ClaimHistoryController } from './claim-history.controller.js';
import { ClaimHistoryService } from './claim-history.service.js';
import { ClaimPreviewService } from './claim-preview.service.js';
import { NameSheetService } from './name-sheet.service.js';
import { ClaimSummaries } from './claim-summaries.service.js';
import { ClaimsController } from './claims.controller.js';
import { IdempotencyKeysPurge } from './idempotency-keys.purge.js';
import { ReportStandings } from './report-standings.service.js';
import { StaffClaimsController } from './staff-claims.controller.js';
import { StaffClaimsService } from './staff-claims.service.js';
import { SubmissionService } from './submission.service.js';
import { WhyService } from './why.service.js';

/** The learner's claim: cart, submission, amendment; and what the society does to it afterwards. */
@Module({
  imports: [WorkflowModule, ActivitiesModule, CertificatesModule, ReportingModule, LearnerIdentifiersModule],
  controllers: [
    CartController,
    ChoicesController,
    ClaimsController,
    ClaimHistoryController,
    StaffClaimsController,
  ],
  providers: [
    CartService,
    CartSources,
    ChoicesService,
    ClaimSummaries,
    ClaimActionsService,
    ClaimDocumentsService,
    ClaimHistoryService,
    ClaimPreviewService,
    NameSheetService,
    IdempotencyKeysPurge,
    ReportStandings,
    StaffClaimsService,
    SubmissionService,
    WhyService,
  ],
  exports: [CartService, ClaimSummaries, ClaimActionsService, ClaimDocumentsService, StaffClaimsService],
})
export class ClaimsModule {}
