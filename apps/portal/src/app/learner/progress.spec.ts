import { describe, expect, it } from '@jest/globals';
import type { Cart, RequirementView } from '../core/api/contract.js';
import { actionLabel } from './cart/action-label.js';
import { nextAction } from './cart/next-action.js';
import { progress } from './progress.js';

const labels = {
  sessions: 'Sessions',
  evaluation: 'Evaluation',
  review: 'Review',
  certificate: 'Certificate',
};
const evaluation = (state: RequirementView['state']): RequirementView => ({
  key: 'evaluation',
  title: 'Overall Meeting Evaluation',
  state,
  text: '',
  action: { kind: 'evaluation', formKey: 'overall' },
  inputs: {},
  faults: [],
});
const cart = (over: Partial<Cart>): Cart => ({
  claimId: null,
  state: 'draft',
  isAmendment: false,
  revision: 1,
  lines: [],
  totals: [],
  notice: null,
  requirements: [evaluation('unmet')],
  canSubmit: false,
  blockers: [],
  attestation: '',
  deadline: null,
  overlaps: [],
  submitted: null,
  ...over,
});
const states = (...given: Parameters<typeof progress>) => progress(...given).map(({ state }) => state);

describe('progress', () => {
  it('is done everywhere once there is a certificate, also on its own page', () => {
    const claimed = cart({ state: 'submitted', requirements: [evaluation('met')] });
    const done = ['done', 'done', 'done', 'done'];
    expect(states(claimed, 3, '/certificates', labels, '/sessions', true)).toEqual(done);
    expect(states(claimed, 3, '/profile', labels, '/sessions', true)).toEqual(done);
    expect(states(cart({}), 3, '/certificates', labels, '/sessions', true).at(-1)).toBe('current');
  });

  it('marks the page the learner is on, and what is done', () => {
    expect(states(null, 0, '/sessions', labels)).toEqual(['current', 'ahead', 'ahead', 'ahead']);
    expect(states(cart({}), 3, '/evaluation/overall', labels)).toEqual(['done', 'current', 'ahead', 'ahead']);
    expect(states(cart({}), 3, '/cart', labels)).toEqual(['current', 'next', 'ahead', 'ahead']);
    expect(states(cart({}), 3, '/certificates', labels)).toEqual(['done', 'next', 'ahead', 'current']);
    expect(states(cart({ requirements: [evaluation('met')] }), 3, '/review', labels)).toEqual([
      'done',
      'done',
      'current',
      'ahead',
    ]);
    expect(states(cart({ state: 'submitted' }), 3, '/certificates/1', labels)[3]).toBe('current');
  });

  it('has the certificate as what is current once the claim is in', () => {
    const submitted = cart({ state: 'submitted', requirements: [evaluation('met')] });
    expect(states(submitted, 3, '/review', labels)).toEqual(['done', 'done', 'done', 'current']);
    expect(states(submitted, 3, '/sessions', labels)).toEqual(['current', 'done', 'done', 'next']);
  });

  it('has the sessions of the claim where the society has its home', () => {
    const links = (home?: string) => progress(null, 0, '/', labels, home).map(({ link }) => link);
    expect(links()).toEqual(['/sessions', '/evaluation', '/review', '/certificates']);
    expect(links('/cart')[0]).toBe('/cart');
  });

  it('elsewhere marks what comes next', () => {
    expect(states(cart({}), 0, '/profile', labels)).toEqual(['current', 'ahead', 'ahead', 'ahead']);
    expect(states(cart({}), 3, '/profile', labels)).toEqual(['done', 'current', 'ahead', 'ahead']);
  });
});

describe('the one next action', () => {
  it('goes from sessions over the evaluation and the review to the certificates', () => {
    expect(nextAction(cart({ state: 'empty' }), 0).link).toEqual(['/sessions']);
    expect(nextAction(cart({}), 3)).toEqual({
      label: 'Complete the Overall Meeting Evaluation',
      link: ['/evaluation', 'overall'],
      query: {},
    });
    expect(nextAction(cart({ requirements: [evaluation('met')] }), 3).link).toEqual(['/review']);
    expect(nextAction(cart({ state: 'submitted' }), 3).link).toEqual(['/certificates']);
  });

  it('goes to the session that has to be evaluated, and to the review for a form or the totals', () => {
    const ofSession = { kind: 'evaluation', formKey: 'session', offeringId: 'a' } as const;
    expect(nextAction(cart({ requirements: [{ ...evaluation('unmet'), action: ofSession }] }), 3)).toEqual({
      label: 'Complete the Overall Meeting Evaluation',
      link: ['/evaluation', 'session'],
      query: { offeringId: 'a' },
    });
    const totals = { kind: 'totals' as const, creditTypes: ['ama-pra-1'] };
    expect(nextAction(cart({ requirements: [{ ...evaluation('unmet'), action: totals }] }), 3).link).toEqual([
      '/review',
    ]);
  });

  it("says the society's own words where it has some", () => {
    const own = { ...evaluation('unmet'), action: { kind: 'evaluation' as const, label: 'Evaluate' } };
    expect(actionLabel(own)).toBe('Evaluate');
    expect(actionLabel(evaluation('met'))).toBe('Look at your answers');
  });
});
