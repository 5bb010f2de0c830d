import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clampToMaximum, creditFromDuration, roundToIncrement } from './increment.js';

describe('roundToIncrement', () => {
  it.each([
    // AAFP: 7.33 is recorded as 7.25.
    [733, 25, 'nearest', 725],
    [738, 25, 'nearest', 750],
    [738, 25, 'down', 725],
    [50, 100, 'nearest', 100],
    [49, 100, 'nearest', 0],
  ] as const)('brings %d to steps of %d, %s, as %d', (amount, increment, rounding, expected) => {
    expect(roundToIncrement(amount, increment, rounding)).toBe(expected);
  });

  it('gives the closest multiple, and never more when rounding down', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 500 }), (amount, increment) => {
        const nearest = roundToIncrement(amount, increment);
        const down = roundToIncrement(amount, increment, 'down');
        expect(nearest % increment).toBe(0);
        expect(Math.abs(nearest - amount) * 2).toBeLessThanOrEqual(increment);
        expect(down % increment).toBe(0);
        expect(down).toBeLessThanOrEqual(amount);
        expect(amount - down).toBeLessThan(increment);
      }),
    );
  });

  it.each([0, -25, 0.5])('refuses an increment of %d', (increment) => {
    expect(() => roundToIncrement(100, increment)).toThrow(RangeError);
  });
});

describe('creditFromDuration', () => {
  it.each([
    [60, 100],
    [90, 150],
    [45, 75],
    [50, 75],
    [53, 100],
    [7, 0],
    [8, 25],
    [0, 0],
    [-30, 0],
  ])('gives %d minutes of a live activity %d hundredths', (minutes, expected) => {
    expect(creditFromDuration(minutes)).toBe(expected);
  });

  it('follows a rule of its own where the authority has one', () => {
    expect(creditFromDuration(50, { minutesPerCredit: 50 })).toBe(100);
    expect(creditFromDuration(59, { rounding: 'down' })).toBe(75);
    expect(creditFromDuration(40, { increment: 10 })).toBe(70);
  });

  it('never gives less for a longer duration', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.nat(600),
        (minutes, more) => creditFromDuration(minutes + more) >= creditFromDuration(minutes),
      ),
    );
  });
});

describe('clampToMaximum', () => {
  it.each([
    // AAFP: 11 reported against a maximum of 10.75 is 10.75.
    [1100, 1075, 1075],
    [1000, 1075, 1000],
    [1100, null, 1100],
    [-25, 1075, 0],
    [-25, null, 0],
  ])('clamps %d against %p to %d', (amount, maximum, expected) => {
    expect(clampToMaximum(amount, maximum)).toBe(expected);
  });
});
