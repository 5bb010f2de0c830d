import type { EntityManager } from 'typeorm';
import { PollState } from './poll-state.entity.js';

export type PollKey = Pick<PollState, 'tenantId' | 'activityId' | 'plugin'>;

/** Longer than any poll may take; a process that died in the middle of one does not stop polling for ever. */
const LEASE = Temporal.Duration.from({ minutes: 15 });
/** A job that starts a little early is not sent back. */
const EARLY = Temporal.Duration.from({ seconds: 5 });
const LONGEST_FAILURE = 500;

export type PollBegin =
  | { readonly outcome: 'begun'; readonly cursor: string | null }
  /** Another poll of this step is under way. */
  | { readonly outcome: 'under-way' | 'early'; readonly inSeconds: number };

/** Begins a poll when it is due and none is under way. A cursor of another configuration is not given. */
export const beginPoll = async (
  manager: EntityManager,
  key: PollKey,
  now: Temporal.Instant,
  everyMinutes: number,
  configHash: string,
): Promise<PollBegin> => {
  await manager.query(
    `insert into poll_states (tenant_id, activity_id, plugin) values ($1, $2, $3) on conflict do nothing`,
    [key.tenantId, key.activityId, key.plugin],
  );
  const state = await manager.findOneOrFail(PollState, { where: key, lock: { mode: 'pessimistic_write' } });
  if (state.leasedUntil !== null && Temporal.Instant.compare(now, state.leasedUntil) < 0) {
    return { outcome: 'under-way', inSeconds: 60 };
  }
  const isSame = state.configHash === configHash;
  // What failed, or was polled with another configuration, is due whenever it is asked for.
  if (state.polledAt !== null && state.failure === null && isSame) {
    const due = state.polledAt.add({ minutes: everyMinutes });
    if (Temporal.Instant.compare(now.add(EARLY), due) < 0) {
      return { outcome: 'early', inSeconds: Math.ceil(due.since(now).total('seconds')) };
    }
  }
  const cursor = isSame ? state.cursor : null;
  await manager.update(PollState, key, { leasedUntil: now.add(LEASE), configHash, cursor });
  return { outcome: 'begun', cursor };
};

/** Ends a poll, and answers how many failed one after the other. */
export const endPoll = async (
  manager: EntityManager,
  key: PollKey,
  end: { readonly at: Temporal.Instant; readonly cursor: string | null; readonly failure: string | null },
): Promise<number> => {
  const { failures: before } = await manager.findOneByOrFail(PollState, key);
  const failures = end.failure === null ? 0 : before + 1;
  await manager.update(PollState, key, {
    leasedUntil: null,
    polledAt: end.at,
    cursor: end.cursor,
    failure: end.failure?.slice(0, LONGEST_FAILURE) ?? null,
    failures,
  });
  return failures;
};
