export const claimStates = ['draft', 'submitted', 'certified', 'held', 'amended', 'revoked'] as const;
export type ClaimState = (typeof claimStates)[number];

export const claimVerbs = ['submit', 'hold', 'release', 'certify', 'amend', 'revoke'] as const;
export type ClaimVerb = (typeof claimVerbs)[number];

export interface ClaimTransition<Verb extends ClaimVerb = ClaimVerb> {
  readonly verb: Verb;
  readonly from: ClaimState;
  readonly to: ClaimState;
}

/**
 * Every way a claim may change its state; what is not listed cannot happen. A submitted claim is never edited: a
 * later draft replaces it and turns it into `amended`. A submission that a rule failed in is held until a person
 * releases it. A claim that is opened again for the learner keeps its state.
 */
export const claimTransitions: readonly ClaimTransition[] = Object.freeze([
  { verb: 'submit', from: 'draft', to: 'submitted' },
  { verb: 'hold', from: 'draft', to: 'held' },
  { verb: 'release', from: 'held', to: 'submitted' },
  { verb: 'certify', from: 'submitted', to: 'certified' },
  { verb: 'amend', from: 'submitted', to: 'amended' },
  { verb: 'amend', from: 'certified', to: 'amended' },
  { verb: 'amend', from: 'held', to: 'amended' },
  { verb: 'revoke', from: 'submitted', to: 'revoked' },
  { verb: 'revoke', from: 'certified', to: 'revoked' },
  { verb: 'revoke', from: 'held', to: 'revoked' },
] satisfies readonly ClaimTransition[]);

/** The claims that count: at most one of them for each learner at an activity. */
export const claimStatesInForce = ['submitted', 'certified', 'held'] as const satisfies readonly ClaimState[];
export type ClaimStateInForce = (typeof claimStatesInForce)[number];

export const isInForce = (state: ClaimState): state is ClaimStateInForce =>
  claimStatesInForce.some((one) => one === state);

export const canTransition = (from: ClaimState, to: ClaimState): boolean =>
  claimTransitions.some((transition) => transition.from === from && transition.to === to);

/** The state a verb leads to, or `null` when the verb is not allowed in this state. */
export const nextClaimState = (from: ClaimState, verb: ClaimVerb): ClaimState | null =>
  claimTransitions.find((transition) => transition.from === from && transition.verb === verb)?.to ?? null;

/** The states in which a verb is allowed. */
export const claimStatesBefore = (verb: ClaimVerb): readonly ClaimState[] =>
  claimTransitions.filter((transition) => transition.verb === verb).map(({ from }) => from);

/** The state a verb always leads to, from wherever it is allowed. */
export const claimStateAfter = (verb: ClaimVerb): ClaimState => {
  const transition = claimTransitions.find((one) => one.verb === verb);
  if (transition === undefined) throw new RangeError(`Nothing happens to a claim by "${verb}"`);
  return transition.to;
};

/** Whether nothing can follow this state. */
export const isFinal = (state: ClaimState): boolean => !claimTransitions.some(({ from }) => from === state);
