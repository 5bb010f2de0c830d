import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../config/clock.js';
import { Environment } from '../../config/environment.js';
import { TenantDatabase } from '../../database/tenant-database.js';
import { JobQueue } from '../../jobs/job-queue.js';
import { Mailer } from '../../mail/mailer.js';
import { SignInWays } from '../../tenancy/sign-in-ways.service.js';
import type { TenantContext } from '../../tenancy/tenant-context.js';
import { TenantProfilesService } from '../../tenancy/tenant-profiles.service.js';
import { hashOf, newToken } from '../secrets.js';
import { SignInThrottleService, networkOf } from '../sign-in-throttle.service.js';
import { PasswordReset } from './password-reset.entity.js';
import { resetMail } from './reset-mail.js';
import { usernameKey } from './username-key.js';

const MAIL_RESET = 'password.mail-reset';
const GOOD_FOR = Temporal.Duration.from({ hours: 1 });
/** Within that hour; more would only fill somebody's mailbox. */
const MOST_LINKS = 3;
const RETRIES = 5;

interface Recipient {
  learner_id: string;
  username: string;
  display_name: string;
  email: string | null;
  links: number;
}

/**
 * Mails links to choose a new password. The request only notes that somebody asked: whether there is such a learner
 * is found out later, in the worker, so that neither the answer nor its time says so.
 */
@Injectable()
export class PasswordResetsService implements OnModuleInit {
  private readonly logger = new Logger('PasswordResets');

  constructor(
    private readonly database: TenantDatabase,
    private readonly ways: SignInWays,
    private readonly throttle: SignInThrottleService,
    private readonly jobs: JobQueue,
    private readonly mailer: Mailer,
    private readonly profiles: TenantProfilesService,
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(MAIL_RESET, { retryLimit: RETRIES }, (context, { username }) =>
      this.database.transaction(context, (manager) => this.mail(manager, context, String(username))),
    );
  }

  /** @throws DomainError `not_found` where the society has no passwords here */
  async request(context: TenantContext, username: string, address: string): Promise<void> {
    const key = usernameKey(username);
    await this.database.transaction(context, async (manager) => {
      await this.ways.requireIn(manager, context, 'password');
      const attempt = { name: `reset ${key} from ${networkOf(address)}`, address };
      // Said to nobody: whoever asks too often simply gets no more mails.
      if ((await this.throttle.count(manager, context, attempt)) !== null) return;
      await this.jobs.enqueue(manager, context, { name: MAIL_RESET, data: { username: key } });
    });
  }

  private async mail(manager: EntityManager, context: TenantContext, key: string): Promise<void> {
    const now = this.clock.now();
    const [learner] = await manager.query<Recipient[]>(RECIPIENT, [
      context.tenant.id,
      key,
      now.subtract(GOOD_FOR).toString(),
    ]);
    if (learner === undefined || learner.links >= MOST_LINKS) return;
    if (learner.email === null) {
      this.logger.warn({
        learnerId: learner.learner_id,
        msg: 'A learner without a mail address asked for a link',
      });
      return;
    }
    const token = newToken();
    const id = uuid();
    await manager.insert(PasswordReset, {
      tenantId: context.tenant.id,
      id,
      learnerId: learner.learner_id,
      tokenHash: hashOf(token),
      requestedAt: now,
      expiresAt: now.add(GOOD_FOR),
    });
    const { displayName, support } = await this.profiles.profileOf(manager, context);
    const portal = this.environment.publicUrl(this.environment.tenantHost(context.tenant.slug));
    await this.mailer.queue(manager, context, {
      key: `password-reset:${id}`,
      to: learner.email,
      replyTo: support.email,
      isConfidential: true,
      goodUntil: now.add(GOOD_FOR),
      ...resetMail({
        society: displayName,
        name: learner.display_name,
        username: learner.username,
        // After the `#`, so that no server on the way writes it into a log.
        link: `${portal}/reset-password#${token}`,
        supportEmail: support.email,
      }),
    });
  }
}

/** The learner's row is held, so that jobs at once count each other's links. */
const RECIPIENT = `
  select p.learner_id, p.username, l.display_name, l.email,
    (select count(*)::int from password_resets r
     where r.tenant_id = p.tenant_id and r.learner_id = p.learner_id and r.requested_at > $3) as links
  from learner_passwords p
  join learners l on l.tenant_id = p.tenant_id and l.id = p.learner_id
  where p.tenant_id = $1 and p.username_key = $2
  for update of p`;
