import { describe, expect, it } from '@jest/globals';
import { isStillAttested } from './still-attested.js';

const still = { revision: 3, isSaving: false };

describe('isStillAttested', () => {
  it('holds while the claim is the one looked at, and never begins by itself', () => {
    expect(isStillAttested(still, still, true)).toBe(true);
    expect(isStillAttested(still, still, false)).toBe(false);
  });

  it('is given anew when the claim was changed elsewhere', () => {
    expect(isStillAttested({ revision: 4, isSaving: false }, still, true)).toBe(false);
  });

  it('is given anew when something else is chosen on the page', () => {
    expect(isStillAttested({ revision: 3, isSaving: true }, still, true)).toBe(false);
  });

  it('holds when what was chosen before agreeing is saved', () => {
    const saving = { revision: 3, isSaving: true };
    expect(isStillAttested({ revision: 4, isSaving: true }, saving, true)).toBe(true);
    expect(isStillAttested({ revision: 4, isSaving: false }, saving, true)).toBe(true);
  });
});
