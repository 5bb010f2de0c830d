import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { CreatedAt, Key, TenantKey } from '../database/columns.js';
import { Claim } from '../claims/claim.entity.js';
import type { ReportState } from './report-states.js';

/** A message to an authority about claimed credit. */
@Entity('reports')
@Unique(['tenantId', 'authority', 'key'])
@Index(['tenantId', 'claimId'])
@ForeignKey(() => Claim, ['tenantId', 'claimId'], ['tenantId', 'id'])
export class Report {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') claimId: string;
  /** The plugin whose `deliver` stage sends it. */
  @Column('text') plugin: string;
  @Column('text') authority: string;
  @Column('text') key: string;
  @Column('jsonb') payload: Record<string, unknown>;
  @Column('text', { default: 'queued' }) state: ReportState;
  @CreatedAt() createdAt: Temporal.Instant;
}
