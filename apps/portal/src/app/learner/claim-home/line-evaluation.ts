import type { Cart, EvaluationSummary } from '../../core/api/contract.js';

/** The evaluation of one session on the claim, as far as it has come. */
export interface LineEvaluation {
  formKey: string;
  state: 'to-do' | 'begun' | 'done';
  /** Nothing waits for it, neither the claim nor the session's credit. */
  isOptional: boolean;
}

/**
 * How far the evaluation of a session has come; null where none is asked. A session that the server has not answered
 * for yet has the form that others have, not begun.
 */
export function lineEvaluation(
  offeringId: string,
  evaluations: readonly EvaluationSummary[],
  cart: Pick<Cart, 'requirements' | 'totals'>,
): LineEvaluation | null {
  const own = evaluations.find((evaluation) => evaluation.offeringId === offeringId);
  const form = own ?? evaluations.find(({ scope }) => scope === 'offering');
  if (!form) return null;
  const { formKey } = form;
  const isOptional = isOptionalFor(offeringId, formKey, cart);
  if (!own) return { formKey, state: 'to-do', isOptional };
  const { isComplete, isBegun } = own;
  return { formKey, state: isComplete ? 'done' : isBegun ? 'begun' : 'to-do', isOptional };
}

/** The checklist calls the form optional, and no rule withholds this session's credit until it is evaluated. */
const isOptionalFor = (
  offeringId: string,
  formKey: string,
  { requirements, totals }: Pick<Cart, 'requirements' | 'totals'>,
): boolean =>
  requirements.some(({ state, action }) => state === 'optional' && action?.formKey === formKey) &&
  !totals.some(({ adjustments }) =>
    adjustments.some(({ offeringIds: [only, ...others] }) => only === offeringId && others.length === 0),
  );
