import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { JobQueue } from '../jobs/job-queue.js';
import { DomainError } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import type { StaffMailDto, StaffMailPageDto } from './dto/staff-mail.dto.js';
import { MAIL_IS_OVER } from './mail-states.js';
import { Mail } from './mail.entity.js';
import { SEND_MAIL } from './stored-mailer.js';

export interface MailsPage {
  readonly state?: string | undefined;
  /** The last mail of the page before. */
  readonly cursor?: string | undefined;
  /** 1 to 100. */
  readonly limit: number;
}

/** Mails as the people of the society look at them: to whom and how they stand, never what they say. */
@Injectable()
export class StaffMailsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly jobs: JobQueue,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  async list(context: TenantContext, { state, cursor, limit }: MailsPage): Promise<StaffMailPageDto> {
    const rows = await this.database.transaction(context, (manager) =>
      manager.query<{ mail: StaffMailDto }[]>(
        `select json_build_object('id', id, 'to', "to", 'subject', subject, 'state', state, 'attempts', attempts,
           'lastError', last_error, 'createdAt', created_at, 'sentAt', sent_at) as mail
         from mails
         where tenant_id = $1 and ($2::text is null or state = $2) and ($3::uuid is null or id < $3)
         order by id desc limit $4`,
        [context.tenant.id, state ?? null, cursor ?? null, limit + 1],
      ),
    );
    const items = rows.slice(0, limit).map(({ mail }) => view(mail));
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /**
   * Lets a mail that was given up be sent again. Where nobody knows whether it arrived, it may then arrive twice.
   *
   * @throws DomainError `not_found`; `delivery.not_failed` for any other state, or where the link in it is over
   */
  async retry(context: TenantContext, id: string): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      if ((await this.requeue(manager, context, id)) > 0) return;
      const mail = await manager.findOneBy(Mail, { tenantId: context.tenant.id, id });
      if (mail === null) throw new DomainError('not_found', { detail: 'There is no such mail.' });
      const isOver = mail.state === 'failed' && mail.goodUntil !== null;
      throw new DomainError('delivery.not_failed', isOver ? { detail: MAIL_IS_OVER } : {});
    });
  }

  /** Lets every mail that was given up and still helps be sent again; answers how many. */
  async retryAll(context: TenantContext): Promise<number> {
    return this.database.transaction(context, (manager) => this.requeue(manager, context, null));
  }

  /** The row and its job change together; who asks at the same time finds it queued already. */
  private async requeue(manager: EntityManager, context: TenantContext, id: string | null): Promise<number> {
    const [rows]: [{ id: string }[], number] = await manager.query(
      `update mails set state = 'queued'
       where tenant_id = $1 and state = 'failed' and ($2::uuid is null or id = $2)
         and (good_until is null or good_until > $3)
       returning id`,
      [context.tenant.id, id, this.clock.now().toString()],
    );
    for (const { id: mailId } of rows) {
      await this.jobs.enqueue(manager, context, { name: SEND_MAIL, data: { mailId }, key: mailId });
      await this.audit.record(manager, context, { action: 'mail.retried', subjectId: mailId });
    }
    return rows.length;
  }
}

const view = ({ createdAt, sentAt, ...mail }: StaffMailDto): StaffMailDto => ({
  ...mail,
  createdAt: Temporal.Instant.from(createdAt).toString(),
  sentAt: sentAt === null ? null : Temporal.Instant.from(sentAt).toString(),
});
