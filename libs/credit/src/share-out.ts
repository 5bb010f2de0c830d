import type { Hundredths } from './amount.js';

/**
 * Shares an amount out in proportion to weights, in whole hundredths that add up to it exactly: everyone gets their
 * part rounded down, and what is left over goes to the largest fractions, the first in order when equal. Where
 * the weights are amounts and the whole is at most their sum, nobody is given more than their weight.
 *
 * @param weights finite and not negative; when all are zero, everything is shared out evenly
 * @throws RangeError when the amount is not a whole number of hundredths or negative.
 */
export const shareOut = (amount: Hundredths, weights: readonly number[]): readonly Hundredths[] => {
  if (!Number.isInteger(amount) || amount < 0) {
    throw new RangeError(`The amount must be a whole number of hundredths, not ${String(amount)}.`);
  }
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (sum === 0 ? amount / weights.length : (amount * weight) / sum));
  const shares = exact.map(Math.floor);
  const order = exact
    .map((part, index) => ({ index, fraction: part - Math.floor(part) }))
    .sort((a, b) => b.fraction - a.fraction || a.index - b.index);
  let left = amount - shares.reduce((all, share) => all + share, 0);
  for (const { index } of order) {
    if (left <= 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return shares;
};
