import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { CreatedAt, Key, TenantKey } from '../database/columns.js';
import { Tenant } from '../tenancy/tenant.entity.js';

/** A person as one tenant knows them. */
@Entity('learners')
@Index(['tenantId', 'memberNumber'])
@Index(['tenantId', 'email'])
@ForeignKey(() => Tenant, ['tenantId'], ['id'], { onDelete: 'CASCADE' })
export class Learner {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('text') firstName: string;
  @Column('text') lastName: string;
  /** As it appears on certificates. */
  @Column('text') displayName: string;
  /** After the name, e.g. `MD, FACS`. */
  @Column('text', { default: '' }) credentials: string;
  @Column('text') profession: string;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) memberNumber: string | null;
  /** By kind: `npi`, `abp`, `asrt`, … */
  @Column('jsonb', { default: {} }) identifiers: Record<string, string>;
  @CreatedAt() createdAt: Temporal.Instant;
}
