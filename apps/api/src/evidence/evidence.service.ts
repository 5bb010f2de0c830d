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
  /** When the source said so. */
  readonly asOf: Temporal.Instant | null;
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

  /**
   * Stores facts, and says how many were new or newer. A fact that is known already, by source and source key, is
   * replaced when the source said the new one later; without `asOf` the first word counts.
   */
  async recordFacts(
    manager: EntityManager,
    context: TenantContext,
    items: readonly NewFact[],
  ): Promise<number> {
    if (items.length === 0) return 0;
    const rows = latestOfEach(items).map((fact) => ({
      id: uuid(),
      learner_id: fact.learnerId,
      key: fact.key,
      value: fact.value,
      source: fact.source,
      source_key: fact.sourceKey,
      valid_from: fact.validFrom,
      valid_until: fact.validUntil,
      as_of: fact.asOf,
    }));
    const changed: unknown = await manager.query(
      `insert into facts (tenant_id, id, learner_id, key, value, source, source_key, valid_from, valid_until, as_of)
       select $1, id, learner_id, key, value, source, source_key, valid_from, valid_until, as_of
       from jsonb_to_recordset($2::jsonb) as f (id uuid, learner_id uuid, key text, value jsonb, source text,
         source_key text, valid_from timestamptz, valid_until timestamptz, as_of timestamptz)
       on conflict (tenant_id, source, source_key) do update set
         learner_id = excluded.learner_id, key = excluded.key, value = excluded.value,
         valid_from = excluded.valid_from, valid_until = excluded.valid_until, as_of = excluded.as_of,
         recorded_at = now()
       where excluded.as_of is not null and (facts.as_of is null or facts.as_of < excluded.as_of)
       returning id`,
      [context.tenant.id, JSON.stringify(rows)],
    );
    return countRows(changed);
  }
}

/** One statement may change a row only once: of several words under one key, the latest. */
const latestOfEach = (items: readonly NewFact[]): readonly NewFact[] => {
  const latest = new Map<string, NewFact>();
  for (const item of items) {
    const known = latest.get(item.sourceKey);
    if (known === undefined || isLater(item.asOf, known.asOf)) latest.set(item.sourceKey, item);
  }
  return [...latest.values()];
};

const isLater = (a: Temporal.Instant | null, b: Temporal.Instant | null): boolean =>
  a !== null && (b === null || Temporal.Instant.compare(a, b) > 0);

const countRows = (raw: unknown): number => (Array.isArray(raw) ? raw.length : 0);
