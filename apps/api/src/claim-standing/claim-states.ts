import { claimStatesBefore, claimStatesInForce, type ClaimState, type ClaimVerb } from '@laurel/credit';

/** States as a list of SQL literals; the names are ours, so there is nothing to escape. */
const literals = (states: readonly ClaimState[]): string => states.map((state) => `'${state}'`).join(', ');

/** A condition on `state`: the claim counts. */
export const IN_FORCE = `state in (${literals(claimStatesInForce)})`;

/** A condition on `state`: the claim counts, or is about to be submitted. */
export const OPEN_OR_IN_FORCE = `state in (${literals(['draft', ...claimStatesInForce])})`;

/** A condition on `state`: this may be done to the claim. */
export const statesBefore = (verb: ClaimVerb): string => `state in (${literals(claimStatesBefore(verb))})`;

/** `IN_FORCE` as PostgreSQL writes it down in an index. */
export const IN_FORCE_INDEX = `state = ANY (ARRAY[${claimStatesInForce.map((state) => `'${state}'::text`).join(', ')}])`;
