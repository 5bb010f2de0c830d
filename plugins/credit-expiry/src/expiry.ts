import { deepFreeze, deny, type OfferAnswer } from '@laurel/plugin-kit';

/** Credit keeps through the whole of `lastDay`. */
export interface Expiry {
  readonly lastDay: Temporal.PlainDate;
  /** The last second of that day, so that it reads as that day everywhere. */
  readonly until: Temporal.Instant;
  /** The same in epoch milliseconds, for comparing a thousand times. */
  readonly untilMilliseconds: number;
  /** The answer to being offered before that, with when to warn; one object for all topics of a day. */
  readonly answer: OfferAnswer & { readonly allowed: true };
  /** The answer after that. */
  readonly denial: OfferAnswer;
}

const MORNING = Temporal.PlainTime.from('09:00');
const LAST_SECOND = Temporal.Duration.from({ seconds: 1 });

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
  const days = { earnedOn: earnedOn.toString(), lastOn: lastDay.toString() };
  const denial = deepFreeze(deny('expired', days));
  const answer = deepFreeze({ allowed: true, until, warnAt } as const);
  return { lastDay, until, untilMilliseconds: until.epochMilliseconds, answer, denial };
};
