import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { hashOf } from './secrets.js';
import { networkOf, WINDOW } from './sign-in-throttle.service.js';

/** Tries at one account from one network in a window; a person mistyping needs far fewer. */
const MOST_FOR_PAIR = 10;
/** Tries at one account from anywhere; more than one attacker's network, so that nobody locks others out by hand. */
const MOST_FOR_EMAIL = 50;
/** Tries at any accounts from one network; a society's office may share one. */
const MOST_FOR_NETWORK = 100;
/** Rows of closed windows that one try deletes; each adds three at most, so that the table stays small. */
const SWEPT = 10;

export interface AccountAttempt {
  /** Lower case. */
  email: string;
  /** The hash of the password tried at: tries count for one password, so that whoever is given a new one is let in. */
  passwordHash?: string | null;
  /** The network address the request came from. */
  address: string;
}

/**
 * Counts tries at signing in to accounts, for all societies together: whoever guesses an account's password at one
 * gains nothing by going on at the next. A try is counted before it is looked at.
 */
@Injectable()
export class AccountThrottleService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  /** @returns null when the try may go on, else for how many seconds it may not */
  async count(attempt: AccountAttempt): Promise<number | null> {
    const now = this.clock.now();
    const bounds = boundsOf(attempt);
    const rows = await this.database.platform((manager) =>
      manager.query<{ key: string; failures: number; window_started_at: Date }[]>(COUNT, [
        bounds.map(({ key }) => key),
        now.toString(),
        now.subtract(WINDOW).toString(),
        SWEPT,
      ]),
    );
    const waits = rows
      .filter(({ key, failures }) => bounds.some((bound) => bound.key === key && failures > bound.most))
      .map(({ window_started_at: started }) =>
        Temporal.Instant.fromEpochMilliseconds(started.getTime()).add(WINDOW).since(now).total('seconds'),
      );
    return waits.length === 0 ? null : Math.max(1, Math.ceil(Math.max(...waits)));
  }

  /** After a sign-in that succeeded: the person's own tries are forgotten, the wider counts get this one back. */
  async forgive(attempt: AccountAttempt): Promise<void> {
    const keys = boundsOf(attempt).map(({ key }) => key);
    await this.database.platform((manager) => manager.query(FORGIVE, [keys, keys[PAIR]]));
  }
}

/** Where `boundsOf` has the count of the account from the network. */
const PAIR = 1;

/** Each statement locks the rows in this order, so that two tries never wait for each other in a circle. */
const boundsOf = ({ email, passwordHash, address }: AccountAttempt) => {
  const network = networkOf(address);
  const account = `${email} ${passwordHash ?? ''}`;
  return [
    { key: hashOf(`email ${account}`), most: MOST_FOR_EMAIL },
    { key: hashOf(`pair ${account} ${network}`), most: MOST_FOR_PAIR },
    { key: hashOf(`network ${network}`), most: MOST_FOR_NETWORK },
  ] as const;
};

const COUNT = `
  with swept as (
    delete from account_throttles where key in (
      select key from account_throttles where window_started_at <= $3 and key <> all($1::text[])
      order by window_started_at limit $4 for update skip locked)
  )
  insert into account_throttles as kept (key, window_started_at, failures)
  select key, $2::timestamptz, 1 from unnest($1::text[]) with ordinality as wanted (key, place) order by place
  on conflict (key) do update set
    failures = case when kept.window_started_at <= $3 then 1 else kept.failures + 1 end,
    window_started_at = case when kept.window_started_at <= $3 then $2 else kept.window_started_at end
  returning key, failures, window_started_at`;

/** Nothing is changed before its row is locked, and rows are locked in the order wanted. */
const FORGIVE = `
  with locked as materialized (
    select kept.key from unnest($1::text[]) with ordinality as wanted (key, place)
    join account_throttles kept on kept.key = wanted.key
    order by wanted.place for update of kept
  ), forgotten as (
    delete from account_throttles kept using locked where kept.key = locked.key and locked.key = $2
  )
  update account_throttles kept set failures = greatest(kept.failures - 1, 0)
  from locked where kept.key = locked.key and locked.key <> $2`;
