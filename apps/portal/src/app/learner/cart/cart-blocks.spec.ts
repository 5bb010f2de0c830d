import { describe, expect, it } from '@jest/globals';
import type { CartLine } from '../../core/api/contract.js';
import { cartDays } from './cart-blocks.js';

const line = (offeringId: string, from: string, to: string, day = '2026-04-23'): CartLine => ({
  offeringId,
  code: offeringId,
  title: offeringId,
  day,
  startsAt: `${day}T${from}:00Z`,
  endsAt: `${day}T${to}:00Z`,
  room: '',
  credits: [],
  isAllowed: true,
  denials: [],
  addedFrom: 'learner',
});
const shape = (days: ReturnType<typeof cartDays>) =>
  days.map(({ blocks }) => blocks.map(({ lines }) => lines.map((entry) => entry.line.offeringId)));

describe('cartDays', () => {
  it('brackets sessions that overlap, also in a chain', () => {
    const lines = [
      line('a', '09:00', '10:00'),
      line('b', '09:30', '10:30'),
      line('c', '10:15', '11:00'),
      line('d', '12:00', '13:00'),
    ];
    const overlaps = [
      { offeringIds: ['a', 'b'], text: 'a and b', remedy: 'Remove one.' },
      { offeringIds: ['b', 'c'], text: 'b and c', remedy: 'Remove one.' },
    ];
    expect(shape(cartDays(lines, overlaps))).toEqual([[['a', 'b', 'c'], ['d']]]);
    expect(cartDays(lines, overlaps)[0]?.blocks[0]).toMatchObject({
      overlaps,
      remedies: ['Remove one.'],
    });
  });

  it('joins two brackets that a later session connects', () => {
    const lines = [line('a', '09:00', '10:00'), line('b', '09:00', '10:00'), line('c', '09:00', '10:00')];
    const overlaps = [
      { offeringIds: ['a', 'c'], text: '' },
      { offeringIds: ['b', 'c'], text: '' },
    ];
    expect(shape(cartDays(lines, overlaps))).toEqual([[['a', 'b', 'c']]]);
  });

  it('draws each session and what it shares on the time of the bracket', () => {
    const lines = [line('a', '09:00', '10:00'), line('b', '09:30', '11:00')];
    const [first, second] =
      cartDays(lines, [{ offeringIds: ['a', 'b'], text: '' }])[0]?.blocks[0]?.lines ?? [];
    expect(first).toMatchObject({ span: { from: 0, width: 50 }, shared: [{ from: 25, width: 25 }] });
    expect(second).toMatchObject({ span: { from: 25, width: 75 }, shared: [{ from: 25, width: 25 }] });
  });

  it('keeps days apart and leaves single sessions alone', () => {
    const lines = [line('a', '09:00', '10:00'), line('b', '09:00', '10:00', '2026-04-24')];
    expect(shape(cartDays(lines, []))).toEqual([[['a']], [['b']]]);
    expect(cartDays(lines, [])[0]?.blocks[0]).toMatchObject({
      overlaps: [],
      lines: [{ span: null, shared: [] }],
    });
    expect(cartDays([], [])).toEqual([]);
  });
});
