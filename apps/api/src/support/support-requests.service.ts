import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClaimSummaries } from '../claims/claim-summaries.service.js';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { LearnerDirectory } from '../learners/learner-directory.service.js';
import { Mailer } from '../mail/mailer.js';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import type { SupportReceiptDto, SupportRequestDto } from './dto/support-request.dto.js';
import { supportBody, supportSubject, type SupportRequest } from './support-mail.js';
import { supportReference } from './support-reference.js';

/** Requests of one learner in an hour; a person in trouble needs fewer. */
const MOST = 10;
const WINDOW = Temporal.Duration.from({ hours: 1 });

/** Carries a learner's question to the society's desk, with what the desk would ask them for. */
@Injectable()
export class SupportRequestsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly profiles: TenantProfilesService,
    private readonly summaries: ClaimSummaries,
    private readonly learners: LearnerDirectory,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /**
   * Queues the mail, once for each key.
   *
   * @throws DomainError `not_found` for a claim or an offering that is not the learner's or the activity's;
   *   `rate.limited` after ten requests in an hour
   */
  async send(context: LearnerContext, key: string, request: SupportRequestDto): Promise<SupportReceiptDto> {
    const { learnerId } = context.actor;
    const reference = supportReference(context.tenant.id, learnerId, key);
    const mailKey = `${keysOf(learnerId)}${reference}`;
    return this.database.transaction(context, async (manager) => {
      // One after the other: a press that comes twice must see what the first one did.
      await manager.query(`select pg_advisory_xact_lock(hashtext($1))`, [keysOf(learnerId)]);
      if ((await this.mailer.statusOf(manager, context, mailKey)) !== null) return { reference };
      await this.throttle(manager, context);
      const { claimId = null, offeringId = null, message, page } = request;
      const summary = await this.summaries.read(manager, context, { claimId, offeringId });
      const { support, language } = await this.profiles.profileOf(manager, context);
      const mail: SupportRequest = {
        reference,
        message,
        page,
        summary,
        language,
        replyTo: request.replyTo ?? summary.learner.email,
        memberNumber: await this.learners.memberNumberOf(manager, context, learnerId),
      };
      await this.mailer.queue(manager, context, {
        key: mailKey,
        to: support.email,
        replyTo: mail.replyTo,
        subject: supportSubject(mail),
        body: supportBody(mail),
      });
      return { reference };
    });
  }

  private async throttle(manager: EntityManager, context: LearnerContext): Promise<void> {
    const since = this.clock.now().subtract(WINDOW);
    const count = await this.mailer.countSince(manager, context, keysOf(context.actor.learnerId), since);
    if (count < MOST) return;
    throw new DomainError('rate.limited', {
      detail:
        'You have sent several requests already, and they have arrived. Please wait for the answer, or call us.',
      retryAfterSeconds: WINDOW.total('seconds'),
    });
  }
}

/** How the keys of this learner's mails begin. */
const keysOf = (learnerId: string): string => `support-request:${learnerId}:`;
