import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { CreatedAt, Key, TenantKey } from '../database/columns.js';
import { Tenant } from '../tenancy/tenant.entity.js';

export const staffRoles = ['owner', 'admin', 'editor', 'support', 'viewer'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** An account's role in a tenant. No foreign key to the account: keys of tenant tables begin with the tenant. */
@Entity('staff_members')
@Unique(['tenantId', 'accountId'])
@ForeignKey(() => Tenant, ['tenantId'], ['id'], { onDelete: 'CASCADE' })
export class StaffMember {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') accountId: string;
  @Column('text') role: StaffRole;
  @CreatedAt() createdAt: Temporal.Instant;
}
