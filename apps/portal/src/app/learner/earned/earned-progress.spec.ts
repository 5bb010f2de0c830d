import { describe, expect, it } from '@jest/globals';
import type { Cart } from '../../core/api/contract.js';
import { earnedProgress } from './earned-progress.js';

const labels = { select: 'Claim CME', preview: 'Preview', certificate: 'Certificate' };
const line: Cart['lines'][number] = {
  offeringId: 'a',
  code: 'A',
  title: 'A',
  day: null,
  startsAt: null,
  endsAt: null,
  room: '',
  credits: [],
  isAllowed: true,
  denials: [],
  addedFrom: 'learner',
};
const states = (cart: Pick<Cart, 'state' | 'lines'> | null, url: string) =>
  earnedProgress(cart, url, labels).map(({ state }) => state);

describe('the steps of a claim of earned credit', () => {
  it('begin with the selection', () => {
    expect(states(null, '/credits')).toEqual(['current', 'ahead', 'ahead']);
    expect(states({ state: 'empty', lines: [] }, '/profile')).toEqual(['next', 'ahead', 'ahead']);
  });

  it('lead on to the preview once something is selected', () => {
    const draft = { state: 'draft', lines: [line] } as const;
    expect(states({ ...draft, lines: [...draft.lines] }, '/credits')).toEqual(['current', 'next', 'ahead']);
    expect(states({ ...draft, lines: [...draft.lines] }, '/credits/preview')).toEqual([
      'done',
      'current',
      'ahead',
    ]);
  });

  it('end with the certificate, and begin anew from the list of claims', () => {
    expect(states({ state: 'empty', lines: [] }, '/claims/1')).toEqual(['done', 'done', 'current']);
    expect(states({ state: 'empty', lines: [] }, '/claims')).toEqual(['next', 'ahead', 'ahead']);
  });
});
