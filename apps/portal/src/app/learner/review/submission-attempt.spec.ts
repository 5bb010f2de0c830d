import { describe, expect, it } from '@jest/globals';
import { attemptFor, fingerprintOf, storedAttempt } from './submission-attempt.js';

const newKey = () => 'new-key';

describe('an attempt to submit', () => {
  it('keeps its key while the same claim is tried again', () => {
    const fingerprint = fingerprintOf(7, { moc: 2, ama: 20.5 });
    const stored = storedAttempt({ key: 'first-key', fingerprint });
    expect(attemptFor(stored, fingerprintOf(7, { ama: 20.5, moc: 2 }), newKey).key).toBe('first-key');
  });

  it('is a new one when the claim is another', () => {
    const stored = storedAttempt({ key: 'first-key', fingerprint: fingerprintOf(7, {}) });
    expect(attemptFor(stored, fingerprintOf(8, {}), newKey).key).toBe('new-key');
    expect(attemptFor(stored, fingerprintOf(7, { ama: 1 }), newKey).key).toBe('new-key');
    expect(attemptFor(stored, fingerprintOf(7, {}, 'claim'), newKey).key).toBe('new-key');
    expect(attemptFor(null, fingerprintOf(7, {}), newKey).key).toBe('new-key');
    expect(attemptFor('', fingerprintOf(7, {}), newKey).key).toBe('new-key');
  });

  it('tells one claim from the next at the same revision', () => {
    const stored = storedAttempt({ key: 'first-key', fingerprint: fingerprintOf(1, {}, 'a') });
    expect(attemptFor(stored, fingerprintOf(1, {}, 'a'), newKey).key).toBe('first-key');
    expect(attemptFor(stored, fingerprintOf(1, {}, 'b'), newKey).key).toBe('new-key');
    // A claim is not an amount of nothing.
    expect(fingerprintOf(1, {}, 'a')).not.toBe(fingerprintOf(1, { a: 0 }));
  });
});
