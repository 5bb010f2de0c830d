import {
  CreditAmountError,
  formatCredit,
  fromDecimal,
  isAmount,
  toDecimal,
  type Hundredths,
} from '@laurel/credit';
import type { ClaimView } from '@laurel/plugin-kit';
import { DomainError, type Fault } from '../problem/domain-error.js';
import { inSentences } from '../problem/listed-faults.js';
import type { CreditTypeRow } from '../workflow/inputs/decision-query.js';
import type { CreditTotal } from '../workflow/workflow.types.js';
import { recordedCredit, type ClaimedCredit } from '../workflow/inputs/claim-rows.js';

/**
 * What is claimed of each credit type: what the learner asks for now, or chose before, or all that was computed. AMA
 * PRA: physicians claim only the credit commensurate with their participation, so less is always possible and more
 * never.
 *
 * @param asked credits by credit type key, as decimal numbers
 * @param chosen what was chosen in the draft, hundredths by credit type key
 * @throws DomainError `claim.amount_too_high`, or `request.invalid` for what is not an amount in whole steps;
 *   every fault is listed. `claim.empty` when nothing is left to claim.
 */
export const claimedAmounts = (
  totals: readonly CreditTotal[],
  creditTypes: readonly CreditTypeRow[],
  asked: Readonly<Record<string, unknown>>,
  chosen: ClaimView['chosen'] = {},
): ClaimedCredit[] => {
  const types = new Map(creditTypes.map((type) => [type.key, type]));
  const before = totals.flatMap(({ creditType }) => {
    const amount = Object.hasOwn(chosen, creditType) ? chosen[creditType] : undefined;
    return amount === undefined ? [] : [[creditType, toDecimal(amount)] as const];
  });
  const amounts = readAmounts(totals, creditTypes, { ...Object.fromEntries(before), ...asked });
  const credits = totals.map((total) => recordedCredit(total, amounts[total.creditType] ?? total.computed));
  const isWorthless = credits.every(
    ({ creditType, claimed }) => claimed === 0 || types.get(creditType)?.isCategory,
  );
  if (isWorthless) {
    throw new DomainError('claim.empty', {
      detail: 'There is no credit to claim here. Claim at least one step of a credit, or add a session.',
    });
  }
  return credits;
};

/**
 * Reads amounts that a learner asks for, each in whole steps of its credit type and at most what was computed.
 *
 * @param asked credits by credit type key, as decimal numbers
 * @returns hundredths by credit type key, of those that were asked for
 * @throws DomainError `claim.amount_too_high` or `request.invalid`, with every fault
 */
export const readAmounts = (
  totals: readonly CreditTotal[],
  creditTypes: readonly CreditTypeRow[],
  asked: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Hundredths>> => {
  const types = new Map(creditTypes.map((type) => [type.key, type]));
  const computed = new Map(totals.map((total) => [total.creditType, total.computed]));
  const faults: Fault[] = [];
  const amounts: Record<string, Hundredths> = {};
  for (const [key, decimal] of Object.entries(asked)) {
    const maximum = computed.get(key);
    const type = types.get(key);
    const answer =
      maximum === undefined
        ? { code: 'amount.unknown_type', message: 'There is no such credit in this claim.' }
        : readAmount(decimal, maximum, type?.increment ?? 25, type?.name);
    if (typeof answer === 'number') amounts[key] = answer;
    else faults.push({ field: `amounts.${key}`, ...answer });
  }
  if (faults.length > 0) {
    const isTooHigh = faults.every(({ code }) => code === TOO_HIGH);
    throw new DomainError(isTooHigh ? 'claim.amount_too_high' : 'request.invalid', {
      detail: inSentences(faults),
      faults,
    });
  }
  return amounts;
};

/** What the draft says was chosen, once the amounts of a submission have replaced it; nonsense is left for `readAmounts`. */
export const chosenWith = (
  chosen: ClaimView['chosen'],
  asked: Readonly<Record<string, unknown>>,
): ClaimView['chosen'] => {
  const amounts = Object.entries(asked).flatMap(([key, decimal]) =>
    typeof decimal === 'number' && isAmount(Math.round(decimal * 100))
      ? [[key, Math.round(decimal * 100)] as const]
      : [],
  );
  return amounts.length === 0 ? chosen : Object.freeze({ ...chosen, ...Object.fromEntries(amounts) });
};

const TOO_HIGH = 'amount.too_high';

const readAmount = (
  decimal: unknown,
  computed: Hundredths,
  increment: Hundredths,
  name = 'this credit',
): Hundredths | { code: string; message: string } => {
  const expected = `Claim ${name} in steps of ${formatCredit(increment)}, at most ${formatCredit(computed)}.`;
  if (typeof decimal !== 'number') return { code: 'amount.not_a_number', message: expected };
  try {
    const amount = fromDecimal(decimal);
    if (amount > computed) return { code: TOO_HIGH, message: expected };
    return amount % increment === 0 ? amount : { code: 'amount.step', message: expected };
  } catch (error) {
    if (error instanceof CreditAmountError) return { code: 'amount.invalid', message: expected };
    throw error;
  }
};
