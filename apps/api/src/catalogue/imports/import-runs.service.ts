import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../../audit/audit.service.js';
import { TenantDatabase } from '../../database/tenant-database.js';
import { DomainError } from '../../problem/domain-error.js';
import type { TenantContext } from '../../tenancy/tenant-context.js';
import { Activity } from '../activity.entity.js';
import { ImportRun } from '../import-run.entity.js';

export interface ImportRunPage {
  readonly items: readonly ImportRun[];
  /** Give it back to read on; null at the end. */
  readonly nextCursor: string | null;
}

/** The imports that were carried out, newest first. */
@Injectable()
export class ImportRunsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly audit: AuditService,
  ) {}

  /** In the transaction that applies it; the audit log says who did. */
  async record(
    manager: EntityManager,
    context: TenantContext,
    run: Pick<ImportRun, 'activityId' | 'kind' | 'fileName' | 'sha256' | 'counts'>,
  ): Promise<void> {
    const id = uuid();
    await manager.insert(ImportRun, { tenantId: context.tenant.id, id, ...run });
    const { activityId, kind, sha256, counts } = run;
    await this.audit.record(manager, context, {
      action: 'import.applied',
      subjectId: id,
      details: { activityId, kind, sha256, counts },
    });
  }

  /** @throws DomainError `not_found` when the tenant has no such activity */
  async list(
    context: TenantContext,
    activityId: string,
    page: { readonly cursor?: string; readonly limit: number },
  ): Promise<ImportRunPage> {
    const tenantId = context.tenant.id;
    return this.database.transaction(context, async (manager) => {
      if (!(await manager.existsBy(Activity, { tenantId, id: activityId })))
        throw new DomainError('not_found');
      // Version 7 identifiers rise with time, so the id is the cursor.
      const query = manager
        .createQueryBuilder(ImportRun, 'run')
        .where('run.tenantId = :tenantId and run.activityId = :activityId', { tenantId, activityId })
        .orderBy('run.id', 'DESC')
        .limit(page.limit + 1);
      if (page.cursor !== undefined) query.andWhere('run.id < :cursor', { cursor: page.cursor });
      const runs = await query.getMany();
      const items = runs.slice(0, page.limit);
      return { items, nextCursor: runs.length > page.limit ? (items.at(-1)?.id ?? null) : null };
    });
  }
}
