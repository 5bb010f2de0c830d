import { isBefore, type FactView } from '@laurel/plugin-kit';

/** How a learner stands; days are those on which something begins or ends, in the zone of the activity. */
export type Standing =
  | { readonly kind: 'active'; readonly lastDay: Temporal.PlainDate | null }
  | { readonly kind: 'grace'; readonly lastDay: Temporal.PlainDate; readonly graceDay: Temporal.PlainDate }
  | { readonly kind: 'not-yet'; readonly firstDay: Temporal.PlainDate }
  | { readonly kind: 'ended'; readonly lastDay: Temporal.PlainDate }
  | { readonly kind: 'none' };

export interface StandingRule {
  readonly factKey: string;
  readonly acceptedLevels: readonly string[];
  readonly graceDays: number;
}

/**
 * The best of all memberships a learner has: an active one beats days of grace, those beat one that begins later,
 * and that beats one that ended. `validUntil` itself is no longer covered.
 */
export const standingOf = (
  facts: readonly FactView[],
  { factKey, acceptedLevels, graceDays }: StandingRule,
  now: Temporal.Instant,
  timeZone: string,
): Standing => {
  const accepted = new Set(acceptedLevels.map(fold));
  const standings = facts
    .filter(({ key, value }) => key === factKey && typeof value === 'string' && accepted.has(fold(value)))
    .map((fact) => standingOfOne(fact, graceDays, now, timeZone));
  return standings.reduce<Standing>(better, { kind: 'none' });
};

const fold = (text: string): string => text.trim().toLowerCase();

const standingOfOne = (
  { validFrom, validUntil }: FactView,
  graceDays: number,
  now: Temporal.Instant,
  timeZone: string,
): Standing => {
  const dayOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(timeZone).toPlainDate();
  if (validFrom !== null && isBefore(now, validFrom)) {
    return { kind: 'not-yet', firstDay: dayOf(validFrom) };
  }
  if (validUntil === null) return { kind: 'active', lastDay: null };
  // It may end at midnight, which is the first moment of a day that it does not cover.
  const lastDay = dayOf(validUntil.subtract({ milliseconds: 1 }));
  if (isBefore(now, validUntil)) return { kind: 'active', lastDay };
  const graceDay = lastDay.add({ days: graceDays });
  return graceDays > 0 && Temporal.PlainDate.compare(dayOf(now), graceDay) <= 0
    ? { kind: 'grace', lastDay, graceDay }
    : { kind: 'ended', lastDay };
};

const rank = { active: 4, grace: 3, 'not-yet': 2, ended: 1, none: 0 } as const;

const better = (a: Standing, b: Standing): Standing => {
  if (a.kind !== b.kind) return rank[b.kind] > rank[a.kind] ? b : a;
  // Of two of a kind the one that reaches further, or begins sooner.
  return reachOf(b) > reachOf(a) ? b : a;
};

const reachOf = (standing: Standing): number => {
  const epoch = Temporal.PlainDate.from('1970-01-01');
  const days = (day: Temporal.PlainDate): number => epoch.until(day, { largestUnit: 'days' }).days;
  switch (standing.kind) {
    case 'active':
      return standing.lastDay === null ? Infinity : days(standing.lastDay);
    case 'grace':
    case 'ended':
      return days(standing.lastDay);
    case 'not-yet':
      return -days(standing.firstDay);
    case 'none':
      return 0;
  }
};
