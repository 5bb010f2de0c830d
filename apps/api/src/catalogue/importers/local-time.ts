/** Programme days begin here when the file does not say: what runs before 04:00 belongs to the evening before. */
export const DEFAULT_DAY_START = Temporal.PlainTime.from('04:00');

/**
 * The instant of a local time, or undefined where the clock skips it (spring forward).
 * Of a time that comes twice (fall back) the first is meant, unless `after` already lies behind it.
 */
export function toInstant(
  local: Temporal.PlainDateTime,
  timeZone: string,
  after?: Temporal.Instant,
): Temporal.Instant | undefined {
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (!zoned.toPlainDateTime().equals(local)) return undefined;
  const instant = zoned.toInstant();
  if (after === undefined || Temporal.Instant.compare(instant, after) > 0) return instant;
  return local.toZonedDateTime(timeZone, { disambiguation: 'later' }).toInstant();
}

/** The programme day an instant belongs to: its local day, or the day before while the night lasts. */
export function programmeDay(
  instant: Temporal.Instant,
  timeZone: string,
  dayStart: Temporal.PlainTime = DEFAULT_DAY_START,
): Temporal.PlainDate {
  const local = instant.toZonedDateTimeISO(timeZone).toPlainDateTime();
  const isNight = Temporal.PlainTime.compare(local.toPlainTime(), dayStart) < 0;
  return isNight ? local.toPlainDate().subtract({ days: 1 }) : local.toPlainDate();
}

/** The instant as rows and APIs carry it: ISO, UTC, whole seconds. */
export function instantText(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' });
}
