import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { v7 as uuid } from 'uuid';
import { TenantDatabase } from '../../database/tenant-database.js';
import { DomainError } from '../../problem/domain-error.js';
import { SignInWays } from '../../tenancy/sign-in-ways.service.js';
import type { TenantContext } from '../../tenancy/tenant-context.js';
import { admit } from '../admissions.js';
import {
  type SignInAttempt,
  SignInThrottleService,
  networkOf,
  throttled,
} from '../sign-in-throttle.service.js';
import { type OpenedSignIn, SignInsService } from '../sign-ins.service.js';
import type { KnownDevice } from './known-device.js';
import { LearnerPassword } from './learner-password.entity.js';
import type { PasswordSignInDto } from './passwords.dto.js';
import { usernameKey } from './username-key.js';

/** An argon2id hash of nothing anybody types, so that an unknown username costs as much as a wrong password. */
const DECOY = await hash(uuid());

const FAILURE = 'We could not find that username and password together. Please check both and try again.';

/** Sign-in with username and password held here, for a society without a provider of its own. */
@Injectable()
export class PasswordSignInService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly ways: SignInWays,
    private readonly throttle: SignInThrottleService,
    private readonly signIns: SignInsService,
  ) {}

  /**
   * @param origin the network address the request came from, and the browser if a learner has signed in there before
   * @throws DomainError `sign_in.failed`, the same for an unknown username and a wrong password; `sign_in.throttled`;
   *   `sign_in.not_registered`, only to whoever knows the password; `not_found` where the society has no such way
   */
  async signIn(
    context: TenantContext,
    input: PasswordSignInDto,
    origin: { address: string; device: KnownDevice | null },
  ): Promise<OpenedSignIn & { learnerId: string }> {
    const tenantId = context.tenant.id;
    const key = usernameKey(input.username);
    const { counted, kept, attempt } = await this.database.transaction(context, async (manager) => {
      await this.ways.requireIn(manager, context, 'password');
      const kept = await manager.findOneBy(LearnerPassword, { tenantId, usernameKey: key });
      const attempt = attemptOf(key, kept, origin);
      return { kept, attempt, counted: await this.throttle.countKindly(manager, context, attempt) };
    });
    const { wait, isCompared, isOfName } = counted;
    // A new password helps where it was this one that was tried, not where others in the network tried theirs.
    if (wait !== null && !isCompared) throw throttled(wait, isOfName ? 'or choose a new password' : '');

    // Outside any transaction: it is slow on purpose.
    const isRight = await verify(kept?.passwordHash ?? DECOY, input.password);
    if (!isRight || kept === null || kept.passwordHash === null) {
      throw wait === null ? new DomainError('sign_in.failed', { detail: FAILURE }) : throttled(wait);
    }
    return this.database.transaction(context, async (manager) => {
      await this.throttle.forgive(manager, context, attempt);
      const { learnerId } = kept;
      const admission = await admit(manager, context, learnerId, input.activityId);
      if (admission === null) throw new DomainError('sign_in.not_registered');
      const opened = await this.signIns.open(manager, context, { learnerId, ...admission, way: 'password' });
      return { ...opened, learnerId };
    });
  }
}

/**
 * What counts together. A stranger's tries count for this username at their own network only: however many they are,
 * the learner gets in from elsewhere. A browser the learner has used before counts by itself, even beside a stranger
 * in the same network. And tries count for one password: whoever has chosen a new one, by the link in their mail, is
 * let in everywhere at once.
 */
function attemptOf(
  key: string,
  kept: Pick<LearnerPassword, 'learnerId' | 'changedAt'> | null,
  { address, device }: { address: string; device: KnownDevice | null },
): SignInAttempt {
  const name = `password ${key} of ${kept?.changedAt.toString() ?? 'nobody'}`;
  if (device !== null && device.learnerId === kept?.learnerId) {
    return { name: `${name} in ${device.id}`, address: `device ${device.id}` };
  }
  return { name: `${name} from ${networkOf(address)}`, address };
}
