import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Activity } from '../catalogue/activity.entity.js';
import { CreatedAt, Key, TenantKey } from '../database/columns.js';
import type { CollectedDto } from './dto/collected.dto.js';

/** A signed message that was taken in, so that the same one again answers the same and does nothing. */
@Entity('hook_messages')
@Index(['tenantId', 'receivedAt'])
@ForeignKey(() => Activity, ['tenantId', 'activityId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class HookMessage {
  @TenantKey() tenantId: string;
  @Key() activityId: string;
  @Key('text') plugin: string;
  /** The sender's `webhook-id`. */
  @Key('text') messageId: string;
  @Column('jsonb') answer: CollectedDto;
  @CreatedAt() receivedAt: Temporal.Instant;
}
