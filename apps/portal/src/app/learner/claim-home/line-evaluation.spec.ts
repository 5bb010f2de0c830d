import { describe, expect, it } from '@jest/globals';
import type { EvaluationSummary } from '../../core/api/contract.js';
import { lineEvaluation } from './line-evaluation.js';

const summary = (over: Partial<EvaluationSummary>): EvaluationSummary => ({
  formKey: 'session',
  title: 'Session Evaluation',
  scope: 'offering',
  offeringId: 'a',
  isComplete: false,
  answeredCount: 0,
  requiredCount: 2,
  ...over,
});

const overall = summary({ formKey: 'overall', scope: 'activity', offeringId: null });

describe('the evaluation of a session on the claim', () => {
  it('says how far it has come', () => {
    const state = (over: Partial<EvaluationSummary>) => lineEvaluation('a', [overall, summary(over)])?.state;
    expect(state({})).toBe('to-do');
    expect(state({ answeredCount: 1 })).toBe('begun');
    expect(state({ answeredCount: 2, isComplete: true })).toBe('done');
  });

  it('is to do for a session added just now, and none where sessions are not evaluated', () => {
    expect(lineEvaluation('b', [overall, summary({})])).toEqual({ formKey: 'session', state: 'to-do' });
    expect(lineEvaluation('b', [overall])).toBeNull();
    expect(lineEvaluation('b', [])).toBeNull();
  });
});
