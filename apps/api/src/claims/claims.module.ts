import { Module } from '@nestjs/common';
import { CertificatesModule } from '../certificates/certificates.module.js';
import { LearnerIdentifiersModule } from '../learners/learner-identifiers.service.js';
import { ReportingModule } from '../reporting/reporting.module.js';
import { WorkflowModule } from '../workflow/workflow.module.js';
import { CartController } from './cart.controller.js';
import { ChoicesController } from './choices.controller.js';
import { ChoicesService } from './choices.service.js';
import { CartService } from './cart.service.js';
import { CartSources } from './cart-sources.js';
import { ClaimsController } from './claims.controller.js';
import { IdempotencyKeysPurge } from './idempotency-keys.purge.js';
import { SubmissionService } from './submission.service.js';
import { WhyService } from './why.service.js';

/** The learner's claim: cart, submission, amendment. */
@Module({
  imports: [WorkflowModule, CertificatesModule, ReportingModule, LearnerIdentifiersModule],
  controllers: [CartController, ChoicesController, ClaimsController],
  providers: [CartService, CartSources, ChoicesService, IdempotencyKeysPurge, SubmissionService, WhyService],
})
export class ClaimsModule {}
