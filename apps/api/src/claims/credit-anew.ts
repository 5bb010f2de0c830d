import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { recordedCredit, type StoredClaim } from '../workflow/inputs/claim-rows.js';
import type { WorkflowRunner } from '../workflow/workflow-runner.js';
import type { DraftDecision } from '../workflow/workflow.types.js';

/** A held claim whose credit was worked out again. */
export interface CreditAnew {
  readonly decision: DraftDecision;
  readonly claim: StoredClaim;
}

/**
 * Works out the credit of a held claim as on the day of its submission, by the workflow in force now. Where a step
 * could not say what it takes off, such as a cap, more was attested than the society may certify. Nobody gets more
 * than they attested.
 */
export const creditAnew = (
  runner: WorkflowRunner,
  inputs: DecisionInputs,
  claim: StoredClaim,
): CreditAnew => {
  const { workflow, context, lines } = inputs.asDecided(claim);
  const then = Object.freeze({ ...context, now: claim.submittedAt ?? context.now });
  const decision = runner.decideDraft(workflow, then, lines);
  const totals = new Map(decision.totals.map((total) => [total.creditType, total]));
  const credits = claim.credits.map(({ creditType, claimed }) => {
    const total = totals.get(creditType) ?? { creditType, selected: 0, computed: 0, adjustments: [] };
    return recordedCredit(total, Math.min(claimed, total.computed));
  });
  return { decision, claim: { ...claim, credits } };
};
