import type { Step } from '@laurel/ui';
import type { Cart } from '../core/api/contract.js';

export type StepKey = 'sessions' | 'evaluation' | 'review' | 'certificate';

const PAGES: [prefix: string, step: StepKey][] = [
  ['/sessions', 'sessions'],
  ['/itinerary', 'sessions'],
  ['/cart', 'sessions'],
  ['/evaluation', 'evaluation'],
  ['/review', 'review'],
  ['/certificates', 'certificate'],
];

const LINKS: Record<Exclude<StepKey, 'sessions'>, string> = {
  evaluation: '/evaluation',
  review: '/review',
  certificate: '/certificates',
};

/**
 * The steps of the claim. The current one is the page the learner is on, the next one the first that is not done; where
 * the page is none of the steps, the next one is the current one too. Once the claim is in, its page is the way to the
 * certificate and no longer the review.
 */
export function progress(
  cart: Cart | null,
  lineCount: number,
  url: string,
  labels: Record<StepKey, string>,
  /** The page that lists the claim's sessions. */
  home = '/sessions',
  /** A certificate of the claim in force is there. */
  hasCertificate = false,
): Step[] {
  const evaluations =
    cart?.requirements.filter((requirement) => requirement.action?.kind === 'evaluation') ?? [];
  const isSubmitted = cart?.state === 'submitted';
  const isDone: Record<StepKey, boolean> = {
    sessions: lineCount > 0 || isSubmitted,
    evaluation: evaluations.length > 0 && evaluations.every((requirement) => requirement.state !== 'unmet'),
    review: isSubmitted,
    certificate: isSubmitted && hasCertificate,
  };
  const keys: StepKey[] = ['sessions', 'evaluation', 'review', 'certificate'];
  const page = PAGES.find(([prefix]) => url.startsWith(prefix))?.[1];
  const next = keys.find((key) => !isDone[key]);
  const here = page === 'review' && isSubmitted ? 'certificate' : (page ?? next);
  return keys.map((key) => ({
    key,
    label: labels[key],
    link: key === 'sessions' ? home : LINKS[key],
    state:
      key === here && !(key === 'certificate' && isDone[key])
        ? 'current'
        : isDone[key]
          ? 'done'
          : key === next
            ? 'next'
            : 'ahead',
  }));
}
