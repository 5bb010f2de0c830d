import type { Hundredths } from './amount.js';

/** What credit of a type is called, one of it and more. */
export interface CreditUnit {
  readonly one: string;
  readonly other: string;
}

/**
 * The unit for an amount: "0.50 Credit", "1.00 Credit", "1.25 Credits". AMA PRA writes the plural only above 1, so that
 * nothing and parts of one are singular.
 */
export const unitOf = (amount: Hundredths, { one, other }: CreditUnit): string =>
  amount > 100 ? other : one;
