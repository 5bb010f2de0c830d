import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CreditAmountError,
  formatCredit,
  fromDecimal,
  MAX_CREDIT,
  parseCredit,
  sumBy,
  toDecimal,
} from './amount.js';

const amounts = fc.integer({ min: 0, max: MAX_CREDIT });

describe('parseCredit', () => {
  it.each([
    ['1.25', 125],
    ['1', 100],
    [' 0.5 ', 50],
    ['21.75', 2175],
    ['0', 0],
  ])('reads %j as %d hundredths', (text, expected) => {
    expect(parseCredit(text)).toBe(expected);
  });

  it.each(['', '-1', '+1', '1,25', '1.255', '1e2', '.5', '1.', 'NaN', '123456', '1.25 credits'])(
    'refuses %j and says what was expected',
    (text) => {
      expect(() => parseCredit(text)).toThrow(CreditAmountError);
      expect(() => parseCredit(text)).toThrow('write it like 1.25');
    },
  );
});

describe('formatCredit', () => {
  it.each([
    [125, '1.25'],
    [100, '1.00'],
    [5, '0.05'],
    [0, '0.00'],
    [-225, '−2.25'],
  ])('writes %d hundredths as %j', (amount, expected) => {
    expect(formatCredit(amount)).toBe(expected);
  });

  it('is undone by parseCredit', () => {
    fc.assert(fc.property(amounts, (amount) => parseCredit(formatCredit(amount)) === amount));
  });
});

describe('decimals of the API', () => {
  it('come back as the same hundredths', () => {
    fc.assert(fc.property(amounts, (amount) => fromDecimal(toDecimal(amount)) === amount));
  });

  it.each([-0.25, 0.125, Number.NaN, Infinity, 100_000])('refuse %d', (decimal) => {
    expect(() => fromDecimal(decimal)).toThrow(CreditAmountError);
  });
});

describe('sumBy', () => {
  it('adds per key and keeps the order of first appearance', () => {
    const lines = [
      { type: 'ama', amount: 100 },
      { type: 'safety', amount: 25 },
      { type: 'ama', amount: 75 },
    ];
    const sums = sumBy(
      lines,
      ({ type }) => type,
      ({ amount }) => amount,
    );
    expect([...sums]).toEqual([
      ['ama', 175],
      ['safety', 25],
    ]);
  });
});
