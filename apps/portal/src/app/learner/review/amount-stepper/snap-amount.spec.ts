import { describe, expect, it } from '@jest/globals';
import { snapAmount, stepAmount } from './snap-amount.js';

const limits = { current: 21.75, max: 21.75, increment: 0.25 };

describe('a typed amount', () => {
  it('is taken as it is when it is a step', () => {
    expect(snapAmount('20.5', limits)).toEqual({ amount: 20.5, explanation: '' });
    expect(snapAmount(' 20,50 ', limits)).toEqual({ amount: 20.5, explanation: '' });
    expect(snapAmount('0', limits)).toEqual({ amount: 0, explanation: '' });
  });

  it('goes down to the step before, and says so', () => {
    expect(snapAmount('20.8', limits)).toEqual({
      amount: 20.75,
      explanation: 'Credit counts in steps of 0.25, so 20.8 became 20.75.',
    });
    expect(snapAmount('.99', { ...limits, increment: 0.5 }).amount).toBe(0.5);
  });

  it('never exceeds what was worked out', () => {
    expect(snapAmount('40', limits)).toEqual({
      amount: 21.75,
      explanation: 'You can claim at most 21.75.',
    });
  });

  it('leaves the amount alone when it is no number', () => {
    for (const typed of ['', 'ten', '-3', '1.2.3', '.'])
      expect(snapAmount(typed, { ...limits, current: 3 })).toEqual({
        amount: 3,
        explanation: 'Please type a number, such as 21.75.',
      });
  });
});

describe('stepping', () => {
  it('moves by the increment between nothing and all', () => {
    expect(stepAmount(21.75, -1, limits)).toBe(21.5);
    expect(stepAmount(21.75, 1, limits)).toBe(21.75);
    expect(stepAmount(0.25, -4, limits)).toBe(0);
    expect(stepAmount(0, 4, limits)).toBe(1);
  });

  it('reaches a maximum that lies between two steps, and comes back to the grid', () => {
    const odd = { max: 1.6, increment: 0.5 };
    expect(stepAmount(1.5, 1, odd)).toBe(1.6);
    expect(stepAmount(1.6, -1, odd)).toBe(1.5);
  });

  it('never shows a float', () => {
    let amount = 3;
    for (let at = 0; at < 12; at += 1) amount = stepAmount(amount, -1, { max: 3, increment: 0.1 });
    expect(amount).toBe(1.8);
  });
});
