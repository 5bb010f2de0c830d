import { formatCredit } from '@laurel/credit';
import type { CreditTypeView, LineView } from '@laurel/plugin-kit';
import type { DecisionRun } from './decision-run.js';
import { decideOffers, isAwardedTo } from './offer-decisions.js';
import type { OfferDecision, TrailEntry } from './workflow.types.js';

export interface LinesDecision {
  readonly offers: readonly OfferDecision[];
  /** The lines that may be claimed; the others count nowhere. */
  readonly counted: readonly LineView[];
}

/** Decides the offerings of a draft anew, and whether each line asks for what its offering carries. */
export const decideLines = (run: DecisionRun, lines: readonly LineView[]): LinesDecision => {
  const offerings = new Map(lines.map(({ offering }) => [offering.id, offering]));
  const types = new Map(run.context.creditTypes.map((type) => [type.key, type]));
  const offers = decideOffers(run, [...offerings.values()]).map((decision) => {
    const own = lines.filter(({ offering }) => offering.id === decision.offeringId);
    const denials = own.flatMap((line, index) => denyLine(run, types, line, own.slice(0, index)));
    return denials.length === 0
      ? decision
      : { ...decision, allowed: false, denials: [...decision.denials, ...denials] };
  });
  const denied = new Set(offers.flatMap(({ allowed, offeringId }) => (allowed ? [] : [offeringId])));
  return { offers, counted: lines.filter(({ offering }) => !denied.has(offering.id)) };
};

const denyLine = (
  run: DecisionRun,
  types: ReadonlyMap<string, CreditTypeView>,
  { offering, creditType, amount }: LineView,
  before: readonly LineView[],
): readonly TrailEntry[] => {
  const subject = { kind: 'offering', key: offering.id } as const;
  const offered = offering.credits.find((credit) => credit.creditType === creditType)?.amount ?? 0;
  const type = types.get(creditType);
  const facts = { creditType: type?.name ?? creditType, offeredCredit: offered, askedCredit: amount };
  if (before.some((line) => line.creditType === creditType)) {
    return [run.hostEntry('offer', subject, 'denied', 'host.claimed-twice')];
  }
  if (type === undefined || offered <= 0) {
    return [run.hostEntry('offer', subject, 'denied', 'host.credit-not-offered', facts)];
  }
  if (!isAwardedTo(type, run.context.learner.profession)) {
    const reason = { creditTypes: [type.name] };
    return [run.hostEntry('offer', subject, 'denied', 'host.no-credit-type-for-profession', reason)];
  }
  // The learner may always claim less (AMA PRA), never more than the session carries.
  if (amount > offered) return [run.hostEntry('offer', subject, 'denied', 'host.credit-above-offer', facts)];
  if (!Number.isInteger(amount) || amount < 0) {
    throw new RangeError(`A line of ${offering.id} claims ${formatCredit(amount)}, which is not an amount.`);
  }
  return [];
};
