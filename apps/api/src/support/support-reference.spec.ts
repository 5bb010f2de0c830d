import { describe, expect, it } from '@jest/globals';
import { supportReference } from './support-reference.js';

describe('a support reference', () => {
  it('is the same for the same request and another for any other', () => {
    expect(supportReference('a', 'b', 'c')).toBe(supportReference('a', 'b', 'c'));
    const others = new Set([
      supportReference('a', 'b', 'c'),
      supportReference('ab', '', 'c'),
      supportReference('a', 'bc', ''),
    ]);
    expect(others.size).toBe(3);
  });

  it('has no letter that is mistaken when said aloud', () => {
    for (let index = 0; index < 200; index += 1) {
      expect(supportReference(String(index))).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    }
  });
});
