import { formatCredit } from '@laurel/credit';
import type { CreditTypeView, LineView } from '@laurel/plugin-kit';
import type { DecisionRun } from './decision-run.js';
import { earnedTimes } from '../inputs/earned-at.js';
import { decideOffers, isAwardedTo } from './offer-decisions.js';
import type { OfferDecision, TrailEntry } from '../workflow.types.js';

export interface LinesDecision {
  readonly offers: readonly OfferDecision[];
  /** The lines that may be claimed; the others count nowhere. */
  readonly counted: readonly LineView[];
}

/** Decides the offerings of a draft anew, and whether each line asks for what its offering carries. */
export const decideLines = (run: DecisionRun, lines: readonly LineView[]): LinesDecision => {
  const byOffering = Map.groupBy(lines, ({ offering }) => offering.id);
  const offerings = [...byOffering.values()].flatMap(([line]) => line?.offering ?? []);
  const rules = new LineRules(run);
  const offers = decideOffers(run, offerings).map((decision) => {
    const own = byOffering.get(decision.offeringId) ?? [];
    const denials = own.flatMap((line, index) => rules.deny(line, own.slice(0, index)));
    return denials.length === 0
      ? decision
      : { ...decision, allowed: false, denials: [...decision.denials, ...denials] };
  });
  const denied = new Set(offers.flatMap(({ allowed, offeringId }) => (allowed ? [] : [offeringId])));
  return { offers, counted: lines.filter(({ offering }) => !denied.has(offering.id)) };
};

/** The rules about a line that no society can switch off. */
class LineRules {
  readonly #run: DecisionRun;
  readonly #types: ReadonlyMap<string, CreditTypeView>;
  /** When each completed offering was; `null` where credit is not earned by completions. */
  readonly #earned: ReadonlyMap<string, Temporal.Instant> | null;
  readonly #claimed: ReadonlyMap<string, Temporal.Instant>;

  constructor(run: DecisionRun) {
    const { activity, creditTypes, evidence, claimedBefore } = run.context;
    this.#run = run;
    this.#types = new Map(creditTypes.map((type) => [type.key, type]));
    this.#earned = activity.basis === 'earned' ? earnedTimes(evidence) : null;
    this.#claimed = new Map(
      claimedBefore.map(({ offeringId, creditType, claimedAt }) => [
        `${offeringId} ${creditType}`,
        claimedAt,
      ]),
    );
  }

  deny({ offering, creditType, amount }: LineView, before: readonly LineView[]): readonly TrailEntry[] {
    const run = this.#run;
    const subject = { kind: 'offering', key: offering.id } as const;
    const offered = offering.credits.find((credit) => credit.creditType === creditType)?.amount ?? 0;
    const type = this.#types.get(creditType);
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
    if (this.#earned !== null) {
      const claimedAt = this.#claimed.get(`${offering.id} ${creditType}`)?.toString();
      if (claimedAt !== undefined) {
        const reason = { creditType: type.name, claimedAt };
        return [run.hostEntry('offer', subject, 'denied', 'host.claimed-before', reason)];
      }
      if (!this.#earned.has(offering.id)) {
        return [run.hostEntry('offer', subject, 'denied', 'host.not-earned')];
      }
    }
    // The learner may always claim less (AMA PRA), never more than the session carries.
    if (amount > offered) {
      return [run.hostEntry('offer', subject, 'denied', 'host.credit-above-offer', facts)];
    }
    if (!Number.isInteger(amount) || amount < 0) {
      throw new RangeError(
        `A line of ${offering.id} claims ${formatCredit(amount)}, which is not an amount.`,
      );
    }
    return [];
  }
}
