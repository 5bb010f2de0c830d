import {
  definePlugin,
  PLUGIN_CONTRACT,
  type EvaluationView,
  type LineView,
  type Reason,
  type Requirement,
} from '@laurel/plugin-kit';
import { RequiredEvaluationConfig, type EvaluationRule } from './required-evaluation.config.js';
import { messages } from './required-evaluation.messages.js';

/** Evaluations that a society wants before it certifies: required or optional, overall or per session. */
export const requiredEvaluationPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'required-evaluation',
  version: '1.0.0',
  title: 'Evaluations',
  description: 'Lists the evaluation forms a claim needs, and says how many questions are left in each.',
  config: RequiredEvaluationConfig,
  configVersion: 1,
  messages,

  rule({ config: { forms } }) {
    const count = forms.filter(({ isRequired }) => isRequired).length;
    return [
      { code: 'rule-required', facts: { count } },
      { code: 'rule-optional', facts: { count: forms.length - count } },
    ].filter(({ facts }) => facts.count > 0);
  },

  require({ evaluations, lines, config }) {
    return config.forms.flatMap((rule): readonly Requirement[] => {
      const asked = evaluations.filter((evaluation) => isAsked(evaluation, rule, lines));
      if (asked.length > 0) return asked.map((evaluation) => requirementOf(evaluation, rule));
      const exists = evaluations.some(({ formKey }) => formKey === rule.formKey);
      // Forms about sessions are asked once such a session is in the cart; a form that is nowhere is a fault.
      return exists || !rule.isRequired ? [] : [missingForm(rule)];
    });
  },
});

const isAsked = (
  { formKey, scope, offeringId }: EvaluationView,
  rule: EvaluationRule,
  lines: readonly LineView[],
): boolean =>
  formKey === rule.formKey &&
  (scope === 'activity' || lines.some(({ offering }) => offering.id === offeringId));

const requirementOf = (evaluation: EvaluationView, { formKey, isRequired }: EvaluationRule): Requirement => {
  const { title, offeringId, isComplete } = evaluation;
  const action =
    offeringId === null
      ? ({ kind: 'evaluation', formKey } as const)
      : ({ kind: 'evaluation', formKey, offeringId } as const);
  return {
    key: offeringId === null ? `evaluation:${formKey}` : `evaluation:${formKey}:${offeringId}`,
    state: isComplete ? 'met' : isRequired ? 'unmet' : 'optional',
    title,
    reason: isRequired || isComplete ? progress(evaluation) : { code: 'optional', facts: { title } },
    action,
  };
};

const progress = ({ title, isComplete, requiredCount, answeredCount }: EvaluationView): Reason => {
  if (isComplete) return { code: 'done', facts: { title } };
  if (answeredCount === 0) return { code: 'not-begun', facts: { title, count: requiredCount } };
  const left = requiredCount - answeredCount;
  return left > 0
    ? { code: 'questions-left', facts: { title, left } }
    : { code: 'not-finished', facts: { title } };
};

const missingForm = ({ formKey }: EvaluationRule): Requirement => ({
  key: `evaluation:${formKey}`,
  state: 'unmet',
  title: 'Evaluation',
  reason: { code: 'not-open', facts: { formKey } },
});
