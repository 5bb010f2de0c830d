/** Dates as documents print them, in the society's language and the activity's zone. */
export interface Locale {
  /** BCP 47. */
  readonly language: string;
  /** IANA zone. */
  readonly timeZone: string;
}

/** "May 9–12, 2018", or one day when the activity has one. */
export const dayRange = (from: Temporal.PlainDate, to: Temporal.PlainDate, language: string): string => {
  if (from.equals(to)) return longDay(from, language);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(atNoon(from), atNoon(to));
};

/** "May 9, 2018". */
export const longDay = (day: Temporal.PlainDate, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(atNoon(day));

/** "May 9, 2018", shortened where the language does: "Sep 23, 2018". */
export const shortDay = (day: Temporal.PlainDate, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(atNoon(day));

/** "Wednesday, May 9, 2018". */
export const fullDay = (day: Temporal.PlainDate, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(atNoon(day));

/** "9:45 – 11:15 AM", in the activity's zone; only the start when there is no end. */
export const timeRange = (
  from: Temporal.Instant,
  to: Temporal.Instant | null,
  { language, timeZone }: Locale,
): string => {
  const format = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone });
  const start = new Date(from.epochMilliseconds);
  return to === null ? format.format(start) : format.formatRange(start, new Date(to.epochMilliseconds));
};

/** A day has no zone; noon in UTC is on that day in UTC, which is the zone it is printed in. */
const atNoon = (day: Temporal.PlainDate): Date =>
  new Date(day.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds);
