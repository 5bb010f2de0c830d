/** One press of "Submit", until the server has answered: the same key for every try, so that it counts once. */
export interface SubmissionAttempt {
  key: string;
  /** What is being submitted; another claim is another attempt. */
  fingerprint: string;
}

/**
 * What a submission says, in one line that is equal for equal submissions. Amounts in decimal credits; `claimId` where
 * one learner makes claim after claim, whose revisions begin anew each time.
 */
export function fingerprintOf(
  revision: number,
  amounts: Readonly<Record<string, number>>,
  claimId: string | null = null,
): string {
  const ofClaim = claimId === null ? [] : [claimId];
  return JSON.stringify([revision, ...ofClaim, ...Object.entries(amounts).toSorted()]);
}

/** The attempt to use: the one that is still unanswered if it says the same, else a new one. */
export function attemptFor(
  stored: string | null,
  fingerprint: string,
  newKey: () => string,
): SubmissionAttempt {
  const [key, ...rest] = (stored ?? '').split(' ');
  return key && rest.join(' ') === fingerprint ? { key, fingerprint } : { key: newKey(), fingerprint };
}

export const storedAttempt = ({ key, fingerprint }: SubmissionAttempt): string => `${key} ${fingerprint}`;
