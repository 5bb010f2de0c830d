import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { CreatedAt, InstantColumn, Key, TenantKey } from '../database/columns.js';
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
  /** Who was removed may do nothing any more; the row stays, because the audit log names people by it. */
  @InstantColumn({ nullable: true }) removedAt: Temporal.Instant | null;
}
