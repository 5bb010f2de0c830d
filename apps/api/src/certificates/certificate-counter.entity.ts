import { Column, Entity, ForeignKey } from 'typeorm';
import { Key, TenantKey } from '../database/columns.js';
import { Tenant } from '../tenancy/tenant.entity.js';

/** The last certificate number given out in a series, e.g. of one activity. */
@Entity('certificate_counters')
@ForeignKey(() => Tenant, ['tenantId'], ['id'], { onDelete: 'CASCADE' })
export class CertificateCounter {
  @TenantKey() tenantId: string;
  @Key('text') series: string;
  @Column('integer') last: number;
}
