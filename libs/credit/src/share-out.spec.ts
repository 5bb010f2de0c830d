import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareOut } from './share-out.js';

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);

describe('shareOut', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [100, [300, 100], [75, 25]],
    [7, [0, 0], [4, 3]],
    [0, [5, 5], [0, 0]],
    [100, [], []],
  ])('shares %p out over %p as %p', (amount, weights, shares) => {
    expect(shareOut(amount, weights)).toEqual(shares);
  });

  it('refuses what is no amount', () => {
    expect(() => shareOut(-1, [1])).toThrow(RangeError);
    expect(() => shareOut(0.5, [1])).toThrow(RangeError);
  });

  it('adds up exactly and gives nobody more than they had', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9_999_999), { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (had, part) => {
          const amount = Math.floor(sum(had) * part);
          const shares = shareOut(amount, had);
          expect(sum(shares)).toBe(amount);
          expect(shares.filter((share, index) => share < 0 || share > (had[index] ?? 0))).toEqual([]);
        },
      ),
    );
  });
});
