import { Module } from '@nestjs/common';
import { WorkflowModule } from '../workflow/workflow.module.js';
import { ReportDeliveries } from './report-deliveries.js';
import { ReportsService } from './reports.service.js';

/** Messages to authorities about claimed credit. */
@Module({
  imports: [WorkflowModule],
  providers: [ReportsService, ReportDeliveries],
  exports: [ReportsService],
})
export class ReportingModule {}
