import type { Hundredths } from '@laurel/credit';
import type { StoredClaim } from '../workflow/inputs/claim-rows.js';
import type { CreditTypeRow } from '../workflow/inputs/decision-query.js';
import type { DraftDecision } from '../workflow/workflow.types.js';

type Chosen = Readonly<Record<string, Hundredths>>;

/**
 * What is chosen of each credit type where an amendment begins, by key: who claimed less than there was claims as much
 * again, as far as there is so much; who claimed all claims all there is now. That is said with an amount only where
 * the learner is asked to choose; elsewhere all is claimed where nothing is chosen.
 */
export const keptTotals = (
  { credits }: Pick<StoredClaim, 'credits'>,
  { totals, requirements }: Pick<DraftDecision, 'totals' | 'requirements'>,
  creditTypes: readonly Pick<CreditTypeRow, 'key' | 'increment'>[],
): Chosen => {
  const asked = new Set(
    requirements.flatMap(({ action }) => (action?.kind === 'totals' ? action.creditTypes : [])),
  );
  const before = new Map(credits.map((credit) => [credit.creditType, credit]));
  return Object.fromEntries(
    totals.flatMap(({ creditType, computed }) => {
      const last = before.get(creditType);
      if (last === undefined) return [];
      if (last.claimed >= last.computed) return asked.has(creditType) ? [[creditType, computed]] : [];
      const step = creditTypes.find(({ key }) => key === creditType)?.increment ?? 25;
      const amount = Math.min(last.claimed, computed);
      return [[creditType, amount - (amount % step)]];
    }),
  );
};

/**
 * The choices of an amendment whose lines change. What was only kept follows the lines, so that removing a session and
 * adding it again leaves what was claimed; what the learner has chosen since stays as it is.
 */
export const chosenAfter = (chosen: Chosen, keptBefore: Chosen, keptAfter: Chosen): Chosen => {
  const isOwn = (key: string) => chosen[key] !== keptBefore[key];
  const own = Object.entries(chosen).filter(([key]) => isOwn(key));
  return Object.fromEntries([...Object.entries(keptAfter).filter(([key]) => !isOwn(key)), ...own]);
};
