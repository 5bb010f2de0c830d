import type { EvaluationSummary } from '../../core/api/contract.js';

/** The evaluation of one session on the claim, as far as it has come. */
export interface LineEvaluation {
  formKey: string;
  state: 'to-do' | 'begun' | 'done';
}

/**
 * How far the evaluation of a session has come; null where none is asked. A session that the server has not answered
 * for yet has the form that others have, not begun.
 */
export function lineEvaluation(
  offeringId: string,
  evaluations: readonly EvaluationSummary[],
): LineEvaluation | null {
  const own = evaluations.find((evaluation) => evaluation.offeringId === offeringId);
  if (own) {
    const { formKey, isComplete, answeredCount } = own;
    return { formKey, state: isComplete ? 'done' : answeredCount > 0 ? 'begun' : 'to-do' };
  }
  const others = evaluations.find(({ scope }) => scope === 'offering');
  return others ? { formKey: others.formKey, state: 'to-do' } : null;
}
