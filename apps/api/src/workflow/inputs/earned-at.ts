import { isBefore, type EvidenceView } from '@laurel/plugin-kit';

/** What learners say themselves, such as sessions they starred, comes from here. */
const PORTAL = 'portal';

/** Whether evidence is a completion: somebody else's word, which credit is earned by. */
export const isCompletion = ({ source }: Pick<EvidenceView, 'source'>): boolean => source !== PORTAL;

/** When the credit of each completed offering was earned: by its first completion. */
export const earnedTimes = (
  evidence: readonly Pick<EvidenceView, 'offeringId' | 'source' | 'occurredAt'>[],
): ReadonlyMap<string, Temporal.Instant> => {
  const times = new Map<string, Temporal.Instant>();
  for (const one of evidence) {
    if (!isCompletion(one)) continue;
    const known = times.get(one.offeringId);
    if (known === undefined || isBefore(one.occurredAt, known)) {
      times.set(one.offeringId, one.occurredAt);
    }
  }
  return times;
};
