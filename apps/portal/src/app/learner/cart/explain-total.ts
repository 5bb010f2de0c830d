import type { Cart, CreditTotal } from '../../core/api/contract.js';

export interface TotalTerm {
  /** Decimal credits, signed. */
  amount: number;
  words: string;
}

/**
 * The sum behind a total as the terms a person can follow: "21.75 = 24.00 selected − 2.25 at the same time as other
 * sessions". Adjustments between overlapping sessions are one term; others keep their own; what then is missing is the
 * rounding to the credit's steps.
 */
export function explainTotal(total: CreditTotal, overlaps: Cart['overlaps']): TotalTerm[] {
  const pairs = new Set(overlaps.map((overlap) => keyOf(overlap.offeringIds)));
  const isOverlap = (ids: readonly string[]) => pairs.has(keyOf(ids));
  const atOnce = total.adjustments.filter((adjustment) => isOverlap(adjustment.offeringIds));
  const others = total.adjustments.filter((adjustment) => !isOverlap(adjustment.offeringIds));

  const terms: TotalTerm[] = [{ amount: total.selected, words: 'selected' }];
  if (atOnce.length > 0) {
    terms.push({ amount: sum(atOnce), words: 'at the same time as other sessions' });
  }
  terms.push(...others.map(({ amount, text }) => ({ amount, words: text })));
  const rest = round(total.computed - sum(terms));
  if (rest !== 0) terms.push({ amount: rest, words: `rounded to steps of ${String(total.increment)}` });
  return terms;
}

const keyOf = (ids: readonly string[]): string => ids.toSorted().join(' ');
const round = (amount: number): number => Math.round(amount * 100) / 100;
const sum = (terms: readonly { amount: number }[]): number =>
  round(terms.reduce((total, { amount }) => total + amount, 0));
