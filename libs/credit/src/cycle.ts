import type { Hundredths } from './amount.js';

/** A run of whole days over which a board or society counts credit; both days belong to it. */
export interface Cycle {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
}

/**
 * The cycle that holds a day, when cycles of `years` follow one another from `anchor` on, in both directions.
 * A cycle that starts on 29 February starts on 28 February where the year has none.
 *
 * @throws RangeError when `years` is not a positive whole number.
 */
export const cycleContaining = (day: Temporal.PlainDate, anchor: Temporal.PlainDate, years = 3): Cycle => {
  if (!Number.isInteger(years) || years <= 0) {
    throw new RangeError(`A cycle lasts a positive whole number of years, not ${String(years)}.`);
  }
  // Always counted from the anchor, never from the previous cycle, so that 29 February comes back.
  const startOf = (index: number): Temporal.PlainDate => anchor.add({ years: index * years });
  let index = Math.floor((day.year - anchor.year) / years);
  if (Temporal.PlainDate.compare(day, startOf(index)) < 0) index -= 1;
  return { startsOn: startOf(index), endsOn: startOf(index + 1).subtract({ days: 1 }) };
};

export const isInCycle = (day: Temporal.PlainDate, { startsOn, endsOn }: Cycle): boolean =>
  Temporal.PlainDate.compare(day, startsOn) >= 0 && Temporal.PlainDate.compare(day, endsOn) <= 0;

export interface CycleEntry {
  readonly completedOn: Temporal.PlainDate;
  readonly creditType: string;
  readonly amount: Hundredths;
}

/** What a cycle asks for, e.g. 60 of Category 1, or 150 of Category 1 and 2 together. */
export interface CycleGoal {
  readonly key: string;
  readonly creditTypes: readonly string[];
  readonly required: Hundredths;
}

export interface CycleProgress {
  readonly key: string;
  readonly earned: Hundredths;
  readonly required: Hundredths;
  readonly remaining: Hundredths;
  readonly isMet: boolean;
}

/** How far the entries that fall into a cycle bring each of its goals. */
export const measureCycle = (
  entries: readonly CycleEntry[],
  cycle: Cycle,
  goals: readonly CycleGoal[],
): readonly CycleProgress[] => {
  const counted = entries.filter(({ completedOn }) => isInCycle(completedOn, cycle));
  return goals.map(({ key, creditTypes, required }) => {
    const wanted = new Set(creditTypes);
    const earned = counted.reduce(
      (sum, { creditType, amount }) => (wanted.has(creditType) ? sum + amount : sum),
      0,
    );
    const remaining = Math.max(0, required - earned);
    return { key, earned, required, remaining, isMet: remaining === 0 };
  });
};
