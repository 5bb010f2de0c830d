import { Column, Entity, ForeignKey } from 'typeorm';
import { CreatedAt, Key, TenantKey } from '../database/columns.js';
import { Claim } from './claim.entity.js';

/** Why a claim came out as it did, as decided at submission. */
@Entity('decision_trails')
@ForeignKey(() => Claim, ['tenantId', 'claimId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class StoredDecisionTrail {
  @TenantKey() tenantId: string;
  @Key() claimId: string;
  @Column('jsonb') entries: Record<string, unknown>[];
  @CreatedAt() decidedAt: Temporal.Instant;
}
