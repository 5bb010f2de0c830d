/** What became of a typed amount: the amount that counts, and why it differs from what was typed. */
export interface SnappedAmount {
  /** Decimal credits, a whole number of increments between 0 and the maximum. */
  amount: number;
  /** Empty when the amount is what was typed. */
  explanation: string;
}

const hundredths = (amount: number): number => Math.round(amount * 100);
const shown = (amount: number): string => amount.toFixed(2);

/**
 * Reads an amount as a person types it ("21,8"), and brings it down to a step that can be claimed: never up, because
 * nobody may claim more than they meant. All amounts in decimal credits.
 */
export function snapAmount(
  typed: string,
  { current, max, increment }: { current: number; max: number; increment: number },
): SnappedAmount {
  const text = typed.trim().replace(',', '.');
  const value = /^\d*\.?\d*$/.test(text) && /\d/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value)) {
    return { amount: current, explanation: `Please type a number, such as ${shown(max)}.` };
  }
  if (hundredths(value) > hundredths(max)) {
    return { amount: max, explanation: `You can claim at most ${shown(max)}.` };
  }
  const step = Math.max(1, hundredths(increment));
  const amount = (Math.floor(hundredths(value) / step) * step) / 100;
  return {
    amount,
    explanation:
      amount === hundredths(value) / 100
        ? ''
        : `Credit counts in steps of ${shown(increment)}, so ${text} became ${shown(amount)}.`,
  };
}

/** The amount some steps away, kept between 0 and the maximum. A maximum between two steps is a step as well. */
export function stepAmount(
  current: number,
  steps: number,
  { max, increment }: { max: number; increment: number },
): number {
  const step = Math.max(1, hundredths(increment));
  const from = hundredths(current);
  const onGrid = steps < 0 ? Math.ceil(from / step) * step : Math.floor(from / step) * step;
  return Math.min(hundredths(max), Math.max(0, onGrid + steps * step)) / 100;
}
