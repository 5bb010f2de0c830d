import { describe, expect, it } from '@jest/globals';
import { SignInGate } from './sign-in-gate.js';

describe('the gate of the sign-in', () => {
  it('lets the page go without a warning once the person has signed out', () => {
    const gate = new SignInGate();
    expect(gate.isLeaving()).toBe(false);
    gate.lock();
    expect(gate.isLeaving()).toBe(true);
    expect(gate.csrfToken).toBeNull();
  });
});
