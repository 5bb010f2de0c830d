import { describe, expect, it } from '@jest/globals';
import { splitAddress } from './split-address.js';

const url = 'https://example.org/premier';

describe('splitAddress', () => {
  it.each([
    [`Ask us. Upgrade to Premier: ${url}`, 'Ask us.', 'Upgrade to Premier'],
    [`Upgrade to Premier: ${url}.`, '', 'Upgrade to Premier'],
    [`More is at ${url}`, 'More is at', 'example.org'],
  ])('makes a link of the address at the end of “%s”', (sentence, words, label) => {
    expect(splitAddress(sentence)).toEqual({ words, link: { label, url } });
  });

  it.each([
    'Ask at the desk.',
    `You can go to ${url} yourself.`,
    'Upgrade: javascript:alert(1)',
    'https://',
    '',
  ])('leaves “%s” as it is', (sentence) => {
    expect(splitAddress(sentence)).toEqual({ words: sentence, link: null });
  });
});
