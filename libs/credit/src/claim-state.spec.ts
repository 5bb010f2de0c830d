import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  canTransition,
  claimStates,
  claimTransitions,
  claimVerbs,
  isFinal,
  nextClaimState,
  type ClaimState,
} from './claim-state.js';

describe('claim states', () => {
  it('let a claim be submitted and certified, held and released, amended and revoked', () => {
    expect(nextClaimState('draft', 'submit')).toBe('submitted');
    expect(nextClaimState('submitted', 'certify')).toBe('certified');
    expect(nextClaimState('submitted', 'hold')).toBe('held');
    expect(nextClaimState('held', 'release')).toBe('certified');
    expect(nextClaimState('certified', 'amend')).toBe('amended');
    expect(nextClaimState('certified', 'revoke')).toBe('revoked');
  });

  it('never go back to a draft, and end in amended or revoked', () => {
    expect(claimStates.filter((state) => canTransition(state, 'draft'))).toEqual([]);
    expect(claimStates.filter(isFinal)).toEqual(['amended', 'revoked']);
  });

  it('have one target for a state and a verb', () => {
    const ways = claimTransitions.map(({ from, verb }) => `${from} ${verb}`);
    expect(new Set(ways).size).toBe(ways.length);
  });

  it('only move along the table, whatever verbs are tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...claimVerbs)), (verbs) => {
        let state: ClaimState = 'draft';
        for (const verb of verbs) {
          const next = nextClaimState(state, verb);
          if (next === null) continue;
          expect(canTransition(state, next)).toBe(true);
          expect(isFinal(state)).toBe(false);
          state = next;
        }
      }),
    );
  });
});
