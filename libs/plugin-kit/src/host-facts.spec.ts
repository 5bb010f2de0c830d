import { describe, expect, it } from '@jest/globals';
import { hostFact, hostFacts } from './host-facts.js';

describe('facts that the host reads by name', () => {
  it('are found under any of their names, the first of them first', () => {
    for (const name of hostFacts.deadline) {
      expect(hostFact({ title: 'x', [name]: '2026-05-01T17:00:00Z' }, 'deadline')).toBe(
        '2026-05-01T17:00:00Z',
      );
    }
    expect(hostFact({ untilAt: 'later', closesAt: 'first' }, 'deadline')).toBe('first');
    expect(hostFact({ statement: 'I took part.' }, 'statement')).toBe('I took part.');
  });

  it('are not there when they are no text, or stand under another name', () => {
    expect(hostFact({ lastOn: 7, expiredOn: null }, 'expiry')).toBeNull();
    expect(hostFact({ closesAt: '2026-05-01T17:00:00Z' }, 'expiry')).toBeNull();
  });

  it('have each name once, so that a fact never means two things', () => {
    const names = Object.values(hostFacts).flat();
    expect(new Set(names).size).toBe(names.length);
  });
});
