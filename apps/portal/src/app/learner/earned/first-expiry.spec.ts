import { describe, expect, it } from '@jest/globals';
import { firstExpiry } from './first-expiry.js';

describe('the credit that expires first', () => {
  it('is all that goes at the earliest time', () => {
    expect(
      firstExpiry([
        { amount: 2, until: '2027-03-01T06:00:00Z' },
        { amount: 0.1, until: '2026-12-03T06:00:00Z' },
        { amount: 1, until: null },
        { amount: 0.2, until: '2026-12-03T06:00:00Z' },
      ]),
    ).toEqual({ until: '2026-12-03T06:00:00Z', amount: 0.3 });
  });

  it('is nothing where no rule lets credit expire', () => {
    expect(firstExpiry([{ amount: 1, until: null }])).toBeNull();
    expect(firstExpiry([])).toBeNull();
  });
});
