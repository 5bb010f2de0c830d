import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import type { StaffReportDto, StaffReportPageDto } from './dto/staff-report.dto.js';
import {
  findReportState,
  listReports,
  requeueReports,
  type ListedReport,
  type ReportFilter,
} from './report-list.rows.js';
import { ReportsService } from './reports.service.js';

/** Reports to authorities as the people of the society look at them. */
@Injectable()
export class StaffReportsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reports: ReportsService,
    private readonly audit: AuditService,
  ) {}

  /** The newest first, 1 to 100 at a time. */
  async list(context: TenantContext, filter: ReportFilter & { limit: number }): Promise<StaffReportPageDto> {
    const { limit } = filter;
    const rows = await this.database.transaction(context, (manager) =>
      listReports(manager, context, filter, limit + 1),
    );
    const items = rows.slice(0, limit).map(view);
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /**
   * Lets a failed report be delivered again. It keeps its key, so that an authority that has it knows it again.
   *
   * @throws DomainError `not_found`; `delivery.not_failed` for any other state, or where its claim was revoked, or
   *   amended and reported to the same authority anew
   */
  async retry(context: TenantContext, id: string): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      const queued = await requeueReports(manager, context, id);
      if (queued.length === 0) {
        const state = await findReportState(manager, context, id);
        if (state === null) throw new DomainError('not_found', { detail: 'There is no such report.' });
        const isOvertaken = state === 'failed' || state === 'withdrawn';
        throw new DomainError('delivery.not_failed', isOvertaken ? { detail: OVERTAKEN } : {});
      }
      await this.reports.enqueue(manager, context, queued);
      await this.audit.record(manager, context, { action: 'report.retried', subjectId: id });
    });
  }

  /** Lets every failed report be delivered again; answers how many. */
  async retryAll(context: TenantContext): Promise<number> {
    return this.database.transaction(context, async (manager) => {
      const queued = await requeueReports(manager, context, null);
      await this.reports.enqueue(manager, context, queued);
      for (const { id } of queued) {
        await this.audit.record(manager, context, { action: 'report.retried', subjectId: id });
      }
      return queued.length;
    });
  }
}

const OVERTAKEN =
  'The claim that this report is about was revoked, or amended and reported anew; the report is not sent any more.';

const view = ({ createdAt, lastAttemptAt, ...report }: ListedReport): StaffReportDto => ({
  ...report,
  createdAt: Temporal.Instant.from(createdAt).toString(),
  lastAttemptAt: lastAttemptAt === null ? null : Temporal.Instant.from(lastAttemptAt).toString(),
});
