import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { FactValue } from '@laurel/plugin-kit';
import { CreatedAt, InstantColumn, Key, TenantKey } from '../database/columns.js';
import { Learner } from '../learners/learner.entity.js';

/** A fact about a learner that an outside system told: membership, tier, and until when. */
@Entity('facts')
@Unique(['tenantId', 'source', 'sourceKey'])
@Index(['tenantId', 'learnerId'])
@ForeignKey(() => Learner, ['tenantId', 'learnerId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class Fact {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') learnerId: string;
  @Column('text') key: string;
  @Column('jsonb') value: FactValue;
  @Column('text') source: string;
  @Column('text') sourceKey: string;
  @InstantColumn({ nullable: true }) validFrom: Temporal.Instant | null;
  @InstantColumn({ nullable: true }) validUntil: Temporal.Instant | null;
  /** When the source said so; a later word under the same key replaces an earlier one. */
  @InstantColumn({ nullable: true }) asOf: Temporal.Instant | null;
  @CreatedAt() recordedAt: Temporal.Instant;
}
