/** An instant such as `2026-05-11T09:45:00-05:00`, or `null` when the text is none. */
export const parseInstant = (text: string): Temporal.Instant | null =>
  orNull(() => Temporal.Instant.from(text));

/** A day such as `2017-08-31` and nothing more, or `null` when the text is none. */
export const parseDay = (text: string): Temporal.PlainDate | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? orNull(() => Temporal.PlainDate.from(text)) : null;

/** A local date and time such as `2017-08-31T17:00` without a zone, or `null` when the text is none. */
export const parseLocalDateTime = (text: string): Temporal.PlainDateTime | null =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)
    ? orNull(() => Temporal.PlainDateTime.from(text))
    : null;

/** Given a text, `from` throws for one reason only: the text does not say such a time. */
const orNull = <Value>(read: () => Value): Value | null => {
  try {
    return read();
  } catch {
    return null;
  }
};
