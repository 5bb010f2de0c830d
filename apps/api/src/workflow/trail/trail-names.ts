import type { DecisionInputs } from '../inputs/decision-inputs.js';
import type { RuleOf } from '../rules/trail-rules.service.js';
import type { TrailNames } from './why-entry.js';

/** The names of what a trail of this learner's activity speaks of. */
export const trailNames = (
  { programme, creditTypes }: Pick<DecisionInputs, 'programme' | 'creditTypes'>,
  rule: RuleOf,
): TrailNames => {
  const names = new Map(creditTypes.map(({ key, name }) => [key, name]));
  return {
    offering: (id) => programme.offering(id)?.title,
    creditType: (key) => names.get(key),
    rule,
  };
};
