import type { EvaluationSubject } from '../api/contract.js';

const CLAIM = 'claim=';

/** "form:offering", "form:claim=claim" or "form:"; an id never has a colon, a form's key may. */
export const nameOf = ({ formKey, offeringId, claimId }: EvaluationSubject): string =>
  `${formKey}:${claimId === null ? (offeringId ?? '') : CLAIM + claimId}`;

export function parseUnsent(rest: string): EvaluationSubject {
  const at = rest.lastIndexOf(':');
  const formKey = rest.slice(0, at);
  const about = rest.slice(at + 1);
  return about.startsWith(CLAIM)
    ? { formKey, offeringId: null, claimId: about.slice(CLAIM.length) }
    : { formKey, offeringId: about || null, claimId: null };
}
