import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../config/clock.js';
import { DomainError } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { hashOf } from './secrets.js';
import { SignInThrottle } from './sign-in-throttle.entity.js';

/** A window opens with the first failure and closes this much later. */
export const WINDOW = Temporal.Duration.from({ minutes: 15 });
/** Tries for one badge or account in a window; a person mistyping needs far fewer. */
const MOST_FOR_NAME = 10;
/** Tries for one name from anywhere, where it is bound per network; a person who moves between networks needs fewer. */
const MOST_FROM_ANYWHERE = 100;
/** Tries from one address in a window; a congress shares one, and a few of its thousands mistype. */
const MOST_FOR_ADDRESS = 300;
/** Beyond those, tries that are still compared for the sake of everybody else in the network. */
const MOST_COMPARED_FOR_ADDRESS = 1_000;

/** Who is trying: the badge or mail address, and the network address. Stored as hashes only. */
export interface SignInAttempt {
  name: string;
  address: string;
  /**
   * Whether the name's tries are counted per network, and from anywhere only widely: for names that others can read
   * or guess, so that somebody elsewhere does not keep their owner out with a few wrong tries.
   */
  isNamePerNetwork?: boolean;
}

/**
 * Counts tries at signing in, in the database, so that every API process counts together. A try is counted
 * before it is looked at: a thousand at once count as a thousand. One badge's throttle is no other badge's.
 */
@Injectable()
export class SignInThrottleService {
  constructor(private readonly clock: Clock) {}

  /**
   * Counts one try.
   *
   * @returns null when it may go on, else for how many seconds it may not
   */
  async count(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    attempt: SignInAttempt,
  ): Promise<number | null> {
    return (await this.countKindly(manager, context, attempt)).wait;
  }

  /**
   * Counts one try, and says whether it may be compared all the same: where a network alone has had too many, most of
   * the people in it have done nothing. Whoever is right may then come in; whoever is not is told to wait. How often
   * that is done is bounded, so that a network cannot guess on.
   */
  async countKindly(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    attempt: SignInAttempt,
  ): Promise<{ readonly wait: number | null; readonly isCompared: boolean }> {
    const now = this.clock.now();
    const all = bounds(attempt);
    // Always in this order, so that two tries never wait for each other in a circle.
    for (const [index, [key, most]] of all.entries()) {
      const { failures, startedAt } = await this.increment(manager, context.tenant.id, key, now);
      // What a tight bound refuses is not counted against the wider ones, which others share.
      if (failures <= most) continue;
      const wait = Math.max(1, Math.ceil(startedAt.add(WINDOW).since(now).total('seconds')));
      const isNetwork = index === all.length - 1;
      return { wait, isCompared: isNetwork && failures <= MOST_COMPARED_FOR_ADDRESS };
    }
    return { wait: null, isCompared: true };
  }

  /** After a sign-in that succeeded: the name's tries are forgotten, what counts widely gets its one back. */
  async forgive(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    attempt: SignInAttempt,
  ): Promise<void> {
    const tenantId = context.tenant.id;
    const [[tight], ...wide] = bounds(attempt);
    await manager.delete(SignInThrottle, { tenantId, key: tight });
    // One after another, in the order in which they were counted.
    for (const [key] of wide) {
      await manager.query(
        `update sign_in_throttles set failures = greatest(failures - 1, 0) where tenant_id = $1 and key = $2`,
        [tenantId, key],
      );
    }
  }

  private async increment(
    manager: EntityManager,
    tenantId: string,
    key: string,
    now: Temporal.Instant,
  ): Promise<{ failures: number; startedAt: Temporal.Instant }> {
    const oldest = now.subtract(WINDOW);
    const [row] = await manager.query<{ failures: number; window_started_at: Date }[]>(
      `insert into sign_in_throttles as kept (tenant_id, key, window_started_at, failures)
       values ($1, $2, $3, 1)
       on conflict (tenant_id, key) do update set
         failures = case when kept.window_started_at <= $4 then 1 else kept.failures + 1 end,
         window_started_at = case when kept.window_started_at <= $4 then $3 else kept.window_started_at end
       returning failures, window_started_at`,
      [tenantId, key, now.toString(), oldest.toString()],
    );
    if (row === undefined) throw new Error('The throttle returned nothing');
    return {
      failures: row.failures,
      startedAt: Temporal.Instant.fromEpochMilliseconds(row.window_started_at.getTime()),
    };
  }
}

/**
 * Refuses, and says for how long.
 *
 * @param remedy what else would help, as the end of the sentence "Try again in 12 minutes, …"
 */
export const throttled = (retryAfterSeconds: number, remedy = ''): DomainError => {
  // Rounded up: who comes back then is let in.
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const wait = minutes === 1 ? 'a minute' : `${String(minutes)} minutes`;
  const detail = `There were too many tries. Try again in ${wait}${remedy === '' ? '' : `, ${remedy}`}.`;
  return new DomainError('sign_in.throttled', { retryAfterSeconds, detail });
};

type Bound = readonly [key: string, most: number];

/** What a try counts against, the tightest first. */
const bounds = ({ name, address, isNamePerNetwork = false }: SignInAttempt): readonly [Bound, ...Bound[]] => {
  const network = networkOf(address);
  const anywhere = hashOf(`name ${name}`);
  const fromThere: Bound = [hashOf(`address ${network}`), MOST_FOR_ADDRESS];
  return isNamePerNetwork
    ? [[hashOf(`name ${name} from ${network}`), MOST_FOR_NAME], [anywhere, MOST_FROM_ANYWHERE], fromThere]
    : [[anywhere, MOST_FOR_NAME], fromThere];
};

/** IPv6 customers hold a whole /64; counting single addresses of it would count nothing. */
export const networkOf = (address: string) =>
  address.includes(':') && !address.startsWith('::ffff:')
    ? expand(address).slice(0, 4).join(':')
    : address.replace('::ffff:', '');

function expand(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('%', 1).join('').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array.from({ length: gap }, () => '0'), ...right];
}
