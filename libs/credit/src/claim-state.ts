export const claimStates = ['draft', 'submitted', 'certified', 'held', 'amended', 'revoked'] as const;
export type ClaimState = (typeof claimStates)[number];

export const claimVerbs = ['submit', 'certify', 'hold', 'release', 'amend', 'revoke'] as const;
export type ClaimVerb = (typeof claimVerbs)[number];

export interface ClaimTransition {
  readonly verb: ClaimVerb;
  readonly from: ClaimState;
  readonly to: ClaimState;
}

/**
 * Every way a claim may change its state; what is not listed cannot happen. A submitted claim is never edited:
 * a later draft replaces it and turns it into `amended`.
 */
export const claimTransitions: readonly ClaimTransition[] = Object.freeze([
  { verb: 'submit', from: 'draft', to: 'submitted' },
  { verb: 'certify', from: 'submitted', to: 'certified' },
  { verb: 'hold', from: 'submitted', to: 'held' },
  { verb: 'release', from: 'held', to: 'certified' },
  { verb: 'amend', from: 'submitted', to: 'amended' },
  { verb: 'amend', from: 'certified', to: 'amended' },
  { verb: 'amend', from: 'held', to: 'amended' },
  { verb: 'revoke', from: 'submitted', to: 'revoked' },
  { verb: 'revoke', from: 'certified', to: 'revoked' },
  { verb: 'revoke', from: 'held', to: 'revoked' },
] satisfies readonly ClaimTransition[]);

export const canTransition = (from: ClaimState, to: ClaimState): boolean =>
  claimTransitions.some((transition) => transition.from === from && transition.to === to);

/** The state a verb leads to, or `null` when the verb is not allowed in this state. */
export const nextClaimState = (from: ClaimState, verb: ClaimVerb): ClaimState | null =>
  claimTransitions.find((transition) => transition.from === from && transition.verb === verb)?.to ?? null;

/** Whether nothing can follow this state. */
export const isFinal = (state: ClaimState): boolean => !claimTransitions.some(({ from }) => from === state);
