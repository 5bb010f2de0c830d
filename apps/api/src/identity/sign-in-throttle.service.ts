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
/** Beyond those, tries that are still compared, each the first one of its network: the owner's may be among them. */
const MOST_COMPARED_FROM_ANYWHERE = 200;
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

/** What became of counting a try. */
export interface CountedTry {
  readonly wait: number | null;
  readonly isCompared: boolean;
  readonly isOfName: boolean;
}

interface Count {
  readonly failures: number;
  readonly startedAt: Temporal.Instant;
}

/** More than anybody tries in a window; the column holds it. */
const MOST_COUNTED = 1_000_000_000;

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
   * the people in it have done nothing; and where a name alone has had too many from anywhere, so has its owner, whose
   * network has not tried it before. Whoever is right may then come in; whoever is not is told to wait. How often that
   * is done is bounded, so that nobody guesses on.
   *
   * @returns `wait` in seconds, null when the try may go on; `isOfName` where it is for the name's own tries, and not
   *   for those of others in the network or elsewhere
   */
  async countKindly(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    attempt: SignInAttempt,
  ): Promise<CountedTry> {
    const now = this.clock.now();
    const [tight, ...wide] = bounds(attempt);
    const waitOf = ({ startedAt }: Pick<Count, 'startedAt'>) =>
      Math.max(1, Math.ceil(startedAt.add(WINDOW).since(now).total('seconds')));
    // Always in this order, so that two tries never wait for each other in a circle.
    const own = await this.increment(manager, context.tenant.id, tight, now);
    // What a tight bound refuses is not counted against the wider ones, which others share.
    if (own.failures > tight.most) return { wait: waitOf(own), isCompared: false, isOfName: true };
    let wait: number | null = null;
    for (const bound of wide) {
      const isEligible = !bound.isForFirstTries || own.failures === 1;
      const count = await this.increment(manager, context.tenant.id, bound, now, isEligible);
      if (count.failures <= bound.most) continue;
      const isCompared = isEligible && count.failures <= bound.mostCompared && wait === null;
      wait = Math.max(wait ?? 0, waitOf(count));
      if (!isCompared) return { wait, isCompared, isOfName: false };
    }
    return { wait, isCompared: true, isOfName: false };
  }

  /** After a sign-in that succeeded: the name's tries are forgotten, what counts widely gets its one back. */
  async forgive(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    attempt: SignInAttempt,
  ): Promise<void> {
    const tenantId = context.tenant.id;
    const [tight, ...wide] = bounds(attempt);
    await manager.delete(SignInThrottle, { tenantId, key: tight.key });
    // One after another, in the order in which they were counted.
    for (const { key } of wide) {
      await manager.query(
        `update sign_in_throttles set failures = greatest(failures - 1, 0) where tenant_id = $1 and key = $2`,
        [tenantId, key],
      );
    }
  }

  /** @param isBeyond whether a try beyond the bound counts; one that is refused unseen takes nobody's place */
  private async increment(
    manager: EntityManager,
    tenantId: string,
    { key, most }: Bound,
    now: Temporal.Instant,
    isBeyond = true,
  ): Promise<Count> {
    const oldest = now.subtract(WINDOW);
    const [row] = await manager.query<{ failures: number; window_started_at: Date }[]>(
      `insert into sign_in_throttles as kept (tenant_id, key, window_started_at, failures)
       values ($1, $2, $3, 1)
       on conflict (tenant_id, key) do update set
         failures = case
           when kept.window_started_at <= $4 then 1
           when kept.failures > $5 then kept.failures
           else kept.failures + 1 end,
         window_started_at = case when kept.window_started_at <= $4 then $3 else kept.window_started_at end
       returning failures, window_started_at`,
      [tenantId, key, now.toString(), oldest.toString(), isBeyond ? MOST_COUNTED : most],
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

interface Bound {
  readonly key: string;
  readonly most: number;
  /** Up to so many are compared all the same, by bounds that others share; no more than `most` by the name's own. */
  readonly mostCompared: number;
  /** Whether beyond `most` only the first try of a network at the name is compared. */
  readonly isForFirstTries: boolean;
}

/** What a try counts against, the tightest first. */
const bounds = ({ name, address, isNamePerNetwork = false }: SignInAttempt): readonly [Bound, ...Bound[]] => {
  const network = networkOf(address);
  const anywhere = hashOf(`name ${name}`);
  const tightBound = (key: string): Bound => ({
    key,
    most: MOST_FOR_NAME,
    mostCompared: MOST_FOR_NAME,
    isForFirstTries: false,
  });
  const fromThere: Bound = {
    key: hashOf(`address ${network}`),
    most: MOST_FOR_ADDRESS,
    mostCompared: MOST_COMPARED_FOR_ADDRESS,
    isForFirstTries: false,
  };
  if (!isNamePerNetwork) return [tightBound(anywhere), fromThere];
  const fromAnywhere: Bound = {
    key: anywhere,
    most: MOST_FROM_ANYWHERE,
    mostCompared: MOST_COMPARED_FROM_ANYWHERE,
    isForFirstTries: true,
  };
  return [tightBound(hashOf(`name ${name} from ${network}`)), fromAnywhere, fromThere];
};

/**
 * Which network an address counts as. IPv6 customers hold a /56 as a rule, which is 256 networks of ever so many
 * addresses (RIPE-690); counting single addresses, or each /64 by itself, would count next to nothing.
 */
export const networkOf = (address: string): string => {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address.replace('::ffff:', '');
  const [first, second, third, fourth = '0'] = expand(address);
  return [first, second, third, (Number.parseInt(fourth, 16) & 0xff00).toString(16)].join(':');
};

function expand(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('%', 1).join('').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array.from({ length: gap }, () => '0'), ...right];
}
