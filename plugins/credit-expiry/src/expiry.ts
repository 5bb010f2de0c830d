import type { CreditExpiryConfig } from './credit-expiry.config.js';

/** Credit keeps through the whole of `lastDay`. */
export interface Expiry {
  readonly lastDay: Temporal.PlainDate;
  /** The last second of that day, so that it reads as that day everywhere. */
  readonly until: Temporal.Instant;
  readonly warnAt: readonly Temporal.Instant[];
}

const MORNING = Temporal.PlainTime.from('09:00');
const LAST_SECOND = Temporal.Duration.from({ seconds: 1 });

/** How long credit of a type keeps, in months. */
export const keepsMonths = ({ keepsMonths, creditTypes }: CreditExpiryConfig, creditType: string): number =>
  creditTypes.find((type) => type.creditType === creditType)?.keepsMonths ?? keepsMonths;

/**
 * When credit earned on a day expires. Months are those of the calendar: where the last month has no such day, its
 * own last day counts (29 February).
 */
export const expiryOf = (
  earnedOn: Temporal.PlainDate,
  months: number,
  warnDays: readonly number[],
  timeZone: string,
): Expiry => {
  const lastDay = earnedOn.add({ months });
  const until = lastDay.add({ days: 1 }).toZonedDateTime(timeZone).toInstant().subtract(LAST_SECOND);
  const warnAt = [...new Set(warnDays)]
    .sort((a, b) => b - a)
    .map((days) => lastDay.subtract({ days }).toZonedDateTime({ timeZone, plainTime: MORNING }).toInstant());
  return { lastDay, until, warnAt };
};
