import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobQueue } from '../jobs/job-queue.js';
import type { TenantContext } from '../tenancy/tenant-context.js';

/** The job that delivers one report; its data is `{ reportId }`. */
export const DELIVER_REPORT = 'report.deliver';

/** The outbox of messages to authorities. Its rows are written by the submission itself. */
@Injectable()
export class ReportsService {
  constructor(private readonly jobs: JobQueue) {}

  /** Lets the worker deliver reports that this transaction writes. */
  async enqueue(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    reports: readonly { readonly id: string }[],
  ): Promise<void> {
    for (const { id } of reports) {
      await this.jobs.enqueue(manager, context, { name: DELIVER_REPORT, data: { reportId: id }, key: id });
    }
  }
}
