import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { LearnerContext, TenantContext } from '../tenancy/tenant-context.js';
import { Evidence } from './evidence.entity.js';
import { Fact } from './fact.entity.js';

/** Evidence about to be stored; `source` and `sourceKey` say whether it is known already. */
export interface NewEvidence {
  readonly activityId: string;
  readonly learnerId: string;
  readonly offeringId: string;
  readonly kind: string;
  readonly source: string;
  readonly sourceKey: string;
  readonly occurredAt: Temporal.Instant;
}

/** A fact about to be stored, as `NewEvidence`. */
export interface NewFact {
  readonly learnerId: string;
  readonly key: string;
  readonly value: Fact['value'];
  readonly source: string;
  readonly sourceKey: string;
  readonly validFrom: Temporal.Instant | null;
  readonly validUntil: Temporal.Instant | null;
}

/** What is known about learners' participation, and what outside systems say about learners. */
@Injectable()
export class EvidenceService {
  /** The offerings the learner has evidence of one kind for, in the order it came. */
  async offeringIdsOf(manager: EntityManager, context: LearnerContext, kind: string): Promise<string[]> {
    const rows = await manager.find(Evidence, {
      select: { tenantId: true, id: true, offeringId: true },
      where: {
        tenantId: context.tenant.id,
        learnerId: context.actor.learnerId,
        activityId: context.actor.activityId,
        kind,
      },
      order: { occurredAt: 'ASC', id: 'ASC' },
    });
    return [...new Set(rows.map(({ offeringId }) => offeringId))];
  }

  /** Stores what is not known yet, by source and source key, and says how much that was. */
  async record(
    manager: EntityManager,
    context: TenantContext,
    items: readonly NewEvidence[],
  ): Promise<number> {
    if (items.length === 0) return 0;
    const inserted = await manager
      .createQueryBuilder()
      .insert()
      .into(Evidence)
      .values(items.map((item) => ({ ...item, tenantId: context.tenant.id, id: uuid() })))
      .orIgnore()
      .returning(['id'])
      .execute();
    return countRows(inserted.raw);
  }

  /** Removes one piece of evidence by its source's key; where there is none, nothing changes. */
  async forget(
    manager: EntityManager,
    context: TenantContext,
    source: string,
    sourceKey: string,
  ): Promise<void> {
    await manager.delete(Evidence, { tenantId: context.tenant.id, source, sourceKey });
  }

  /** As `record`, for facts. */
  async recordFacts(
    manager: EntityManager,
    context: TenantContext,
    items: readonly NewFact[],
  ): Promise<number> {
    if (items.length === 0) return 0;
    const inserted = await manager
      .createQueryBuilder()
      .insert()
      .into(Fact)
      .values(items.map((item) => ({ ...item, tenantId: context.tenant.id, id: uuid() })))
      .orIgnore()
      .returning(['id'])
      .execute();
    return countRows(inserted.raw);
  }
}

const countRows = (raw: unknown): number => (Array.isArray(raw) ? raw.length : 0);
