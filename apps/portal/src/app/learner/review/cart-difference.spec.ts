import { describe, expect, it } from '@jest/globals';
import type { Cart, CartLine, CreditTotal } from '../../core/api/contract.js';
import { cartDifference } from './cart-difference.js';

const line = (offeringId: string): CartLine => ({
  offeringId,
  code: offeringId,
  title: `Session ${offeringId}`,
  day: null,
  startsAt: null,
  endsAt: null,
  room: '',
  credits: [],
  isAllowed: true,
  denials: [],
  addedFrom: 'learner',
});
const total = (creditType: string, computed: number): CreditTotal => ({
  creditType,
  name: creditType.toUpperCase(),
  shortName: creditType,
  unit: 'credits',
  selected: computed,
  chosen: null,
  computed,
  increment: 0.25,
  adjustments: [],
  isCategory: false,
});
const cart = (lines: string[], totals: [string, number][], unmet: string[] = []): Cart => ({
  claimId: 'claim',
  state: 'draft',
  isAmendment: false,
  revision: 1,
  lines: lines.map(line),
  totals: totals.map(([creditType, computed]) => total(creditType, computed)),
  notice: null,
  requirements: ['evaluation'].map((key) => ({
    key,
    title: 'Overall Meeting Evaluation',
    state: unmet.includes(key) ? 'unmet' : 'met',
    text: '',
    action: null,
    inputs: {},
    faults: [],
  })),
  canSubmit: true,
  blockers: [],
  attestation: '',
  deadline: null,
  overlaps: [],
  submitted: null,
});

describe('what has changed in the cart', () => {
  it('names sessions, sums and requirements', () => {
    const before = cart(
      ['a', 'b'],
      [
        ['ama', 2],
        ['moc', 1],
      ],
    );
    const now = cart(['b', 'c'], [['ama', 2.25]], ['evaluation']);
    expect(cartDifference(before, now)).toEqual([
      'Added: “Session c”.',
      'No longer there: “Session a”.',
      'AMA: 2.25 instead of 2.00.',
      'MOC: no longer part of this claim.',
      'Needed now: Overall Meeting Evaluation.',
    ]);
  });

  it('is silent when nothing differs that the learner could see', () => {
    const same = cart(['a'], [['ama', 1]]);
    expect(cartDifference(same, { ...same, revision: 9 })).toEqual([]);
  });
});
