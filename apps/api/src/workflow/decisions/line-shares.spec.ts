import { describe, expect, it } from '@jest/globals';
import type { Adjustment } from '@laurel/plugin-kit';
import { aLine, anOffering } from '@laurel/plugin-kit/conformance';
import fc from 'fast-check';
import { LineShares } from './line-shares.js';

const reason = { code: 'no', facts: {} };
const lineOf = (id: string, amount: number, creditType = 'ama-pra-1') =>
  aLine(anOffering({ id }), creditType, amount);
const leftAfter = (lines: readonly ReturnType<typeof lineOf>[], ...adjustments: readonly Adjustment[]) => {
  const shares = new LineShares(lines);
  for (const adjustment of adjustments) shares.adjust(adjustment);
  return shares.counted().map(({ amount }) => amount);
};
const minus = (
  delta: number,
  offeringIds: readonly string[] = [],
  shares?: Adjustment['shares'],
): Adjustment => ({
  creditType: 'ama-pra-1',
  delta,
  offeringIds,
  reason,
  ...(shares === undefined ? {} : { shares }),
});

describe('what adjustments leave of lines', () => {
  const lines = [lineOf('a', 100), lineOf('b', 300), lineOf('c', 100, 'hours'), lineOf('d', 50)];

  it.each([
    ['the named ones in proportion', [minus(-100, ['a', 'b'])], [75, 225, 100, 50]],
    ['all of the credit type when none is named', [minus(-90)], [80, 240, 100, 40]],
    ['those with shares, as they say', [minus(-100, ['a', 'b'], { a: -100 })], [0, 300, 100, 50]],
    ['others when the named have nothing left', [minus(-150, ['a'])], [0, 257, 100, 43]],
    ['the first named, for more', [minus(40, ['b'])], [100, 340, 100, 50]],
    ['nobody below zero', [minus(-900)], [0, 0, 100, 0]],
  ])('changes %s', (_what, adjustments, expected) => {
    expect(leftAfter(lines, ...adjustments)).toEqual(expected);
  });

  it('always adds up to the running total, and leaves other credit types alone', () => {
    const adjustment = fc.record({
      delta: fc.integer({ min: -400, max: 100 }),
      offeringIds: fc.subarray(['a', 'b', 'd', 'unknown']),
    });
    fc.assert(
      fc.property(fc.array(adjustment, { maxLength: 6 }), (adjustments) => {
        const [a = 0, b = 0, hours, d = 0] = leftAfter(
          lines,
          ...adjustments.map(({ delta, offeringIds }) => minus(delta, offeringIds)),
        );
        const total = adjustments.reduce((sum, { delta }) => Math.max(0, sum + delta), 450);
        expect([a + b + d, hours]).toEqual([total, 100]);
        expect(Math.min(a, b, d)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
