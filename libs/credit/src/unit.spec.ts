import { describe, expect, it } from '@jest/globals';
import { unitOf } from './unit.js';

describe('the unit for an amount', () => {
  it.each([
    [0, 'Credit'],
    [50, 'Credit'],
    [100, 'Credit'],
    [101, 'Credits'],
    [125, 'Credits'],
    [2_000, 'Credits'],
  ])('of %d hundredths is %s', (amount, expected) => {
    expect(unitOf(amount, { one: 'Credit', other: 'Credits' })).toBe(expected);
  });
});
