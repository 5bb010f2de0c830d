import { createHash } from 'node:crypto';

const DAY_MILLISECONDS = 24 * 3_600_000;

/**
 * When a tenant's daily job runs next: every tenant has a time of day of its own (UTC), worked out from its id, so
 * that thousands of them are spread evenly over the day.
 *
 * @returns later than `now`, by a day at most
 */
export function nextDailyTime(job: string, tenantId: string, now: Temporal.Instant): Temporal.Instant {
  const share = createHash('sha256').update(`${job} ${tenantId}`).digest().readUInt32BE() / 2 ** 32;
  const timeOfDay = Math.floor(share * DAY_MILLISECONDS);
  const midnight = now.epochMilliseconds - (now.epochMilliseconds % DAY_MILLISECONDS);
  const today = midnight + timeOfDay;
  return Temporal.Instant.fromEpochMilliseconds(
    today > now.epochMilliseconds ? today : today + DAY_MILLISECONDS,
  );
}
