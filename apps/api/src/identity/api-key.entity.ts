import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { CreatedAt, InstantColumn, Key, TenantKey } from '../database/columns.js';
import { Tenant } from '../tenancy/tenant.entity.js';

/** What an outside system of the society may do, e.g. push the mobile app's flags. */
@Entity('api_keys')
@Unique(['tenantId', 'keyHash'])
@ForeignKey(() => Tenant, ['tenantId'], ['id'], { onDelete: 'CASCADE' })
export class ApiKey {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('text') name: string;
  /** SHA-256 of the key; the key is shown once, when it is made. */
  @Column('text') keyHash: string;
  /** E.g. `collect:<plugin key>`. */
  @Column('text', { array: true }) scopes: string[];
  @CreatedAt() createdAt: Temporal.Instant;
  @InstantColumn({ nullable: true }) revokedAt: Temporal.Instant | null;
}
