import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../config/clock.js';
import { TenantDatabase } from '../../database/tenant-database.js';
import { DomainError } from '../../problem/domain-error.js';
import { SignInWays } from '../../tenancy/sign-in-ways.service.js';
import type { LearnerContext, TenantContext } from '../../tenancy/tenant-context.js';
import { hashOf } from '../secrets.js';
import { SignInThrottleService, throttled } from '../sign-in-throttle.service.js';
import { SignInsService } from '../sign-ins.service.js';
import { LearnerPassword } from './learner-password.entity.js';
import { voidMailedLinks } from './mailed-links.js';
import { STOLEN, weaknessOf } from './password-strength.js';
import { StolenPasswords } from './stolen-passwords.js';
import type { ChangePasswordDto, ResetPasswordDto } from './passwords.dto.js';

/** Setting passwords: by the learner who knows the present one, or by the link that was mailed. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly ways: SignInWays,
    private readonly throttle: SignInThrottleService,
    private readonly signIns: SignInsService,
    private readonly clock: Clock,
    private readonly stolen: StolenPasswords,
  ) {}

  /**
   * Changes the signed-in learner's password and signs every other browser out.
   *
   * @throws DomainError `password.wrong`, `password.weak`, `sign_in.throttled`; `not_found` for a learner without one
   */
  async change(context: LearnerContext, input: ChangePasswordDto): Promise<void> {
    const { learnerId, signInId } = context.actor;
    // Whoever finds an open browser must not try through passwords in it.
    const attempt = { name: `change ${learnerId}`, address: `change ${learnerId}` };
    const { kept, wait } = await this.database.transaction(context, async (manager) => ({
      kept: await this.find(manager, context, learnerId),
      wait: await this.throttle.count(manager, context, attempt),
    }));
    if (wait !== null) throw throttled(wait);
    if (kept.passwordHash === null || !(await verify(kept.passwordHash, input.current))) {
      throw new DomainError('password.wrong');
    }
    await this.refuseWeak(context, learnerId, input.password);
    const passwordHash = await hash(input.password);
    await this.database.transaction(context, async (manager) => {
      await this.throttle.forgive(manager, context, attempt);
      await this.store(manager, context, learnerId, passwordHash);
      await this.signIns.revokeLearner(manager, context, learnerId, signInId);
    });
  }

  /**
   * Sets a password by a mailed link, which works once, and signs the learner out of every browser.
   *
   * @throws DomainError `password.link_expired` for a token that is unknown here, used or old; `password.weak`, which
   *   leaves the link good
   */
  async reset(context: TenantContext, { token, password }: ResetPasswordDto): Promise<void> {
    const values = [context.tenant.id, hashOf(token), this.clock.now().toString()];
    const [found] = await this.database.transaction(context, async (manager) => {
      await this.ways.requireIn(manager, context, 'password');
      return manager.query<{ learner_id: string }[]>(
        `select learner_id from password_resets where tenant_id = $1 and token_hash = $2 and ${GOOD}`,
        values,
      );
    });
    if (found === undefined) throw new DomainError('password.link_expired');
    await this.refuseWeak(context, found.learner_id, password);
    const passwordHash = await hash(password);
    await this.database.transaction(context, async (manager) => {
      // Of two who use the link at once the second finds it used.
      const [used] = await manager.query<[{ learner_id: string }[], number]>(
        `update password_resets set used_at = $3 where tenant_id = $1 and token_hash = $2 and ${GOOD} returning learner_id`,
        values,
      );
      const [row] = used;
      if (row === undefined) throw new DomainError('password.link_expired');
      await this.store(manager, context, row.learner_id, passwordHash);
      await this.signIns.revokeLearner(manager, context, row.learner_id);
    });
  }

  private async find(
    manager: EntityManager,
    context: TenantContext,
    learnerId: string,
  ): Promise<LearnerPassword> {
    await this.ways.requireIn(manager, context, 'password');
    const kept = await manager.findOneBy(LearnerPassword, { tenantId: context.tenant.id, learnerId });
    if (kept === null)
      throw new DomainError('not_found', { detail: 'You have no password here. You sign in another way.' });
    return kept;
  }

  /** @throws DomainError `password.weak`, with what would help */
  private async refuseWeak(context: TenantContext, learnerId: string, password: string): Promise<void> {
    const [known] = await this.database.transaction(context, (manager) =>
      manager.query<{ words: string[] }[]>(OWN_WORDS, [context.tenant.id, learnerId]),
    );
    const { name, slug } = context.tenant;
    const weakness = await weaknessOf(password, [...(known?.words ?? []), name, slug]);
    const detail = weakness ?? ((await this.stolen.has(password)) ? STOLEN : null);
    if (detail === null) return;
    throw new DomainError('password.weak', {
      detail,
      faults: [{ field: 'password', code: 'weak', message: detail }],
    });
  }

  private async store(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    learnerId: string,
    passwordHash: string,
  ): Promise<void> {
    const changedAt = this.clock.now();
    const tenantId = context.tenant.id;
    await manager.update(LearnerPassword, { tenantId, learnerId }, { passwordHash, changedAt });
    await voidMailedLinks(manager, context, learnerId, changedAt);
  }
}

const GOOD = 'used_at is null and expires_at > $3';

/** What others know about the learner, and would try first. */
const OWN_WORDS = `
  select array_remove(array[l.first_name, l.last_name, l.display_name, l.email, l.member_number, p.username], null) as words
  from learners l
  left join learner_passwords p on p.tenant_id = l.tenant_id and p.learner_id = l.id
  where l.tenant_id = $1 and l.id = $2`;
