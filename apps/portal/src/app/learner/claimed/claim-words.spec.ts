import { describe, expect, it } from '@jest/globals';
import { coursesInWords, stateWord, yearsEarned } from './claim-words.js';

describe('the words of the list of claims', () => {
  it('names one year, or the first and the last', () => {
    expect(yearsEarned([])).toBe('');
    expect(yearsEarned([2026])).toBe('2026');
    expect(yearsEarned([2023, 2025, 2026])).toBe('2023–2026');
  });

  it('names the first course, and how many more', () => {
    expect(coursesInWords(['Toxicology'])).toBe('Toxicology');
    expect(coursesInWords(['Toxicology', 'Imaging', 'Pediatrics'])).toBe('Toxicology and 2 more');
  });

  it('says where a claim stands', () => {
    expect(stateWord({ state: 'submitted', certificates: [] })).toBe('Being made');
    expect(stateWord({ state: 'revoked', certificates: [] })).toBe('Revoked');
  });
});
