/** The claim that the learner looks at. */
export interface LookedAt {
  /** Of the draft; null until it is there. */
  revision: number | null;
  /** What was chosen on the page is on its way to the server, and the next revision will be that. */
  isSaving: boolean;
}

/**
 * Whether a statement that was agreed to still holds: for every claim that differs from the one looked at, it has to be
 * given anew. What the learner chose before agreeing is what they look at; its revision coming later changes nothing.
 */
export function isStillAttested(now: LookedAt, before: LookedAt, wasAttested: boolean): boolean {
  const hasChosenAnew = now.isSaving && !before.isSaving;
  const isAnother = now.revision !== before.revision && !before.isSaving;
  return wasAttested && !hasChosenAnew && !isAnother;
}
