import type { Cart, ClaimedCredit } from '../../core/api/contract.js';

/** What the claim that this draft amends said of a credit type, where the learner had claimed less than there was. */
export function claimedBefore(cart: Cart, creditType: string): ClaimedCredit | null {
  const credit = lastOf(cart, creditType);
  return credit && credit.claimed < credit.computed ? credit : null;
}

/**
 * What was claimed last time and whether the amount of this amendment still follows it, in a sentence.
 *
 * @param amount what the amendment claims now, in decimal credits
 * @param most the most that is possible now
 * @returns empty where nothing was claimed before, or all of it and more or less is claimed now
 */
export function keptFromBefore(cart: Cart, creditType: string, amount: number | null, most: number): string {
  const last = lastOf(cart, creditType);
  if (!last) return '';
  const claimed = shown(last.claimed);
  if (last.claimed >= last.computed) {
    return amount === most ? 'Last time you claimed all of it, and so you do now.' : '';
  }
  const before = `Last time you claimed ${claimed} of ${shown(last.computed)}`;
  if (amount === last.claimed) {
    const stays = `${before}, and it stays at ${claimed}`;
    return most > last.computed ? `${stays}: what you added counts only if you claim more.` : `${stays}.`;
  }
  return amount === most && most < last.claimed
    ? `${before}; now ${shown(most)} is the most you can.`
    : `${before}.`;
}

const shown = (amount: number): string => amount.toFixed(2);

function lastOf({ isAmendment, submitted }: Cart, creditType: string): ClaimedCredit | undefined {
  return isAmendment ? submitted?.credits.find((one) => one.creditType === creditType) : undefined;
}
