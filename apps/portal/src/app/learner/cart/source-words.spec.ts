import { describe, expect, it } from '@jest/globals';
import { sourceWords } from './source-words.js';

describe('sourceWords', () => {
  it.each([
    [0, 0, 'Nothing transmitted yet.'],
    [1, 1, '1 transmitted, not in your Credit Cart yet'],
    [1, 0, '1 transmitted, in your Credit Cart'],
    [9, 2, '9 transmitted, 2 of them not in your Credit Cart yet'],
    [9, 9, '9 transmitted, none of them in your Credit Cart yet'],
    [9, 0, '9 transmitted, all of them in your Credit Cart'],
  ])('of %d, with %d new', (count, newCount, words) => {
    expect(sourceWords('Transmitted', count, newCount, 'Credit Cart')).toBe(words);
  });

  it('keeps the name of the itinerary', () => {
    expect(sourceWords('In My Itinerary', 3, 0, 'Cart')).toBe('3 in My Itinerary, all of them in your Cart');
  });
});
