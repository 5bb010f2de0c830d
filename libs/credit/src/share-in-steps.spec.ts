import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareInSteps } from './share-in-steps.js';

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

describe('sharing a total out', () => {
  it.each([
    { total: 600, parts: [100, 200, 300], increment: 25, shares: [100, 200, 300] },
    { total: 900, parts: [100, 200, 300], increment: 25, shares: [100, 200, 300] },
    { total: 300, parts: [100, 200, 300], increment: 25, shares: [50, 100, 150] },
    { total: 100, parts: [100, 100, 100], increment: 25, shares: [50, 25, 25] },
    { total: 25, parts: [100, 300], increment: 25, shares: [0, 25] },
    { total: 0, parts: [100, 300], increment: 25, shares: [0, 0] },
    { total: 0, parts: [], increment: 25, shares: [] },
    { total: 110, parts: [60, 60], increment: 25, shares: [60, 50] },
  ])('of $total among $parts is $shares', ({ total, parts, increment, shares }) => {
    expect(shareInSteps(total, parts, increment)).toEqual(shares);
  });

  it('adds up exactly, gives nobody more than their own, and is in steps where it can be', () => {
    const amount = fc.integer({ min: 0, max: 5_000 });
    fc.assert(
      fc.property(
        fc.array(amount, { maxLength: 12 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom(1, 10, 25, 50, 100),
        (parts, total, increment) => {
          const shares = shareInSteps(total, parts, increment);
          expect(sum(shares)).toBe(Math.min(total, sum(parts)));
          shares.forEach((share, index) => {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(parts[index] ?? 0);
          });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('keeps to whole steps when total and parts are in whole steps', () => {
    const steps = fc.integer({ min: 0, max: 80 });
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 12 }), steps, (parts, total) => {
        const shares = shareInSteps(
          total * 25,
          parts.map((part) => part * 25),
          25,
        );
        expect(shares.every((share) => share % 25 === 0)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses what is no amount', () => {
    expect(() => shareInSteps(-1, [1], 25)).toThrow(RangeError);
    expect(() => shareInSteps(1, [0.5], 25)).toThrow(RangeError);
    expect(() => shareInSteps(1, [1], 0)).toThrow(RangeError);
  });
});
