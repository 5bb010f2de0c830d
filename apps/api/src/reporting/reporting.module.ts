import { Module } from '@nestjs/common';
import { WorkflowModule } from '../workflow/workflow.module.js';
import { ReportDeliveries } from './report-deliveries.js';
import { ReportsService } from './reports.service.js';
import { StaffReportsController } from './staff-reports.controller.js';
import { StaffReportsService } from './staff-reports.service.js';

/** Messages to authorities about claimed credit. */
@Module({
  imports: [WorkflowModule],
  controllers: [StaffReportsController],
  providers: [ReportsService, ReportDeliveries, StaffReportsService],
  exports: [ReportsService, StaffReportsService],
})
export class ReportingModule {}
