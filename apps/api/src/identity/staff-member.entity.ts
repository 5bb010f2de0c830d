import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { CreatedAt, Key, TenantKey } from '../database/columns.js';
import { Tenant } from '../tenancy/tenant.entity.js';
import type { StaffRole } from './staff-roles.js';

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
