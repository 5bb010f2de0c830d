import { isBefore } from '@laurel/plugin-kit';
import type { ClaimWindowConfig } from './claim-window.config.js';

/** The configured window as instants. */
export interface ClaimWindow {
  readonly opensAt: Temporal.Instant | null;
  /** The first moment that is too late. */
  readonly endsAt: Temporal.Instant;
  /** The deadline as the society wrote it, for sentences. */
  readonly closesAt: Temporal.Instant;
}

/**
 * The window for new claims, or for amendments, in an activity's zone. Reading local times costs more than all the rest
 * of a decision, so what was read is kept with the configuration.
 */
export const windowOf = (config: ClaimWindowConfig, isAmendment: boolean, timeZone: string): ClaimWindow => {
  const known = windows.get(config) ?? new Map<string, ClaimWindow>();
  windows.set(config, known);
  const key = `${isAmendment ? 'amend' : 'claim'} ${timeZone}`;
  const window = known.get(key) ?? readWindow(config, isAmendment, timeZone);
  known.set(key, window);
  return window;
};

const windows = new WeakMap<ClaimWindowConfig, Map<string, ClaimWindow>>();

const readWindow = (config: ClaimWindowConfig, isAmendment: boolean, timeZone: string): ClaimWindow => {
  const { opensAt, closesAt, amendableUntil } = config;
  const deadline = toInstant((isAmendment ? amendableUntil : undefined) ?? closesAt, timeZone);
  return {
    opensAt: opensAt === undefined ? null : toInstant(opensAt, timeZone),
    closesAt: deadline,
    // "Until 23:59" means the whole of that minute.
    endsAt: deadline.add({ minutes: 1 }),
  };
};

export const isDuring = ({ opensAt, endsAt }: ClaimWindow, now: Temporal.Instant): boolean =>
  (opensAt === null || !isBefore(now, opensAt)) && isBefore(now, endsAt);

/** Where a clock change skips or repeats the time, the zone's own usual reading applies. */
const toInstant = (local: string, timeZone: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant();
