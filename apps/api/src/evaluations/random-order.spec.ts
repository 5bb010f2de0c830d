import { describe, expect, it } from '@jest/globals';
import { inRandomOrder } from './random-order.js';

const items = Array.from({ length: 100 }, (_, index) => index);

describe('a random order', () => {
  it('holds every item once', () => {
    for (const length of [0, 1, 2, 100]) {
      const given = items.slice(0, length);
      expect(inRandomOrder(given).toSorted((a, b) => a - b)).toEqual(given);
    }
    expect(items).toEqual(Array.from({ length: 100 }, (_, index) => index));
  });

  it('is another one each time', () => {
    expect(inRandomOrder(items)).not.toEqual(items);
    expect(inRandomOrder(items)).not.toEqual(inRandomOrder(items));
  });

  it('puts every item at every place about equally often', () => {
    const counts = [0, 0, 0];
    for (let round = 0; round < 3_000; round += 1) {
      const at = inRandomOrder(['a', 'b', 'c']).indexOf('a');
      counts[at] = (counts[at] ?? 0) + 1;
    }
    // 1,000 each; 150 away is more than five standard deviations.
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
