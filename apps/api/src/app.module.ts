import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import { CatalogueModule } from './offers/catalogue.module.js';
import { CertificatesModule } from './certificates/certificates.module.js';
import { ClaimsModule } from './claims/claims.module.js';
import { ActivitiesModule } from './catalogue/activities.module.js';
import { ActivityRetirementModule } from './catalogue/retirement/activity-retirement.module.js';
import { ImportsModule } from './catalogue/imports/imports.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Environment } from './config/environment.js';
import type { ProcessRole } from './config/process-role.js';
import { DatabaseModule } from './database/database.module.js';
import { EarningsModule } from './earnings/earnings.module.js';
import { EvaluationsModule } from './evaluations/evaluations.module.js';
import { CollectModule } from './evidence/collect.module.js';
import { ItineraryModule } from './evidence/itinerary.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LoggingModule } from './logging/logging.module.js';
import { MailModule } from './mail/mail.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { OperatorModule } from './operator/operator.module.js';
import { PurgeModule } from './purge/purge.module.js';
import { SealingModule } from './sealing/sealing.module.js';
import { SimulationsModule } from './simulations/simulations.module.js';
import { StorageModule } from './storage/storage.module.js';
import { SupportModule } from './support/support.module.js';
import { TenancyModule } from './tenancy/tenancy.module.js';
import { WorkflowModule } from './workflow/workflow.module.js';

/** The whole application, in whatever role a process plays. One line a feature. */
@Module({})
export class AppModule {
  static with(environment: Environment, role: ProcessRole): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(environment, role),
        LoggingModule,
        DatabaseModule,
        SealingModule,
        HttpModule,
        MetricsModule,
        HealthModule,
        TenancyModule,
        IdentityModule,
        AuditModule,
        JobsModule,
        PurgeModule,
        StorageModule,
        MailModule,
        CatalogueModule,
        ClaimsModule,
        EarningsModule,
        CertificatesModule,
        WorkflowModule,
        SimulationsModule,
        CollectModule,
        ItineraryModule,
        ActivitiesModule,
        ActivityRetirementModule,
        ImportsModule,
        EvaluationsModule,
        SupportModule,
        OperatorModule,
      ],
    };
  }
}
