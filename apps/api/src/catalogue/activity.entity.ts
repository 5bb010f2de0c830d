import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import type { ActivityKind, ClaimBasis } from '@laurel/plugin-kit';
import { CreatedAt, DayColumn, InstantColumn, Key, TenantKey } from '../database/columns.js';
import type { Enrolment } from './enrolment.js';
import { Tenant } from '../tenancy/tenant.entity.js';

export interface Signature {
  name: string;
  role: string;
}

/** How imported offerings without credits of their own get them from their duration. */
export interface DurationCredit {
  creditTypes: string[];
  /** 60 for AMA PRA Category 1. */
  minutesPerCredit: number;
  /** Offering types that carry no credit, e.g. `Break`. */
  exceptTypes: string[];
}

/** An accredited meeting, course or article. */
@Entity('activities')
@Unique(['tenantId', 'code'])
@ForeignKey(() => Tenant, ['tenantId'], ['id'], { onDelete: 'CASCADE' })
export class Activity {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('text') code: string;
  @Column('text') kind: ActivityKind;
  /** How credit is claimed here: what was attended is picked, what was earned accrues. */
  @Column('text', { default: 'attended' }) basis: ClaimBasis;
  @Column('text') title: string;
  /** As the AMA names it, e.g. `live activity`. */
  @Column('text') learningFormat: string;
  @Column('text', { nullable: true }) place: string | null;
  @DayColumn() startsOn: Temporal.PlainDate;
  @DayColumn() endsOn: Temporal.PlainDate;
  /** IANA zone; null means the tenant's. */
  @Column('text', { nullable: true }) timeZone: string | null;
  @Column('text', { nullable: true }) parsId: string | null;
  /** Designated maximum in hundredths per credit type key. */
  @Column('jsonb', { default: {} }) maxima: Record<string, number>;
  /** Statements of this activity beside the tenant's own. */
  @Column('jsonb', { default: [] }) statements: string[];
  @Column('jsonb', { default: [] }) signatures: Signature[];
  @Column('jsonb', { nullable: true }) durationCredit: DurationCredit | null;
  /** Whether only those whom the society registered may come in, or everybody it knows (`open`). */
  @Column('text', { default: 'registered' }) enrolment: Enrolment;
  @Column('boolean', { default: true }) isOpen: boolean;
  /** Made by mistake: no learner sees it or gets in since then. */
  @InstantColumn({ nullable: true }) retiredAt: Temporal.Instant | null;
  /** Rises with every change to the programme; part of ETags and of the offerings cache. */
  @Column('integer', { default: 0 }) programmeRevision: number;
  @CreatedAt() createdAt: Temporal.Instant;
}
