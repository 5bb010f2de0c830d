import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { CreatedAt, Key, TenantKey } from '../database/columns.js';
import { Report } from './report.entity.js';

/** One attempt to deliver a report, and what came back. */
@Entity('deliveries')
@Index(['tenantId', 'reportId'])
@ForeignKey(() => Report, ['tenantId', 'reportId'], ['tenantId', 'id'], { onDelete: 'CASCADE' })
export class Delivery {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') reportId: string;
  @Column('text') outcome: 'accepted' | 'rejected' | 'retry';
  @Column('text', { nullable: true }) detail: string | null;
  @CreatedAt() attemptedAt: Temporal.Instant;
}
