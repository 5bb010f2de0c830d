import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { findAttendees } from './attendees.js';
import { isSameSecret } from './secrets.js';
import type { SignInDto } from './sign-in.dto.js';
import { SignInThrottleService, throttled } from './sign-in-throttle.service.js';
import { type OpenedSignIn, SignInsService } from './sign-ins.service.js';
import { typedBadge, typedLastNameKeys } from './typed-last-name.js';

/** Sign-in with the two things a learner has at hand: the badge and the own last name. */
@Injectable()
export class BadgeSignInService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly throttle: SignInThrottleService,
    private readonly signIns: SignInsService,
  ) {}

  /**
   * @param address the network address the request came from
   * @throws DomainError `sign_in.failed`, the same for a wrong badge and a wrong name; `sign_in.throttled`
   */
  async signIn(context: TenantContext, input: SignInDto, address: string): Promise<OpenedSignIn> {
    const badge = typedBadge(input.badge);
    // Badges are worn for everybody to read.
    const attempt = { name: `badge ${badge.toLowerCase()}`, address, isNamePerNetwork: true };
    // The count must stay when the sign-in fails, so refusals are returned from the transaction, not thrown.
    const outcome = await this.database.transaction(context, async (manager) => {
      const { wait, isCompared } = await this.throttle.countKindly(manager, context, attempt);
      const attendees = await findAttendees(manager, context.tenant.id, badge, input.activityId);
      if (wait !== null && !isCompared) return throttled(wait);
      const keys = typedLastNameKeys(input.lastName);
      // Every candidate is compared with every key, found or not: time tells nothing.
      const candidates = attendees.length > 0 ? attendees : [nobody];
      const matching = candidates.filter(
        ({ lastNameKey }) => keys.filter((key) => isSameSecret(key, lastNameKey)).length > 0,
      );
      const [attendee] = matching.filter((found) => found !== nobody);
      if (attendee === undefined) {
        return wait === null ? new DomainError('sign_in.failed', { detail: FAILURE }) : throttled(wait);
      }

      await this.throttle.forgive(manager, context, attempt);
      const { learnerId, registrationId, activityId } = attendee;
      return this.signIns.open(manager, context, { learnerId, registrationId, activityId, way: 'badge' });
    });
    if (outcome instanceof DomainError) throw outcome;
    return outcome;
  }
}

const nobody = { registrationId: '', learnerId: '', activityId: '', lastNameKey: '' };

const FAILURE =
  'We could not find that badge number and last name together. Please check both and try again.';
