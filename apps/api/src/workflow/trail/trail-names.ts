import type { DecisionInputs } from '../inputs/decision-inputs.js';
import type { TrailNames } from './why-entry.js';
import type { WorkflowRunner } from '../workflow-runner.js';

/** The names of what a trail of this learner's activity speaks of. */
export const trailNames = (
  { programme, creditTypes }: Pick<DecisionInputs, 'programme' | 'creditTypes'>,
  runner: Pick<WorkflowRunner, 'ruleOf'>,
): TrailNames => {
  const names = new Map(creditTypes.map(({ key, name }) => [key, name]));
  return {
    offering: (id) => programme.offering(id)?.title,
    creditType: (key) => names.get(key),
    rule: (plugin, code) => runner.ruleOf(plugin, code),
  };
};
