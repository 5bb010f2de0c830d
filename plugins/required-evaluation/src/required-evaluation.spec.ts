import { describe, expect, it } from '@jest/globals';
import { parseConfig, renderMessage, type EvaluationView, type Requirement } from '@laurel/plugin-kit';
import {
  aLine,
  anEvaluation,
  anOffering,
  aRequireInput,
  aRuleInput,
  describePlugin,
  ruleText,
} from '@laurel/plugin-kit/conformance';
import { RequiredEvaluationConfig } from './required-evaluation.config.js';
import { messages } from './required-evaluation.messages.js';
import { requiredEvaluationPlugin } from './required-evaluation.plugin.js';

const storedConfig = {
  forms: [
    { formKey: 'overall', isRequired: true },
    { formKey: 'session', isRequired: false },
  ],
};
const config = parseConfig(RequiredEvaluationConfig, storedConfig);
const session = anOffering();
const input = (...evaluations: readonly EvaluationView[]) =>
  aRequireInput(config, { evaluations, lines: [aLine(session)] });
const require = (...evaluations: readonly EvaluationView[]): readonly Requirement[] =>
  requiredEvaluationPlugin.require?.(input(...evaluations)) ?? [];

describePlugin(requiredEvaluationPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  require: {
    'for a form in the middle': input(anEvaluation()),
    'for a form not begun': input(anEvaluation({ answeredCount: 0 })),
    'for a form without required questions': input(anEvaluation({ answeredCount: 0, requiredCount: 0 })),
    'for a form answered but not finished': input(anEvaluation({ answeredCount: 12 })),
    'for a complete form': input(anEvaluation({ isComplete: true })),
    'for an optional form of a session': input(
      anEvaluation(),
      anEvaluation({ formKey: 'session', scope: 'offering', offeringId: session.id }),
    ),
    'when the form is missing': input(),
  },
  rule: {
    'with one of each': aRuleInput(config),
  },
});

describe('required evaluation', () => {
  it('is unmet with the number of questions left, and met when complete', () => {
    const [requirement] = require(anEvaluation({ requiredCount: 12, answeredCount: 11 }));
    expect(requirement).toEqual({
      key: 'evaluation:overall',
      state: 'unmet',
      title: 'Overall Meeting Evaluation',
      reason: { code: 'questions-left', facts: { title: 'Overall Meeting Evaluation', left: 1 } },
      action: { kind: 'evaluation', formKey: 'overall' },
    });
    const voice = { timeZone: 'America/Chicago', locale: 'en-US' };
    expect(renderMessage(messages['questions-left'], requirement?.reason.facts ?? {}, voice, {}).text).toBe(
      'One required question is left in the Overall Meeting Evaluation.',
    );
    expect(require(anEvaluation({ isComplete: true })).map(({ state }) => state)).toEqual(['met']);
  });

  it('asks about a session only while that session is in the cart', () => {
    const ofSession = anEvaluation({ formKey: 'session', scope: 'offering', offeringId: session.id });
    const ofAnother = anEvaluation({ formKey: 'session', scope: 'offering', offeringId: 'another' });
    const asked = require(anEvaluation({ isComplete: true }), ofSession, ofAnother);
    expect(asked.map(({ key, state }) => [key, state])).toEqual([
      ['evaluation:overall', 'met'],
      [`evaluation:session:${session.id}`, 'optional'],
    ]);
  });

  it('does not let a claim through because its required form is nowhere', () => {
    expect(require().map(({ key, state, reason }) => [key, state, reason.code])).toEqual([
      ['evaluation:overall', 'unmet', 'not-open'],
    ]);
  });
});

describe('the rule', () => {
  const asking = (...required: readonly boolean[]) =>
    parseConfig(RequiredEvaluationConfig, {
      forms: required.map((isRequired, index) => ({ formKey: `form-${String(index)}`, isRequired })),
    });

  it.each([
    [config, 'An evaluation has to be finished before a claim is submitted. An evaluation is optional.'],
    [asking(true, true), '2 forms have to be finished before a claim is submitted.'],
    [asking(false), 'An evaluation is optional.'],
  ])('says how many are asked for: %#', (used, text) => {
    expect(ruleText(requiredEvaluationPlugin, aRuleInput(used))).toBe(text);
  });
});
