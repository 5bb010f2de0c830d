import { CreditAmountError, formatCredit, fromDecimal, type Hundredths } from '@laurel/credit';
import { DomainError, type Fault } from '../problem/domain-error.js';
import type { CreditTypeRow } from '../workflow/decision-query.js';
import type { CreditTotal } from '../workflow/workflow.types.js';
import type { ClaimedCredit } from '../workflow/claim-rows.js';

/**
 * What is claimed of each credit type: all that was computed, or what the learner asks for. AMA PRA: physicians
 * claim only the credit commensurate with their participation, so less is always possible and more never.
 *
 * @param asked credits by credit type key, as decimal numbers
 * @throws DomainError `claim.amount_too_high`, or `request.invalid` for what is not an amount in whole steps;
 *   every fault is listed. `claim.empty` when nothing is left to claim.
 */
export const claimedAmounts = (
  totals: readonly CreditTotal[],
  creditTypes: readonly CreditTypeRow[],
  asked: Readonly<Record<string, unknown>>,
): ClaimedCredit[] => {
  const types = new Map(creditTypes.map((type) => [type.key, type]));
  const faults: Fault[] = [];
  const known = new Set(totals.map(({ creditType }) => creditType));
  for (const key of Object.keys(asked)) {
    if (!known.has(key)) {
      faults.push({
        field: `amounts.${key}`,
        code: 'amount.unknown_type',
        message: 'There is no such credit in this claim.',
      });
    }
  }
  const credits = totals.map(({ creditType, selected, computed }): ClaimedCredit => {
    const decimal = Object.hasOwn(asked, creditType) ? asked[creditType] : undefined;
    const type = types.get(creditType);
    const answer =
      decimal === undefined ? computed : readAmount(decimal, computed, type?.increment ?? 25, type?.name);
    if (typeof answer === 'number') return { creditType, selected, computed, claimed: answer };
    faults.push({ field: `amounts.${creditType}`, ...answer });
    return { creditType, selected, computed, claimed: 0 };
  });
  if (faults.length > 0) {
    const isTooHigh = faults.every(({ code }) => code === TOO_HIGH);
    throw new DomainError(isTooHigh ? 'claim.amount_too_high' : 'request.invalid', {
      detail: faults.map(({ message }) => message).join(' '),
      faults,
    });
  }
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
