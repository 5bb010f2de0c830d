/** Credit in hundredths: 0.25 credit is 25. Always an integer, so sums never drift. */
export type Hundredths = number;

/** Thrown when a value cannot be an amount of credit; the message says what was expected. */
export class CreditAmountError extends Error {
  override readonly name = 'CreditAmountError';
}

/** The largest amount any single value may hold: 99,999.99 credits, far above a career's worth. */
export const MAX_CREDIT: Hundredths = 9_999_999;

const DECIMAL = /^(\d{1,5})(?:\.(\d{1,2}))?$/;

/**
 * Reads a decimal as people and files write it (`"1.25"`, `"1"`, `" 0.5 "`) into hundredths.
 *
 * @throws CreditAmountError for anything else: signs, exponents, commas, more than two decimals.
 */
export const parseCredit = (text: string): Hundredths => {
  const match = DECIMAL.exec(text.trim());
  const [, whole, fraction = ''] = match ?? [];
  if (whole === undefined) {
    throw new CreditAmountError(
      `"${text.slice(0, 40)}" is not an amount of credit; write it like 1.25, with at most two decimals.`,
    );
  }
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
};

/** Formats hundredths with exactly two decimals, so that columns of credit line up: 125 → `"1.25"`, 100 → `"1.00"`. */
export const formatCredit = (amount: Hundredths): string => {
  const absolute = Math.abs(amount);
  const cents = String(absolute % 100).padStart(2, '0');
  return `${amount < 0 ? '−' : ''}${String(Math.trunc(absolute / 100))}.${cents}`;
};

/** Hundredths as the decimal number the API's JSON carries: 125 → 1.25. For display and transport, never for sums. */
export const toDecimal = (amount: Hundredths): number => amount / 100;

/**
 * Reads the decimal number of a JSON body into hundredths: 1.25 → 125.
 *
 * @throws CreditAmountError when the number is negative, not finite, too large or has more than two decimals.
 */
export const fromDecimal = (decimal: number): Hundredths => {
  const amount = Math.round(decimal * 100);
  // 1.1 * 100 is 110.00000000000001: comparing the quotient, not the product, accepts what was meant.
  if (amount / 100 !== decimal || !isAmount(amount)) {
    throw new CreditAmountError(
      `${String(decimal)} is not an amount of credit; expected 0 to 99999.99 with at most two decimals.`,
    );
  }
  return amount;
};

/** Whether the value is a whole, non-negative number of hundredths within bounds. */
export const isAmount = (value: unknown): value is Hundredths =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_CREDIT;

/** Adds up the amounts of items per key, in the order in which the keys first appear. */
export const sumBy = <Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
  amountOf: (item: Item) => Hundredths,
): Map<string, Hundredths> => {
  const sums = new Map<string, Hundredths>();
  for (const item of items) {
    const key = keyOf(item);
    sums.set(key, (sums.get(key) ?? 0) + amountOf(item));
  }
  return sums;
};
