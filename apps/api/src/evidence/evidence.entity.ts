import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { CreatedAt, InstantColumn, Key, TenantKey } from '../database/columns.js';
import { Offering } from '../catalogue/offering.entity.js';
import { Learner } from '../learners/learner.entity.js';

/** A fact that a learner took part: itinerary, a flag of the mobile app, a scan, a completion. */
@Entity('evidence')
@Unique(['tenantId', 'source', 'sourceKey'])
@Index(['tenantId', 'learnerId', 'activityId'])
@Index(['tenantId', 'offeringId'])
@ForeignKey(() => Learner, ['tenantId', 'learnerId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Offering, ['tenantId', 'offeringId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class Evidence {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') activityId: string;
  @Column('uuid') learnerId: string;
  @Column('uuid') offeringId: string;
  @Column('text') kind: string;
  /** Who says so: `portal`, or the plugin that collected it. */
  @Column('text') source: string;
  /** The source's own key; the same key again changes nothing. */
  @Column('text') sourceKey: string;
  @InstantColumn() occurredAt: Temporal.Instant;
  @CreatedAt() recordedAt: Temporal.Instant;
}
