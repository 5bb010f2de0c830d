import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { JobQueue } from '../jobs/job-queue.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import type { ReportsDecision } from '../workflow/workflow.types.js';
import { insertReports, type NewReport } from './report-outbox.js';
import { reportsOfClaim, withdrawOvertaken, withdrawReports } from './report-rows.js';
import type { ReportState } from './report-states.js';

/** The job that delivers one report; its data is `{ reportId }`. */
export const DELIVER_REPORT = 'report.deliver';

type Tenant = Pick<TenantContext, 'tenant'>;

/** The outbox of messages to authorities. */
@Injectable()
export class ReportsService {
  constructor(private readonly jobs: JobQueue) {}

  /** Rows for what was decided. */
  drafted({ reports }: Pick<ReportsDecision, 'reports'>): NewReport[] {
    return reports.map(({ plugin, message }) => ({
      id: uuid(),
      plugin,
      authority: message.authority,
      key: message.key,
      payload: message.payload,
    }));
  }

  /** Queues reports about a claim; what an authority was sent before is not sent again. */
  async add(
    manager: EntityManager,
    context: Tenant,
    claimId: string,
    reports: readonly NewReport[],
  ): Promise<void> {
    if (reports.length === 0) return;
    const queued: { id: string }[] = await manager.query(
      `with claim as (select $2::uuid as id), queued as (${insertReports('claim', '$3')}) select id from queued`,
      [context.tenant.id, claimId, JSON.stringify(reports)],
    );
    await this.enqueue(manager, context, queued);
  }

  /** Takes back what was not delivered yet about these claims. */
  async withdraw(manager: EntityManager, context: Tenant, claimIds: readonly string[]): Promise<void> {
    await withdrawReports(manager, context, claimIds);
  }

  /**
   * Takes back what was not delivered of the claims that this one amends, where the same authorities are told of this
   * one. Before its reports are written: one of them may have the key of an earlier one.
   */
  async overtake(
    manager: EntityManager,
    context: Tenant,
    claimId: string,
    reports: readonly NewReport[],
  ): Promise<void> {
    if (reports.length === 0) return;
    const authorities = reports.map(({ authority }) => authority);
    await withdrawOvertaken(manager, context, claimId, authorities);
  }

  /** What authorities were told about a claim, and how it stands with them. */
  async ofClaim(
    manager: EntityManager,
    context: Tenant,
    claimId: string,
  ): Promise<{ authority: string; key: string; state: ReportState }[]> {
    return reportsOfClaim(manager, context, claimId);
  }

  /** Lets the worker deliver reports that this transaction put into the outbox by `insertReports`. */
  async enqueue(
    manager: EntityManager,
    context: Tenant,
    reports: readonly { readonly id: string }[],
  ): Promise<void> {
    for (const { id } of reports) {
      await this.jobs.enqueue(manager, context, { name: DELIVER_REPORT, data: { reportId: id }, key: id });
    }
  }
}
