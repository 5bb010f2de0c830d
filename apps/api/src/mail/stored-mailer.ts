import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { JobQueue } from '../jobs/job-queue.js';
import { Sealing } from '../sealing/sealing.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { Mail } from './mail.entity.js';
import { type MailStatus, Mailer, type NewMail } from './mailer.js';

/** The job that sends one mail; its data is `{ mailId }`. */
export const SEND_MAIL = 'mail.send';

/** Mails as rows, each with the job that sends it. */
@Injectable()
export class StoredMailer extends Mailer {
  constructor(
    private readonly jobs: JobQueue,
    private readonly sealing: Sealing,
  ) {
    super();
  }

  override async queue(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    mail: NewMail,
  ): Promise<string> {
    const tenantId = context.tenant.id;
    const id = uuid();
    await manager
      .createQueryBuilder()
      .insert()
      .into(Mail)
      .values({
        tenantId,
        id,
        key: mail.key,
        to: mail.to,
        replyTo: mail.replyTo ?? null,
        subject: mail.subject,
        body: mail.isConfidential === true ? this.sealing.seal(context, mail.body) : mail.body,
        isSealed: mail.isConfidential === true,
        goodUntil: mail.goodUntil ?? null,
        attachments: mail.attachments ?? [],
      })
      .orIgnore()
      .updateEntity(false)
      .execute();
    const stored = await manager.findOneOrFail(Mail, {
      where: { tenantId, key: mail.key },
      select: { id: true },
    });
    if (stored.id === id) {
      await this.jobs.enqueue(manager, context, { name: SEND_MAIL, data: { mailId: id }, key: id });
    }
    return stored.id;
  }

  override async countSince(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    keyPrefix: string,
    since: Temporal.Instant,
  ): Promise<number> {
    const rows = await manager.query<{ count: number }[]>(
      `select count(*)::integer as count from mails where tenant_id = $1 and starts_with(key, $2) and created_at >= $3`,
      [context.tenant.id, keyPrefix, since.toString()],
    );
    return rows[0]?.count ?? 0;
  }

  override async statusOf(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    key: string,
  ): Promise<MailStatus | null> {
    const mail = await manager.findOneBy(Mail, { tenantId: context.tenant.id, key });
    return mail === null ? null : { state: mail.state, sentAt: mail.sentAt };
  }
}
