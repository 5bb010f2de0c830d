import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stepsDown } from './steps-down.js';

describe('what can be claimed of a maximum', () => {
  it('goes down from it in steps to nothing', () => {
    expect(stepsDown(1, 0.25)).toEqual([1, 0.75, 0.5, 0.25, 0]);
    expect(stepsDown(0, 0.25)).toEqual([0]);
    expect(stepsDown(60.75, 0.25)).toHaveLength(244);
  });

  it('begins with a maximum that lies between two steps', () => {
    expect(stepsDown(1.1, 0.5)).toEqual([1.1, 1, 0.5, 0]);
  });

  it('is always falling, from the maximum to nothing, on whole hundredths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 1, max: 100 }), (max, step) => {
        const amounts = stepsDown(max / 100, step / 100).map((amount) => Math.round(amount * 100));
        expect(amounts[0]).toBe(max);
        expect(amounts.at(-1)).toBe(0);
        for (let at = 1; at < amounts.length; at += 1) {
          expect(amounts[at]).toBeLessThan(amounts[at - 1] ?? 0);
          expect((amounts[at] ?? 0) % step).toBe(0);
        }
      }),
    );
  });
});
