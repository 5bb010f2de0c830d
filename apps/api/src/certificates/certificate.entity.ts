import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { CertificateData } from '@laurel/certificate-renderer';
import { CreatedAt, InstantColumn, Key, TenantKey } from '../database/columns.js';
import { Claim } from '../claims/claim.entity.js';

export const certificateStates = ['issuing', 'issued', 'superseded', 'revoked', 'failed'] as const;
export type CertificateState = (typeof certificateStates)[number];

/** Why a certificate takes the place of another: the claim was amended, its name corrected, its documents decided anew. */
export const replacementReasons = ['amended', 'name-corrected', 'decided-anew'] as const;
export type ReplacementReason = (typeof replacementReasons)[number];

/** An issued document. Its data and bytes never change; a later one may supersede it. */
@Entity('certificates')
@Unique(['tenantId', 'claimId', 'documentKey', 'edition'])
@Unique(['tenantId', 'number'])
@Unique(['tenantId', 'verificationCode'])
@Index(['tenantId', 'learnerId'])
@Index('ix_certificates_issuing', ['tenantId', 'createdAt'], { where: `state = 'issuing'` })
@ForeignKey(() => Claim, ['tenantId', 'claimId'], ['tenantId', 'id'])
export class Certificate {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') claimId: string;
  @Column('uuid') activityId: string;
  @Column('uuid') learnerId: string;
  /** The document's key in the workflow, e.g. `cme`. */
  @Column('text') documentKey: string;
  /** The how-manieth it is of this document of its claim, from 1. */
  @Column('integer', { default: 1 }) edition: number;
  @Column('text') title: string;
  @Column('text') number: string;
  @Column('text') verificationCode: string;
  @Column('text', { default: 'issuing' }) state: CertificateState;
  @Column('jsonb') data: CertificateData;
  @Column('text') templateKey: string;
  @Column('integer') templateRevision: number;
  /** Of the stored bytes, lower-case hexadecimal; null until they exist. */
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('integer', { nullable: true }) byteSize: number | null;
  @Column('integer', { nullable: true }) pageCount: number | null;
  @Column('uuid', { nullable: true }) supersedesId: string | null;
  @Column('text', { nullable: true }) replacesBecause: ReplacementReason | null;
  @Column('text', { nullable: true }) failure: string | null;
  @CreatedAt() createdAt: Temporal.Instant;
  @InstantColumn({ nullable: true }) issuedAt: Temporal.Instant | null;
  @InstantColumn({ nullable: true }) endedAt: Temporal.Instant | null;
}
