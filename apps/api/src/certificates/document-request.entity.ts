import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { CreatedAt, InstantColumn, Key, TenantKey } from '../database/columns.js';
import { Certificate } from './certificate.entity.js';

/** `withdrawn`: the certificate stopped counting before the society was asked. */
export const documentRequestStates = ['preparing', 'sent', 'failed', 'withdrawn'] as const;
export type DocumentRequestState = (typeof documentRequestStates)[number];

/** A document the society itself finishes by hand, asked for by mail with the PDF attached. */
@Entity('document_requests')
@Unique(['tenantId', 'certificateId'])
@ForeignKey(() => Certificate, ['tenantId', 'certificateId'], ['tenantId', 'id'])
export class DocumentRequest {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('uuid') certificateId: string;
  @Column('uuid') learnerId: string;
  @Column('jsonb') inputs: Record<string, string>;
  @Column('text') mailTo: string;
  @Column('text') subject: string;
  /** What the learner was told to expect. */
  @Column('text') promise: string;
  @Column('text', { default: 'preparing' }) state: DocumentRequestState;
  @CreatedAt() requestedAt: Temporal.Instant;
  @InstantColumn({ nullable: true }) sentAt: Temporal.Instant | null;
}
