import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { CreatedAt, Key, TenantKey } from '../database/columns.js';
import { Tenant } from '../tenancy/tenant.entity.js';

/** A certificate's design in a tenant. Revisions are kept, because issued certificates name theirs. */
@Entity('certificate_templates')
@Unique(['tenantId', 'key', 'revision'])
@ForeignKey(() => Tenant, ['tenantId'], ['id'], { onDelete: 'CASCADE' })
export class StoredCertificateTemplate {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('text') key: string;
  @Column('integer') revision: number;
  @Column('text') title: string;
  /** Handlebars and CSS; untrusted. */
  @Column('text') source: string;
  @Column('jsonb') format: { size: 'Letter' | 'A4'; orientation: 'landscape' | 'portrait' };
  @CreatedAt() createdAt: Temporal.Instant;
}
