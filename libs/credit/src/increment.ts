import type { Hundredths } from './amount.js';

/** `nearest` rounds halves up, as the AMA does for a live activity; `down` never grants a started step. */
export type Rounding = 'nearest' | 'down';

/**
 * Brings an amount to whole steps of the credit type's increment (hundredths; 25 is a quarter credit).
 * AAFP: 7.33 reported becomes 7.25.
 *
 * @throws RangeError when the increment is not a positive whole number of hundredths.
 */
export const roundToIncrement = (
  amount: Hundredths,
  increment: Hundredths,
  rounding: Rounding = 'nearest',
): Hundredths => {
  assertPositiveInteger(increment, 'The increment');
  const steps = rounding === 'down' ? Math.floor(amount / increment) : divideToNearest(amount, increment);
  return steps * increment;
};

export interface DurationRule {
  /** Smallest step that may be claimed, in hundredths; 25 unless the authority says otherwise. */
  readonly increment?: Hundredths;
  /** Minutes of education that make one credit; 60 for AMA PRA Category 1. */
  readonly minutesPerCredit?: number;
  readonly rounding?: Rounding;
}

/**
 * Credit for a duration in whole minutes. AMA PRA: 60 minutes of a live activity are 1 credit, in steps of
 * 0.25 rounded to the nearest. A duration of nothing or less earns nothing.
 */
export const creditFromDuration = (
  minutes: number,
  { increment = 25, minutesPerCredit = 60, rounding = 'nearest' }: DurationRule = {},
): Hundredths => {
  assertPositiveInteger(increment, 'The increment');
  assertPositiveInteger(minutesPerCredit, 'Minutes per credit');
  if (minutes <= 0) return 0;
  // One step takes increment × minutesPerCredit / 100 minutes; both sides × 100 keep the division whole.
  const stepLength = increment * minutesPerCredit;
  const worked = Math.trunc(minutes) * 100;
  return (
    (rounding === 'down' ? Math.floor(worked / stepLength) : divideToNearest(worked, stepLength)) * increment
  );
};

/**
 * The most that may be claimed of an amount. AAFP: 11 reported against a maximum of 10.75 is 10.75.
 * `null` means no maximum was designated.
 */
export const clampToMaximum = (amount: Hundredths, maximum: Hundredths | null): Hundredths =>
  Math.max(0, maximum === null ? amount : Math.min(amount, maximum));

/** Whole-number division rounded half up; exact, because doubling never leaves the safe integers here. */
const divideToNearest = (dividend: number, divisor: number): number =>
  Math.floor((2 * dividend + divisor) / (2 * divisor));

const assertPositiveInteger = (value: number, name: string): void => {
  if (!Number.isInteger(value) || value <= 0) {
    throw new RangeError(`${name} must be a positive whole number, not ${String(value)}.`);
  }
};
