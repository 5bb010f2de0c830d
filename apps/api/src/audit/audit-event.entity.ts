import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { CreatedAt, Key, TenantKey } from '../database/columns.js';
import { Tenant } from '../tenancy/tenant.entity.js';

/** Something staff or the operator did in a tenant, and why. */
@Entity('audit_events')
@Index(['tenantId', 'subjectId'])
@ForeignKey(() => Tenant, ['tenantId'], ['id'], { onDelete: 'CASCADE' })
export class AuditEvent {
  @TenantKey() tenantId: string;
  @Key() id: string;
  /** E.g. `staff:<id>`, `operator`. */
  @Column('text') actor: string;
  @Column('text') action: string;
  @Column('uuid', { nullable: true }) subjectId: string | null;
  @Column('jsonb', { default: {} }) details: Record<string, unknown>;
  @Column('text', { nullable: true }) reason: string | null;
  @CreatedAt() createdAt: Temporal.Instant;
}
