import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { CreatedAt } from '../database/columns.js';

export const tenantStatuses = ['active', 'suspended'] as const;
export type TenantStatus = (typeof tenantStatuses)[number];

/** A society. One of the few tables without a tenant: it is read to find out which tenant a host name means. */
@Entity('tenants')
@Unique(['slug'])
export class Tenant {
  @PrimaryColumn('uuid') id: string;
  /** Also the first label of its default host, `<slug>.<platform host>`. */
  @Column('text') slug: string;
  @Column('text') name: string;
  /** Further host names of the society's own, lower case, without port. */
  @Column('text', { array: true, default: '{}' }) hosts: string[];
  @Column('text', { default: 'active' }) status: TenantStatus;
  @CreatedAt() createdAt: Temporal.Instant;
}
