import type { Hundredths } from '@laurel/credit';
import type { ClaimedView, EvidenceView, OfferingView } from '@laurel/plugin-kit';
import type { CreditTypeRow } from '../workflow/inputs/decision-query.js';
import { earnedTimes } from '../workflow/inputs/earned-at.js';
import type { OfferDecision } from '../workflow/workflow.types.js';
import type { CompletionRow } from './completed-credit.rows.js';

/** A completed offering with credit that was not claimed yet. */
export interface Completion {
  readonly offering: OfferingView;
  readonly earnedAt: Temporal.Instant;
  readonly evidence: readonly EvidenceView[];
  readonly claimedBefore: readonly ClaimedView[];
}

/** Credit earned and not claimed, of every type that this learner may be awarded. */
export interface EarnedCredit extends Completion {
  readonly offer: OfferDecision;
  /** Hundredths by credit type key; never empty. */
  readonly amounts: ReadonlyMap<string, Hundredths>;
}

/** Completions by offering, in the order in which they were earned. */
export const completionsOf = (
  rows: readonly CompletionRow[],
  offeringOf: (id: string) => OfferingView | undefined,
): Completion[] => {
  const completions: Completion[] = [];
  for (const [offeringId, own] of Map.groupBy(rows, (row) => row.offeringId)) {
    const offering = offeringOf(offeringId);
    const evidence = own.map(({ kind, source, occurredAt }) =>
      Object.freeze({
        kind,
        offeringId,
        source,
        occurredAt: Temporal.Instant.fromEpochMilliseconds(occurredAt.getTime()),
      }),
    );
    const earnedAt = earnedTimes(evidence).get(offeringId);
    if (offering === undefined || earnedAt === undefined) continue;
    const claimedBefore = (own[0]?.claimed ?? []).map(({ claimedAt, ...claimed }) =>
      Object.freeze({ offeringId, ...claimed, claimedAt: Temporal.Instant.from(claimedAt) }),
    );
    completions.push({ offering, earnedAt, evidence, claimedBefore });
  }
  return completions;
};

/** What a completion still carries of these types, by credit type key. */
export const unclaimedAmounts = (
  { offering, claimedBefore }: Completion,
  types: readonly Pick<CreditTypeRow, 'key'>[],
): ReadonlyMap<string, Hundredths> => {
  const claimed = new Set(claimedBefore.map(({ creditType }) => creditType));
  const wanted = new Set(types.map(({ key }) => key));
  return new Map(
    offering.credits.flatMap(({ creditType, amount }) =>
      amount > 0 && wanted.has(creditType) && !claimed.has(creditType) ? [[creditType, amount]] : [],
    ),
  );
};
