import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareInSteps } from './certificate-parts.js';

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

describe('sharing what was claimed out among courses', () => {
  it.each([
    { total: 600, sums: [100, 200, 300], shares: [100, 200, 300] },
    { total: 900, sums: [100, 200, 300], shares: [100, 200, 300] },
    { total: 300, sums: [100, 200, 300], shares: [50, 100, 150] },
    { total: 100, sums: [100, 100, 100], shares: [50, 25, 25] },
    { total: 25, sums: [100, 300], shares: [0, 25] },
    { total: 0, sums: [], shares: [] },
  ])('gives $sums their parts of $total', ({ total, sums, shares }) => {
    expect(shareInSteps(total, sums, 25)).toEqual(shares);
  });

  it('adds up to the total exactly, and gives no course more than its topics carry', () => {
    const amount = fc.oneof(
      fc.integer({ min: 0, max: 5_000 }),
      fc.integer({ min: 0, max: 200 }).map((steps) => steps * 25),
    );
    fc.assert(
      fc.property(
        fc.array(amount, { maxLength: 12 }),
        fc.nat(20_000),
        fc.constantFrom(1, 25, 50, 100),
        (sums, total, increment) => {
          const shares = shareInSteps(total, sums, increment);
          expect(sum(shares)).toBe(Math.min(total, sum(sums)));
          shares.forEach((share, index) => {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(sums[index] ?? 0);
          });
          const isWhole = [total, ...sums].every((one) => one % increment === 0);
          if (isWhole) expect(shares.every((share) => share % increment === 0)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
