import { describe, expect, it } from '@jest/globals';
import type { Cart, EvaluationSummary } from '../../core/api/contract.js';
import { lineEvaluation } from './line-evaluation.js';

const summary = (over: Partial<EvaluationSummary>): EvaluationSummary => ({
  formKey: 'session',
  title: 'Session Evaluation',
  scope: 'offering',
  offeringId: 'a',
  claimId: null,
  isAnonymous: false,
  isComplete: false,
  isBegun: false,
  answeredCount: 0,
  requiredCount: 2,
  ...over,
});

type About = Pick<Cart, 'requirements' | 'totals'>;
const NOTHING: About = { requirements: [], totals: [] };
const asked = (state: 'unmet' | 'optional', withheldFrom: string[] = []): About => ({
  requirements: [
    {
      key: 'evaluations',
      title: 'Session Evaluations',
      state,
      text: '',
      action: { kind: 'evaluation', formKey: 'session', offeringId: 'a' },
      inputs: {},
      faults: [],
    },
  ],
  totals: [
    {
      creditType: 'ama',
      name: '',
      shortName: '',
      unit: '',
      selected: 2,
      computed: 1,
      increment: 0.25,
      chosen: null,
      isCategory: false,
      adjustments: [
        { amount: -1, text: 'At the same time.', offeringIds: ['a', 'b'] },
        ...withheldFrom.map((id) => ({ amount: -1, text: 'Not evaluated yet.', offeringIds: [id] })),
      ],
    },
  ],
});

const overall = summary({ formKey: 'overall', scope: 'activity', offeringId: null });

describe('the evaluation of a session on the claim', () => {
  it('says how far it has come', () => {
    const state = (over: Partial<EvaluationSummary>) =>
      lineEvaluation('a', [overall, summary(over)], NOTHING)?.state;
    expect(state({})).toBe('to-do');
    // A row of a question is no answer to it, but it is not nothing.
    expect(state({ isBegun: true, answeredCount: 0 })).toBe('begun');
    expect(state({ isBegun: true, answeredCount: 2, isComplete: true })).toBe('done');
  });

  it('is to do for a session added just now, and none where sessions are not evaluated', () => {
    expect(lineEvaluation('b', [overall, summary({})], NOTHING)).toEqual({
      formKey: 'session',
      state: 'to-do',
      isOptional: false,
    });
    expect(lineEvaluation('b', [overall], NOTHING)).toBeNull();
    expect(lineEvaluation('b', [], NOTHING)).toBeNull();
  });

  it('is optional where the checklist says so and no credit waits for it', () => {
    const isOptional = (cart: About) => lineEvaluation('a', [summary({})], cart)?.isOptional;
    expect(isOptional(asked('optional'))).toBe(true);
    expect(isOptional(asked('unmet'))).toBe(false);
    expect(isOptional(asked('optional', ['b']))).toBe(true);
    expect(isOptional(asked('optional', ['a']))).toBe(false);
  });
});
