import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { JobQueue } from '../jobs/job-queue.js';
import type { TenantContext } from '../tenancy/tenant-context.js';

/** Rows that one transaction deletes at most; a few milliseconds of locks. */
const BATCH = 1_000;

/** What a feature lets go of, and when. */
export interface PurgeRule {
  /** How long rows stay after they have done their work, in days of 24 hours or less. */
  readonly keepFor: Temporal.Duration;
  /**
   * Deletes at most `limit` rows of the tenant that had done their work before `before`.
   *
   * @returns how many; fewer than `limit` when none is left
   */
  readonly deleteBatch: (
    manager: EntityManager,
    batch: { tenantId: string; before: Temporal.Instant; limit: number },
  ) => Promise<number>;
}

/**
 * Once a day, tenant by tenant, deletes what has done its work: each feature registers its own rule. What a claim,
 * a certificate or a report consists of is no rule's business; it stays.
 */
@Injectable()
export class PurgeService implements OnModuleInit {
  private readonly logger = new Logger('Purge');
  private readonly rules = new Map<string, PurgeRule>();

  constructor(
    private readonly jobs: JobQueue,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  /** Called in `onModuleInit`; the name says what goes, for the log. */
  register(name: string, rule: PurgeRule): void {
    if (this.rules.has(name)) throw new Error(`Two rules want to purge ${name}`);
    this.rules.set(name, rule);
  }

  onModuleInit(): void {
    this.jobs.registerDaily(
      'purge',
      { retryLimit: 3, concurrency: 1 },
      async (context, _data, { signal }) => {
        await this.purge(context, signal);
      },
    );
  }

  /**
   * Follows every rule for one tenant, a batch a transaction. What was deleted stays deleted when a later rule fails.
   *
   * @param signal stops between two batches
   * @returns how many rows went, by rule
   */
  async purge(context: TenantContext, signal?: AbortSignal): Promise<Record<string, number>> {
    const deleted: Record<string, number> = {};
    for (const [name, { keepFor, deleteBatch }] of this.rules) {
      const before = this.clock.now().subtract({ hours: keepFor.total('hours') });
      let count = BATCH;
      while (count >= BATCH) {
        signal?.throwIfAborted();
        count = await this.database.transaction(context, (manager) =>
          deleteBatch(manager, { tenantId: context.tenant.id, before, limit: BATCH }),
        );
        deleted[name] = (deleted[name] ?? 0) + count;
      }
    }
    this.logger.log({ tenant: context.tenant.slug, deleted, msg: 'Purged' });
    return deleted;
  }
}
