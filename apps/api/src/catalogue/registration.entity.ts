import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Key, TenantKey } from '../database/columns.js';
import { Learner } from '../learners/learner.entity.js';
import { Activity } from './activity.entity.js';

/** A learner at an activity. */
@Entity('registrations')
@Unique(['tenantId', 'activityId', 'badge'])
@Index(['tenantId', 'learnerId'])
@Index('ix_registrations_enrolled', ['tenantId', 'activityId', 'learnerId'], {
  unique: true,
  where: 'badge is null',
})
@ForeignKey(() => Activity, ['tenantId', 'activityId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Learner, ['tenantId', 'learnerId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class Registration {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') activityId: string;
  @Column('uuid') learnerId: string;
  /** Null for a learner who enrolled without one. */
  @Column('text', { nullable: true }) badge: string | null;
  @Column('text', { nullable: true }) tier: string | null;
  /** The last name as it is compared at sign-in: no case, accents, spaces, hyphens. */
  @Column('text') lastNameKey: string;
  @Column('text') contentHash: string;
}
