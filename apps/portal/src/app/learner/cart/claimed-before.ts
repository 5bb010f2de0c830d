import type { Cart, ClaimedCredit } from '../../core/api/contract.js';

/** What the claim that this draft amends said of a credit type, where the learner had claimed less than there was. */
export function claimedBefore(cart: Cart, creditType: string): ClaimedCredit | null {
  if (!cart.isAmendment) return null;
  const credit = cart.submitted?.credits.find((one) => one.creditType === creditType);
  return credit && credit.claimed < credit.computed ? credit : null;
}
