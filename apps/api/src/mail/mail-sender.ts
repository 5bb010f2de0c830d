import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { SendMailOptions } from 'nodemailer';
import { Clock } from '../config/clock.js';
import { Environment } from '../config/environment.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { type JobAttempt, JobQueue } from '../jobs/job-queue.js';
import { Sealing } from '../sealing/sealing.js';
import { FileStorage } from '../storage/file-storage.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { MailRefused, MailTransport, MailUncertain } from './mail-transport.js';
import { MAIL_IS_OVER } from './mail-states.js';
import { Mail } from './mail.entity.js';
import { SEND_MAIL } from './stored-mailer.js';

const RETRIES = 12;
const FIRST_RETRY_SECONDS = 15;
const EXPIRE_SECONDS = 300;

/** Sends queued mails, each at most once: a mail whose fate is unknown is left to people. */
@Injectable()
export class MailSender implements OnModuleInit {
  private readonly logger = new Logger('Mail');

  constructor(
    private readonly database: TenantDatabase,
    private readonly storage: FileStorage,
    private readonly transport: MailTransport,
    private readonly jobs: JobQueue,
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      SEND_MAIL,
      { retryLimit: RETRIES, retryDelaySeconds: FIRST_RETRY_SECONDS, expireSeconds: EXPIRE_SECONDS },
      (context, data, attempt) => this.send(context, String(data.mailId), attempt),
    );
  }

  private async send(context: TenantContext, mailId: string, attempt: JobAttempt): Promise<void> {
    const mail = await this.claim(context, mailId);
    if (mail === null) return;
    try {
      await this.transport.send(mail.id, await this.compose(context, mail));
    } catch (error) {
      const isFinal = error instanceof MailRefused || error instanceof MailUncertain || attempt.isLast;
      await this.settle(context, mail, {
        state: isFinal ? 'failed' : 'queued',
        lastError: sentenceOf(error),
      });
      // The row keeps the server's words, which may name the recipient; the log must not.
      if (!isFinal) throw new MailDelayed();
      this.logger.error({ err: error, mailId: mail.id, tenant: context.tenant.slug, msg: 'A mail failed' });
      return;
    }
    await this.settle(context, mail, { state: 'sent', sentAt: this.clock.now(), lastError: null });
  }

  /** Takes the mail for this attempt alone; null when there is nothing to send. */
  private async claim(context: TenantContext, id: string): Promise<Mail | null> {
    const tenantId = context.tenant.id;
    return this.database.transaction(context, async (manager) => {
      const mail = await manager.findOne(Mail, {
        where: { tenantId, id },
        lock: { mode: 'pessimistic_write' },
      });
      if (mail === null || mail.state === 'sent' || mail.state === 'failed') return null;
      if (mail.goodUntil !== null && Temporal.Instant.compare(mail.goodUntil, this.clock.now()) <= 0) {
        await manager.update(Mail, { tenantId, id }, { state: 'failed', lastError: MAIL_IS_OVER });
        return null;
      }
      if (mail.state === 'sending' && !this.transport.isRepeatable) {
        const lastError = 'The server stopped while this mail was being sent; it may have arrived.';
        await manager.update(Mail, { tenantId, id }, { state: 'failed', lastError });
        this.logger.error({ mailId: id, tenant: context.tenant.slug, msg: 'The fate of a mail is unknown' });
        return null;
      }
      await manager.update(Mail, { tenantId, id }, { state: 'sending', attempts: mail.attempts + 1 });
      return mail;
    });
  }

  private async compose(context: TenantContext, mail: Mail): Promise<SendMailOptions> {
    const from = this.environment.mailFrom;
    const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost';
    const attachments = await Promise.all(
      mail.attachments.map(async ({ fileName, contentType, sha256 }) => ({
        filename: fileName,
        contentType,
        content: await this.storage.read(context, sha256),
      })),
    );
    return {
      // The same in every attempt, so that a mailbox that got it twice shows it once.
      messageId: `<${mail.id}@${domain}>`,
      date: new Date(mail.createdAt.epochMilliseconds),
      from,
      to: mail.to,
      ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
      subject: mail.subject,
      text: mail.isSealed ? this.sealing.open(context, mail.body) : mail.body,
      attachments,
      // Rows come from people: nothing in them may name a file or an address to fetch.
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  }

  private async settle(
    context: TenantContext,
    { id }: Mail,
    change: { state: Mail['state']; sentAt?: Temporal.Instant; lastError: string | null },
  ): Promise<void> {
    await this.database.transaction(context, (manager) =>
      manager.update(Mail, { tenantId: context.tenant.id, id }, change),
    );
  }
}

/** The mail server did not take the mail; a later attempt may succeed. */
class MailDelayed extends Error {
  override name = 'MailDelayed';
}

const sentenceOf = (error: unknown) => (Error.isError(error) ? error.message.slice(0, 500) : 'unknown');
