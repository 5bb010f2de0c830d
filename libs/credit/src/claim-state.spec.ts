import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  canTransition,
  claimStateAfter,
  claimStates,
  claimStatesBefore,
  claimStatesInForce,
  claimTransitions,
  claimVerbs,
  isFinal,
  isInForce,
  nextClaimState,
  type ClaimState,
} from './claim-state.js';

describe('claim states', () => {
  it('let a claim be submitted and certified, held and released, amended and revoked', () => {
    expect(nextClaimState('draft', 'submit')).toBe('submitted');
    expect(nextClaimState('submitted', 'certify')).toBe('certified');
    expect(nextClaimState('draft', 'hold')).toBe('held');
    expect(nextClaimState('held', 'release')).toBe('submitted');
    expect(nextClaimState('submitted', 'release')).toBeNull();
    expect(nextClaimState('certified', 'amend')).toBe('amended');
    expect(nextClaimState('certified', 'revoke')).toBe('revoked');
  });

  it('never go back to a draft, and end in amended or revoked', () => {
    expect(claimStates.filter((state) => canTransition(state, 'draft'))).toEqual([]);
    expect(claimStates.filter(isFinal)).toEqual(['amended', 'revoked']);
  });

  it('have one target for a state and a verb, and each verb one target', () => {
    const ways = claimTransitions.map(({ from, verb }) => `${from} ${verb}`);
    expect(new Set(ways).size).toBe(ways.length);
    for (const verb of claimVerbs) {
      for (const from of claimStatesBefore(verb)) {
        expect(nextClaimState(from, verb)).toBe(claimStateAfter(verb));
      }
    }
  });

  it('are in force from the submission until something ends them', () => {
    expect(claimStates.filter(isInForce)).toEqual([...claimStatesInForce]);
    expect(claimStatesBefore('amend').toSorted()).toEqual(claimStatesInForce.toSorted());
    expect(claimStatesBefore('revoke').toSorted()).toEqual(claimStatesInForce.toSorted());
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
