import { Column, Entity, ForeignKey } from 'typeorm';
import { InstantColumn, Key, TenantKey } from '../database/columns.js';
import { Activity } from '../catalogue/activity.entity.js';

/** How far the host has polled an outside system for one step of a workflow. */
@Entity('poll_states')
@ForeignKey(() => Activity, ['tenantId', 'activityId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class PollState {
  @TenantKey() tenantId: string;
  @Key() activityId: string;
  @Key('text') plugin: string;
  @Column('text', { nullable: true }) cursor: string | null;
  @InstantColumn({ nullable: true }) polledAt: Temporal.Instant | null;
  /** Why the last poll failed, for staff; null when it did not. */
  @Column('text', { nullable: true }) failure: string | null;
  /** Polls that failed one after the other. */
  @Column('integer', { default: 0 }) failures: number;
  /** A poll is under way until then; no second one begins. */
  @InstantColumn({ nullable: true }) leasedUntil: Temporal.Instant | null;
  /** Of the configuration that the cursor belongs to, its secrets left out. */
  @Column('text', { nullable: true }) configHash: string | null;
}
