import { describe, expect, it } from '@jest/globals';
import { rosettePath } from './rosette.js';

describe('the rosette', () => {
  it('is one closed line inside its box', () => {
    const path = rosettePath(7, 36, 0.32);
    expect(path.startsWith('M100.0 0.0L')).toBe(true);
    expect(path.endsWith('Z')).toBe(true);
    const numbers = path.match(/-?\d+\.\d/g)?.map(Number) ?? [];
    expect(numbers).toHaveLength(36 * 16 * 2);
    expect(Math.max(...numbers.map(Math.abs))).toBeLessThanOrEqual(100);
  });
});
