import { Column, Entity, ForeignKey } from 'typeorm';
import { Key, TenantKey } from '../database/columns.js';
import { Tenant } from '../tenancy/tenant.entity.js';

/**
 * What documents say of a credit type, with blanks to be filled in: `[Provider]`, `[learning format]`, `[n]` (the
 * activity's designated maximum; without one the statement is left out), `[maximum]` (the same with its unit) and
 * `[credits claimed]`. Empty for nothing.
 */
export interface CreditTypeStatements {
  /** On a document that awards it. */
  credit: string;
  /** On a certificate of participation, which then never states credit of this type. */
  participation: string;
}

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
  /** Documents set its words in italics, as the AMA asks for its own. */
  @Column('boolean', { default: false }) isItalic: boolean;
  @Column('jsonb', { default: { credit: '', participation: '' } }) statements: CreditTypeStatements;
  @Column('integer', { default: 0 }) position: number;
}
