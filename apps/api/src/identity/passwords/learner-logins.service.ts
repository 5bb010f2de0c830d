import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../config/clock.js';
import { TenantDatabase } from '../../database/tenant-database.js';
import { DomainError } from '../../problem/domain-error.js';
import type { TenantContext } from '../../tenancy/tenant-context.js';
import { SignInsService } from '../sign-ins.service.js';
import { LearnerPassword } from './learner-password.entity.js';
import { voidMailedLinks } from './mailed-links.js';
import { usernameKey } from './username-key.js';

/** A learner by what the society calls them. */
export type LearnerName = { memberNumber: string } | { email: string };

export interface NewLogin {
  learner: LearnerName;
  username: string;
  /** Null for a learner who will choose one by the link in a mail. */
  password: string | null;
}

/** Usernames and first passwords, as the operator gives them. */
@Injectable()
export class LearnerLogins {
  constructor(
    private readonly database: TenantDatabase,
    private readonly signIns: SignInsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the learner this username, and the password if there is one; the learner is then signed out everywhere.
   *
   * @throws DomainError `not_found` for nobody or more than one, `request.invalid` for a username somebody else has
   */
  async set(context: TenantContext, { learner, username, password }: NewLogin): Promise<void> {
    const tenantId = context.tenant.id;
    const passwordHash = password === null ? null : await hash(password);
    await this.database.transaction(context, async (manager) => {
      const [column, value] =
        'memberNumber' in learner
          ? ['member_number', learner.memberNumber.trim()]
          : ['email', learner.email.trim().toLowerCase()];
      const found = await manager.query<{ id: string }[]>(
        `select id from learners where tenant_id = $1 and ${column} = $2 limit 2`,
        [tenantId, value],
      );
      const [only, another] = found;
      if (only === undefined || another !== undefined) {
        const many = only === undefined ? 'No learner has' : 'More than one learner has';
        throw new DomainError('not_found', { detail: `${many} the ${column.replace('_', ' ')} ${value}.` });
      }
      const key = usernameKey(username);
      const holder = await manager.findOneBy(LearnerPassword, { tenantId, usernameKey: key });
      if (holder !== null && holder.learnerId !== only.id) {
        throw new DomainError('request.invalid', { detail: `Somebody else has the username ${username}.` });
      }
      await manager.upsert(
        LearnerPassword,
        {
          tenantId,
          learnerId: only.id,
          username: username.trim(),
          usernameKey: key,
          changedAt: this.clock.now(),
          ...(passwordHash === null ? {} : { passwordHash }),
        },
        ['tenantId', 'learnerId'],
      );
      if (passwordHash !== null) {
        await voidMailedLinks(manager, context, only.id, this.clock.now());
        await this.signIns.revokeLearner(manager, context, only.id);
      }
      await this.audit.record(manager, context, {
        action: 'login.set',
        subjectId: only.id,
        details: { hasPassword: passwordHash !== null },
      });
    });
  }
}
