import type { Hundredths } from './amount.js';

/**
 * Shares a total out among parts, each by its own amount and never more than it: in whole steps of the increment as
 * far as they go, the largest remainders first. The shares add up to the total exactly, or to all parts together
 * when that is less.
 *
 * @throws RangeError when the total, a part or the increment is not a whole number of hundredths within its bounds
 */
export const shareInSteps = (
  total: Hundredths,
  parts: readonly Hundredths[],
  increment: Hundredths,
): Hundredths[] => {
  for (const amount of [total, ...parts]) assertWhole(amount, 0);
  assertWhole(increment, 1);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (total >= whole) return [...parts];
  // Below `whole`, so there is something to divide by.
  const ideal = parts.map((part) => (total * part) / whole);
  const shares = ideal.map((amount) => Math.floor(amount / increment) * increment);
  const left = () => total - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = parts
    .map((part, index) => ({ index, part, remainder: (ideal[index] ?? 0) - (shares[index] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  // Whole steps first; what is no whole step, or fits nowhere as one, goes where there is room.
  for (const step of [increment, 1]) {
    for (const { index, part } of byRemainder) {
      const share = shares[index] ?? 0;
      const room = Math.floor((part - share) / step) * step;
      const most = step === 1 ? room : Math.min(room, step);
      const wanted = Math.floor(left() / step) * step;
      shares[index] = share + Math.min(most, wanted);
    }
  }
  return shares;
};

const assertWhole = (value: number, least: number): void => {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${String(value)} is not a whole number of hundredths from ${String(least)} on.`);
  }
};
