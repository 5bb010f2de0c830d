import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../catalogue/activities.module.js';
import { CertificatesModule } from '../certificates/certificates.module.js';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { WorkflowModule } from '../workflow/workflow.module.js';
import { FiledWorkflows } from './filed-workflows.service.js';
import { TenantSetupService } from './tenant-setup.service.js';

/** What the operator's commands do beyond a single feature. */
@Module({
  imports: [ActivitiesModule, CertificatesModule, EvaluationsModule, WorkflowModule],
  providers: [TenantSetupService, FiledWorkflows],
  exports: [TenantSetupService],
})
export class OperatorModule {}
