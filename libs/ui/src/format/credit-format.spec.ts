import { describe, expect, it } from '@jest/globals';
import { formatCredits, isAmaPhrase, unitFor } from './credit-format.js';

const unit = { one: 'AMA PRA Category 1 Credit™', other: 'AMA PRA Category 1 Credits™' };

describe('credits in words', () => {
  it('always carries two decimals', () => {
    expect(formatCredits(21.75)).toBe('21.75');
    expect(formatCredits(1)).toBe('1.00');
    expect(formatCredits(0)).toBe('0.00');
    expect(formatCredits(1234.5)).toBe('1,234.50');
    expect(formatCredits(2.25, 'de')).toBe('2,25');
  });

  it('uses the plural only above one', () => {
    expect(unitFor(1, unit)).toBe(unit.one);
    expect(unitFor(0.75, unit)).toBe(unit.one);
    expect(unitFor(0, unit)).toBe(unit.one);
    expect(unitFor(1.25, unit)).toBe(unit.other);
  });

  it('knows the phrase that is set in italics', () => {
    expect(isAmaPhrase(unit.other)).toBe(true);
    expect(isAmaPhrase('Contact Hours')).toBe(false);
  });
});
