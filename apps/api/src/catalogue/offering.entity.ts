import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { DayColumn, InstantColumn, Key, TenantKey } from '../database/columns.js';
import { Activity } from './activity.entity.js';
import { Course } from './course.entity.js';

export interface OfferingCredit {
  creditType: string;
  /** Hundredths. */
  amount: number;
}

/** The smallest thing credit can be claimed for. */
@Entity('offerings')
@Unique(['tenantId', 'activityId', 'sourceKey'])
@Index(['tenantId', 'courseId'])
@ForeignKey(() => Activity, ['tenantId', 'activityId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Course, ['tenantId', 'courseId'], ['tenantId', 'id'])
export class Offering {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') activityId: string;
  /** The programme's own stable key, by which a later import finds the row again. */
  @Column('text') sourceKey: string;
  @Column('text') code: string;
  @Column('text') title: string;
  @Column('text', { default: '' }) description: string;
  @InstantColumn({ nullable: true }) startsAt: Temporal.Instant | null;
  @InstantColumn({ nullable: true }) endsAt: Temporal.Instant | null;
  /** The programme day, which may run past midnight. */
  @DayColumn({ nullable: true }) day: Temporal.PlainDate | null;
  @Column('text', { default: '' }) room: string;
  @Column('text', { default: '' }) track: string;
  @Column('text', { default: '' }) category: string;
  @Column('text', { default: '' }) type: string;
  /** The course a topic belongs to. */
  @Column('uuid', { nullable: true }) courseId: string | null;
  /** Registration tier the programme asks for; null when any will do. */
  @Column('text', { nullable: true }) tier: string | null;
  @Column('boolean', { default: false }) isHighlight: boolean;
  @Column('jsonb', { default: [] }) speakers: string[];
  @Column('jsonb', { default: [] }) credits: OfferingCredit[];
  @InstantColumn({ nullable: true }) withdrawnAt: Temporal.Instant | null;
  @Column('text', { nullable: true }) withdrawnNotice: string | null;
  /** SHA-256 of the imported row, so that importing again can tell what changed. */
  @Column('text') contentHash: string;
}
