import type { OfferingCard } from '../../core/api/contract.js';
import { byStart } from '../../core/time/by-start.js';

export const ALL_DAYS = 'all';
/** What has no time: recordings, posters, anything on demand. */
export const ANY_TIME = 'any-time';

export interface Selection {
  day: string;
  categories: ReadonlySet<string>;
  types: ReadonlySet<string>;
  isHighlightsOnly: boolean;
  isAllowedOnly: boolean;
}

export interface Facet {
  name: string;
  count: number;
}

export const NO_FILTERS: Omit<Selection, 'day'> = {
  categories: new Set(),
  types: new Set(),
  isHighlightsOnly: false,
  isAllowedOnly: false,
};

/** The sessions of a day (or all days) that pass every chosen filter, in the given order. */
export const select = (offerings: readonly OfferingCard[], chosen: Selection): OfferingCard[] =>
  offerings.filter(
    (offering) =>
      isOnDay(offering, chosen.day) &&
      (chosen.categories.size === 0 || chosen.categories.has(offering.category)) &&
      (chosen.types.size === 0 || chosen.types.has(offering.type)) &&
      (!chosen.isHighlightsOnly || offering.isHighlight) &&
      (!chosen.isAllowedOnly || offering.isAllowed),
  );

export const isOnDay = (offering: OfferingCard, day: string): boolean =>
  day === ALL_DAYS || (day === ANY_TIME ? offering.day === null : offering.day === day);

/** The values of a property with how many of the sessions that count have each, by name. */
export function facets(
  offerings: readonly OfferingCard[],
  of: (offering: OfferingCard) => string,
  counted: ReadonlySet<OfferingCard> = new Set(offerings),
): Facet[] {
  const counts = new Map<string, number>();
  for (const offering of offerings) {
    counts.set(of(offering), (counts.get(of(offering)) ?? 0) + Number(counted.has(offering)));
  }
  counts.delete('');
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => a.name.localeCompare(b.name));
}

export type SortKey = 'date' | 'title';

/**
 * By title in the order of the alphabet, or by start with what has no time at the end. Sessions that start together
 * stay as given: what was searched for in their titles first.
 */
export const sorted = (offerings: readonly OfferingCard[], by: SortKey): readonly OfferingCard[] =>
  offerings.toSorted(by === 'date' ? byStart : (a, b) => a.title.localeCompare(b.title));

export interface Group {
  key: string;
  day: string | null;
  startsAt: string | null;
  offerings: OfferingCard[];
}

/** What can be claimed before what cannot. */
export const byAllowed = (a: OfferingCard, b: OfferingCard): number =>
  Number(b.isAllowed) - Number(a.isAllowed);

/**
 * Sessions that begin together, as a timetable groups them; the order of the sessions decides that of the groups. In
 * each, what can be claimed comes first.
 */
export function groupByStart(offerings: readonly OfferingCard[]): Group[] {
  const groups = new Map<string, Group>();
  for (const offering of offerings) {
    const { day, startsAt } = offering;
    const key = startsAt ?? day ?? 'any time';
    const group = groups.get(key) ?? { key, day, startsAt, offerings: [] };
    group.offerings.push(offering);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({
    ...group,
    offerings: group.offerings.toSorted(byAllowed),
  }));
}

/** What runs at an instant, and what starts next on the same day. */
export function nowAndNext(
  offerings: readonly OfferingCard[],
  now: number,
): { now: OfferingCard[]; next: OfferingCard[] } {
  const at = (instant: string | null) => (instant === null ? Number.NaN : Date.parse(instant));
  const running = offerings.filter((offering) => at(offering.startsAt) <= now && now < at(offering.endsAt));
  const ahead = offerings.filter((offering) => at(offering.startsAt) > now);
  const soonest = Math.min(...ahead.map((offering) => at(offering.startsAt)));
  const isSoon = soonest - now < 3 * 60 * 60 * 1000;
  return { now: running, next: isSoon ? ahead.filter((offering) => at(offering.startsAt) === soonest) : [] };
}

/** Sessions by day, in the given order. */
export function groupByDay<T extends { day: string | null }>(
  offerings: readonly T[],
): { day: string | null; offerings: T[] }[] {
  const days = new Map<string | null, T[]>();
  for (const offering of offerings) days.set(offering.day, [...(days.get(offering.day) ?? []), offering]);
  return [...days].map(([day, ofDay]) => ({ day, offerings: ofDay }));
}
