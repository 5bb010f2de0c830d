import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../catalogue/activities.module.js';
import { ProgrammeModule } from '../catalogue/programme/programme.module.js';
import { ClaimStandingModule } from '../claim-standing/claim-standing.module.js';
import { WorkflowModule } from '../workflow/workflow.module.js';
import { AnonymousEvaluationsService } from './anonymous-evaluations.service.js';
import { AnonymousPublishing } from './anonymous-publishing.service.js';
import { ClosedClaims } from './closed-claims.service.js';
import { EvaluationFormsService } from './evaluation-forms.service.js';
import { EvaluationResultsController } from './evaluation-results.controller.js';
import { EvaluationResultsService } from './evaluation-results.service.js';
import { EvaluationSubjects } from './evaluation-subjects.js';
import { EvaluationsController } from './evaluations.controller.js';
import { EvaluationsService } from './evaluations.service.js';

/** Forms, and what learners answer. */
@Module({
  imports: [ActivitiesModule, ProgrammeModule, ClaimStandingModule, WorkflowModule],
  controllers: [EvaluationsController, EvaluationResultsController],
  providers: [
    EvaluationsService,
    EvaluationFormsService,
    EvaluationSubjects,
    ClosedClaims,
    EvaluationResultsService,
    AnonymousEvaluationsService,
    AnonymousPublishing,
  ],
  exports: [EvaluationsService, EvaluationFormsService],
})
export class EvaluationsModule {}
