import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../tenancy/tenant-context.js';
import type { MailState } from './mail-states.js';

export interface NewMail {
  /** Says what the mail is about, so that it is never sent twice, e.g. `document-request:<id>`. */
  key: string;
  to: string;
  replyTo?: string | null;
  subject: string;
  /** Plain text. */
  body: string;
  /** Seals the body in the database, for a mail that lets its reader sign in. */
  isConfidential?: boolean;
  /** When what it says ends, such as a link; it is not sent from then on. */
  goodUntil?: Temporal.Instant;
  /** Files in the storage, by SHA-256. */
  attachments?: { fileName: string; contentType: string; sha256: string }[];
}

export interface MailStatus {
  state: MailState;
  sentAt: Temporal.Instant | null;
}

/** Mail as rows: written in the transaction that causes it, sent by the worker, once. */
export abstract class Mailer {
  /** @returns the mail's id; of the earlier one when the key was used before */
  abstract queue(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    mail: NewMail,
  ): Promise<string>;

  /** How many mails whose keys begin so were queued since then. */
  abstract countSince(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    keyPrefix: string,
    since: Temporal.Instant,
  ): Promise<number>;

  /** How the mail with this key stands; null when there is none. */
  abstract statusOf(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    key: string,
  ): Promise<MailStatus | null>;
}
