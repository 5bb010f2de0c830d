import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { CreatedAt, InstantColumn, Key, TenantKey } from '../database/columns.js';
import { Tenant } from '../tenancy/tenant.entity.js';
import type { MailState } from './mail-states.js';

/** A mail to be sent once; the key says what it is about, so that it is never sent twice. */
@Entity('mails')
@Unique(['tenantId', 'key'])
@ForeignKey(() => Tenant, ['tenantId'], ['id'], { onDelete: 'CASCADE' })
export class Mail {
  @TenantKey() tenantId: string;
  @Key() id: string;
  @Column('text') key: string;
  @Column('text') to: string;
  @Column('text', { nullable: true }) replyTo: string | null;
  @Column('text') subject: string;
  @Column('text') body: string;
  /** Whether the body is sealed, because it lets its reader sign in. */
  @Column('boolean', { default: false }) isSealed: boolean;
  /** Files in the storage, by SHA-256. */
  @Column('jsonb', { default: [] }) attachments: { fileName: string; contentType: string; sha256: string }[];
  /** When what it says ends, such as a link; it is not sent from then on. Null for what does not end. */
  @InstantColumn({ nullable: true }) goodUntil: Temporal.Instant | null;
  @Column('text', { default: 'queued' }) state: MailState;
  @Column('integer', { default: 0 }) attempts: number;
  @Column('text', { nullable: true }) lastError: string | null;
  @CreatedAt() createdAt: Temporal.Instant;
  @InstantColumn({ nullable: true }) sentAt: Temporal.Instant | null;
}
