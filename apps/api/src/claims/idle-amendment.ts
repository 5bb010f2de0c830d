import type { StoredLine } from '../workflow/inputs/claim-rows.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { DraftDecision } from '../workflow/workflow.types.js';

/** Whether the draft amends a claim whose sessions it has again, as after "Remove" and "Undo". */
export const hasSameLines = ({ draft, inForce }: DecisionInputs): boolean =>
  draft !== null &&
  inForce !== null &&
  draft.amendsClaimId === inForce.id &&
  namesOf(draft.lines) === namesOf(inForce.lines);

/** Whether all that a draft with the same lines claims is what was claimed; another choice of totals is a change. */
export const claimsTheSame = (
  { draft, inForce }: DecisionInputs,
  { totals }: Pick<DraftDecision, 'totals'>,
): boolean => {
  const before = new Map(inForce?.credits.map(({ creditType, claimed }) => [creditType, claimed]));
  return (
    totals.length === before.size &&
    totals.every(
      ({ creditType, computed }) => (draft?.chosen[creditType] ?? computed) === before.get(creditType),
    )
  );
};

const namesOf = (lines: readonly StoredLine[]): string =>
  lines
    .map(({ offeringId, creditType }) => `${offeringId} ${creditType}`)
    .toSorted()
    .join('\n');
