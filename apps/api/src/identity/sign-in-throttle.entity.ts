import { Column, Entity, ForeignKey } from 'typeorm';
import { InstantColumn, Key, TenantKey } from '../database/columns.js';
import { Tenant } from '../tenancy/tenant.entity.js';

/** Failed sign-ins of one badge or one address within a window; the key is a hash, never the badge itself. */
@Entity('sign_in_throttles')
@ForeignKey(() => Tenant, ['tenantId'], ['id'], { onDelete: 'CASCADE' })
export class SignInThrottle {
  @TenantKey() tenantId: string;
  @Key('text') key: string;
  @InstantColumn() windowStartedAt: Temporal.Instant;
  @Column('integer') failures: number;
}
