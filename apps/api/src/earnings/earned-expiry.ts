import { hostFact } from '@laurel/plugin-kit';
import type { OfferDecision } from '../workflow/workflow.types.js';

/** Whether credit was not claimed in time: a rule denies it and says since when, whatever else stands against it. */
export const isExpired = ({ denials }: OfferDecision): boolean =>
  denials.some(({ reason }) => hostFact(reason.facts, 'expiry') !== null);

/** The newest moment to warn of the end that has come; `null` while there is none. */
export const warningDue = (
  { allowed, until, warnAt = [] }: OfferDecision,
  now: Temporal.Instant,
): Temporal.Instant | null => {
  if (!allowed || until === undefined || Temporal.Instant.compare(until, now) <= 0) return null;
  let newest: Temporal.Instant | null = null;
  for (const at of warnAt) {
    const hasCome = Temporal.Instant.compare(at, now) <= 0;
    if (hasCome && (newest === null || Temporal.Instant.compare(at, newest) > 0)) newest = at;
  }
  return newest;
};

/** Whether the end has come so near that the society warns of it. */
export const isExpiringSoon = (offer: OfferDecision, now: Temporal.Instant): boolean =>
  warningDue(offer, now) !== null;
