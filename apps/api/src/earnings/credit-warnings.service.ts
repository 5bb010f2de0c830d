import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Environment } from '../config/environment.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { JobQueue } from '../jobs/job-queue.js';
import { Mailer } from '../mail/mailer.js';
import type { ClaimantContext, TenantContext } from '../tenancy/tenant-context.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import { earningActivities, learnersWithCompletions, noteWarnings } from './credit-warnings.rows.js';
import { warningDue } from './earned-expiry.js';
import { EarningsService } from './earnings.service.js';
import { warningMail } from './warning-mail.js';

/** Once a day and tenant: begins the looking, activity by activity. */
export const WARN_OF_EXPIRY = 'earnings.warn';
/** Looks at some learners of an activity, and hands on to the next; its data is `{ activityId, after }`. */
export const WARN_LEARNERS = 'earnings.warn-learners';

/** Learners looked at by one job; a few seconds of work. */
const LEARNERS_AT_ONCE = 100;

/**
 * Writes to learners whose earned credit comes near its end, at the moments that the rules of the `offer` stage name.
 * What was warned of is noted in the transaction that queues the mail, so that a job may break off anywhere and run
 * again.
 */
@Injectable()
export class CreditWarningsService implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly environment: Environment,
    private readonly inputs: DecisionInputsService,
    private readonly earnings: EarningsService,
    private readonly mailer: Mailer,
  ) {}

  onModuleInit(): void {
    this.jobs.registerDaily(WARN_OF_EXPIRY, { retryLimit: 3, concurrency: 1 }, (context) =>
      this.begin(context),
    );
    const options = { retryLimit: 5, retryDelaySeconds: 60, expireSeconds: 900, concurrency: 1 };
    this.jobs.register(WARN_LEARNERS, options, async (context, { activityId, after }, { signal }) => {
      await this.warnSome(context, String(activityId), typeof after === 'string' ? after : null, signal);
    });
  }

  /** Enqueues the first job of every activity that has earned credit. */
  async begin(context: TenantContext): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      for (const activityId of await earningActivities(manager, context)) {
        const data = { activityId, after: null };
        await this.jobs.enqueue(manager, context, { name: WARN_LEARNERS, data, key: activityId });
      }
    });
  }

  /**
   * Warns the next learners after one, a transaction each, and enqueues the job for those after them.
   *
   * @returns how many mails were queued
   */
  async warnSome(
    context: TenantContext,
    activityId: string,
    after: string | null,
    signal?: AbortSignal,
  ): Promise<number> {
    const learners = await this.database.transaction(context, (manager) =>
      learnersWithCompletions(manager, context, activityId, after, LEARNERS_AT_ONCE),
    );
    let mails = 0;
    for (const learner of learners) {
      signal?.throwIfAborted();
      const claimant = { tenant: context.tenant, actor: { ...learner, activityId } };
      if (await this.warn(claimant)) mails += 1;
    }
    const last = learners.at(-1);
    if (last !== undefined && learners.length === LEARNERS_AT_ONCE) {
      const data = { activityId, after: last.learnerId };
      await this.database.transaction(context, (manager) =>
        this.jobs.enqueue(manager, context, {
          name: WARN_LEARNERS,
          data,
          key: `${activityId}:${last.learnerId}`,
        }),
      );
    }
    return mails;
  }

  /** One mail about everything that is due and was not warned of; at most one a day. */
  private async warn(context: ClaimantContext): Promise<boolean> {
    return this.database.transaction(context, async (manager) => {
      const now = this.clock.now();
      const inputs = await this.inputs.load(manager, context, now);
      if (inputs.email === null) return false;
      const { activityId, learnerId } = context.actor;
      const today = now.toZonedDateTimeISO(inputs.timeZone).toPlainDate().toString();
      const key = `credit-warning:${activityId}:${learnerId}:${today}`;
      // What has come due since this morning's mail is in tomorrow's.
      if ((await this.mailer.statusOf(manager, context, key)) !== null) return false;
      const earned = await this.earnings.read(manager, context, inputs);
      const due = earned.flatMap((credit) => {
        const warnAt = warningDue(credit.offer, now);
        return warnAt === null ? [] : { credit, offeringId: credit.offering.id, warnAt };
      });
      if (due.length === 0) return false;
      const noted = await noteWarnings(manager, context, due, now);
      const credits = due.filter(({ offeringId }) => noted.has(offeringId)).map(({ credit }) => credit);
      if (credits.length === 0) return false;
      const host = this.environment.tenantHost(context.tenant.slug);
      const address = `${this.environment.publicUrl(host)}/`;
      const { subject, body } = warningMail(inputs, this.earnings.typesOf(inputs), credits, address);
      const replyTo = inputs.society.support.email;
      await this.mailer.queue(manager, context, { key, to: inputs.email, replyTo, subject, body });
      return true;
    });
  }
}
