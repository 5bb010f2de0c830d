import { Column, Entity, ForeignKey } from 'typeorm';
import { Key, TenantKey } from '../database/columns.js';
import { Tenant } from '../tenancy/tenant.entity.js';

/** A kind of credit a tenant offers, under a key of its own (`ama-pra-1`). */
@Entity('credit_types')
@ForeignKey(() => Tenant, ['tenantId'], ['id'], { onDelete: 'CASCADE' })
export class CreditType {
  @TenantKey() tenantId: string;
  @Key('text') key: string;
  /** As printed, e.g. `AMA PRA Category 1 Credits™`. */
  @Column('text') name: string;
  @Column('text') shortName: string;
  @Column('jsonb') unit: { one: string; other: string };
  /** Hundredths; 25 unless the authority says otherwise. */
  @Column('integer', { default: 25 }) increment: number;
  /** Professions that may be awarded it; empty means everyone. */
  @Column('text', { array: true, default: '{}' }) audience: string[];
  /** Counted beside another type, never claimed alone. */
  @Column('boolean', { default: false }) isCategory: boolean;
  @Column('integer', { default: 0 }) position: number;
}
