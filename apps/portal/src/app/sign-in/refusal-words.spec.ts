import { describe, expect, it } from '@jest/globals';
import { refusalWords } from './refusal-words.js';

const at = { provider: 'Surgery.org', email: 'help@surgery.example', hasBadge: true };

describe('a refusal of the society’s own sign-in', () => {
  it.each(['away', 'cancelled', 'not-registered', 'refused', 'anything else'])(
    '%s names the society’s sign-in',
    (refusal) => {
      expect(refusalWords(refusal, at)).toMatch(/^(You did not finish signing in at )?Surgery\.org[ .]/);
    },
  );

  it('says whom to ask where only people can help', () => {
    expect(refusalWords('not-registered', at)).toContain('help@surgery.example');
    expect(refusalWords('refused', at)).toContain('help@surgery.example');
  });

  it('speaks of badges only where they open the door', () => {
    expect(refusalWords('away', at)).toMatch(/badge/);
    expect(refusalWords('away', { ...at, hasBadge: false })).not.toMatch(/badge/);
  });

  it('never shows what stands in the address', () => {
    expect(refusalWords('<b>Pay here: evil.example</b>', at)).toBe(refusalWords('refused', at));
  });
});
