import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryPrepared, type PreparedStatement } from '../../database/prepared-statement.js';
import type { TenantContext } from '../../tenancy/tenant-context.js';
import { Offering } from '../offering.entity.js';
import { Programme } from './programme.js';

/** Together the cached programmes hold at most this many offerings, about 200 MB at the worst. */
const MAX_CACHED_OFFERINGS = 100_000;

/** An activity as far as its programme goes. */
export interface ProgrammeReference {
  readonly id: string;
  readonly programmeRevision: number;
}

/**
 * Programmes, kept in memory per tenant, activity and revision: a thousand offerings are read and frozen once
 * for all learners, not once per request. A revision never changes, so nothing is ever invalidated; the least
 * recently used is forgotten.
 */
@Injectable()
export class ProgrammeService {
  private readonly cache = new Map<string, Programme>();
  private cachedOfferings = 0;

  /**
   * The programme at the revision that the activity's row names. Read both in the same transaction.
   */
  async programmeOf(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    activity: ProgrammeReference,
  ): Promise<Programme> {
    const key = `${context.tenant.id}/${activity.id}/${activity.programmeRevision}`;
    const known = this.cache.get(key);
    if (known !== undefined) {
      this.cache.delete(key);
      this.cache.set(key, known);
      return known;
    }
    const rows = await manager.find(Offering, {
      where: { tenantId: context.tenant.id, activityId: activity.id },
      select: COLUMNS,
    });
    const programme = new Programme(activity.id, activity.programmeRevision, rows);
    this.remember(key, programme);
    return programme;
  }

  /** Whether an offering, withdrawn or not, is of this activity. */
  async hasOffering(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    activityId: string,
    offeringId: string,
  ): Promise<boolean> {
    const found = await queryPrepared(manager, HAS_OFFERING, [context.tenant.id, activityId, offeringId]);
    return found.length > 0;
  }

  /** As `hasOffering`, and keeps the offering from being deleted until the transaction ends. */
  async keepOffering(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    activityId: string,
    offeringId: string,
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'select id from offerings where tenant_id = $1 and activity_id = $2 and id = $3 for key share',
      [context.tenant.id, activityId, offeringId],
    );
    return rows.length > 0;
  }

  /** The description that only the offering's own page shows; null when there is no such offering. */
  async descriptionOf(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    offeringId: string,
  ): Promise<string | null> {
    const offering = await manager.findOne(Offering, {
      select: { tenantId: true, id: true, description: true },
      where: { tenantId: context.tenant.id, id: offeringId },
    });
    return offering?.description ?? null;
  }

  /** A programme counts at least as one, so that empty ones are bounded too. */
  private remember(key: string, programme: Programme): void {
    const replaced = this.cache.get(key);
    if (replaced !== undefined) this.cachedOfferings -= weight(replaced);
    this.cache.delete(key);
    this.cache.set(key, programme);
    this.cachedOfferings += weight(programme);
    for (const [oldKey, old] of this.cache) {
      if (this.cachedOfferings <= MAX_CACHED_OFFERINGS || oldKey === key) break;
      this.cache.delete(oldKey);
      this.cachedOfferings -= weight(old);
    }
  }
}

const weight = (programme: Programme): number => Math.max(1, programme.offerings.length);

const HAS_OFFERING: PreparedStatement = {
  name: 'has-offering',
  text: 'select 1 from offerings where tenant_id = $1 and activity_id = $2 and id = $3',
};

/** Everything but the description, which is most of the bytes and on no card. */
const COLUMNS = {
  tenantId: true,
  id: true,
  activityId: true,
  sourceKey: true,
  code: true,
  title: true,
  startsAt: true,
  endsAt: true,
  day: true,
  room: true,
  track: true,
  category: true,
  type: true,
  courseId: true,
  tier: true,
  isHighlight: true,
  speakers: true,
  credits: true,
  withdrawnAt: true,
  withdrawnNotice: true,
} as const;
