import { describe, expect, it } from '@jest/globals';
import { telephoneLink } from './telephone.js';

describe('a telephone link', () => {
  it.each([
    ['+1 800 555 0142, option 2', 'tel:+18005550142'],
    ['(312) 555-0142', 'tel:3125550142'],
    ['+49 (30) 555 01 42 ext. 7', 'tel:+49305550142'],
  ])('of %s is %s', (printed, link) => {
    expect(telephoneLink(printed)).toBe(link);
  });
});
