import { describe, expect, it } from '@jest/globals';
import type { CreditTotal } from '../../core/api/contract.js';
import { explainTotal } from './explain-total.js';

const total = (over: Partial<CreditTotal>): CreditTotal => ({
  creditType: 'ama',
  name: 'AMA PRA Category 1 Credits™',
  shortName: 'AMA',
  unit: 'credits',
  selected: 24,
  chosen: null,
  computed: 21.75,
  increment: 0.25,
  adjustments: [],
  isCategory: false,
  ...over,
});

describe('explainTotal', () => {
  it('puts all overlapping sessions into one term', () => {
    const adjustments = [
      { amount: -0.75, text: 'You were in two rooms at once.', offeringIds: ['a', 'b'] },
      { amount: -1.5, text: 'You were in two rooms at once.', offeringIds: ['d', 'c'] },
    ];
    const overlaps = [
      { offeringIds: ['b', 'a'], text: '' },
      { offeringIds: ['c', 'd'], text: '' },
    ];
    expect(explainTotal(total({ adjustments }), overlaps)).toEqual([
      { amount: 24, words: 'selected' },
      { amount: -2.25, words: 'at the same time as other sessions' },
    ]);
  });

  it('keeps the words of every other rule, and names the rounding', () => {
    const adjustments = [{ amount: -2, text: 'over the 22 credits of this meeting', offeringIds: [] }];
    expect(explainTotal(total({ selected: 24.1, computed: 22, adjustments }), [])).toEqual([
      { amount: 24.1, words: 'selected' },
      { amount: -2, words: 'over the 22 credits of this meeting' },
      { amount: -0.1, words: 'rounded to steps of 0.25' },
    ]);
  });

  it('says only what was selected when nothing was changed', () => {
    expect(explainTotal(total({ selected: 3, computed: 3 }), [])).toEqual([{ amount: 3, words: 'selected' }]);
  });
});
