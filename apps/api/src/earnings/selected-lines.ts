import { CreditAmountError, formatCredit, fromDecimal, type Hundredths } from '@laurel/credit';
import { DomainError, type Fault } from '../problem/domain-error.js';
import { inSentences } from '../problem/listed-faults.js';
import type { StoredLine } from '../workflow/inputs/claim-rows.js';
import type { CreditTypeRow } from '../workflow/inputs/decision-query.js';
import { sentenceOf } from '../workflow/trail/why-entry.js';
import type { SelectedTopicDto } from './dto/earnings.dto.js';
import type { EarnedCredit } from './earned-credit.js';

/** Where the lines of a selection come from; see `StoredLine.addedFrom`. */
const FROM = 'learner';

/** Everything of one type that can be claimed now, whole. */
export const everything = (earned: readonly EarnedCredit[], type: CreditTypeRow): StoredLine[] =>
  earned.flatMap(({ offering, offer, amounts }) => {
    const amount = amounts.get(type.key);
    return amount === undefined || !offer.allowed ? [] : lineOf(offering.id, type, amount);
  });

/**
 * The lines of single topics with the amounts the learner chose.
 *
 * @throws DomainError `request.invalid` with every fault; `claim.amount_too_high` when amounts above what a topic
 *   carries are all that is wrong; `offering.not_allowed` with the reasons in `extra.denials`
 */
export const chosenLines = (
  earned: readonly EarnedCredit[],
  type: CreditTypeRow,
  items: readonly SelectedTopicDto[],
): StoredLine[] => {
  const byOffering = new Map(earned.map((one) => [one.offering.id, one]));
  const seen = new Set<string>();
  const faults: Fault[] = [];
  const lines: StoredLine[] = [];
  for (const [index, { offeringId, amount: decimal }] of items.entries()) {
    const one = byOffering.get(offeringId);
    const offered = one?.amounts.get(type.key);
    const at = `items.${String(index)}`;
    if (one === undefined || offered === undefined) {
      faults.push({ field: `${at}.offeringId`, code: 'earned.not_there', message: NOT_THERE });
    } else if (seen.has(offeringId)) {
      faults.push({
        field: `${at}.offeringId`,
        code: 'earned.twice',
        message: 'This topic is listed twice.',
      });
    } else if (!one.offer.allowed) {
      const denials = one.offer.denials.map(sentenceOf);
      const detail = `${one.offering.title}: ${denials.map(({ text }) => text).join(' ')}`;
      throw new DomainError('offering.not_allowed', { detail, extra: { denials } });
    } else {
      const read = readAmount(decimal, offered, type);
      if (typeof read === 'number') lines.push(lineOf(offeringId, type, read));
      else faults.push({ field: `${at}.amount`, ...read });
    }
    seen.add(offeringId);
  }
  if (faults.length === 0) return lines;
  const isTooHigh = faults.every(({ code }) => code === TOO_HIGH);
  throw new DomainError(isTooHigh ? 'claim.amount_too_high' : 'request.invalid', {
    detail: inSentences(faults),
    faults,
  });
};

/** The same whether it was claimed, never completed or is somebody else's. */
const NOT_THERE =
  'You have no unclaimed credit of this type for this topic. Please load the page again and select anew.';
const TOO_HIGH = 'amount.too_high';

const lineOf = (offeringId: string, { key: creditType }: CreditTypeRow, amount: Hundredths): StoredLine => ({
  offeringId,
  creditType,
  amount,
  addedFrom: FROM,
});

const readAmount = (
  decimal: number,
  offered: Hundredths,
  { name, increment }: CreditTypeRow,
): Hundredths | { code: string; message: string } => {
  const message = `Claim ${name} in steps of ${formatCredit(increment)}, at most ${formatCredit(offered)} here.`;
  try {
    const amount = fromDecimal(decimal);
    if (amount > offered) return { code: TOO_HIGH, message };
    // An amount that is no whole number of steps can still be taken whole.
    const isStep = amount === offered || amount % increment === 0;
    return isStep && amount > 0 ? amount : { code: 'amount.step', message };
  } catch (error) {
    if (error instanceof CreditAmountError) return { code: 'amount.invalid', message };
    throw error;
  }
};
