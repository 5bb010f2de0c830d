const DAY = 86_400_000;

/** One day of a zone's calendar, and what was worked out about credit that was earned on it. */
export interface LocalDay<Note> {
  readonly day: Temporal.PlainDate;
  note?: Note;
}

interface Stretch<Note> {
  /** From this moment on, in epoch milliseconds. */
  readonly from: number;
  readonly local: LocalDay<Note>;
}

/**
 * The days of a zone by moment. Reading the calendar costs microseconds, and an account may hold tens of thousands of
 * completions; so for each day of UTC the local days that it touches are read once, and then found by comparing numbers.
 */
export class LocalDays<Note> {
  readonly #stretches = new Map<number, readonly Stretch<Note>[]>();

  constructor(readonly timeZone: string) {}

  of(epochMilliseconds: number): LocalDay<Note> {
    const utcDay = Math.floor(epochMilliseconds / DAY);
    let stretches = this.#stretches.get(utcDay);
    if (stretches === undefined) {
      // Decades of days; the bound only guards against evidence that invents them.
      if (this.#stretches.size >= 20_000) this.#stretches.clear();
      stretches = this.#read(utcDay);
      this.#stretches.set(utcDay, stretches);
    }
    const found = stretches.findLast(({ from }) => from <= epochMilliseconds) ?? stretches[0];
    return found?.local ?? { day: this.#dayAt(epochMilliseconds) };
  }

  #read(utcDay: number): readonly Stretch<Note>[] {
    const stretches: Stretch<Note>[] = [];
    const end = (utcDay + 1) * DAY;
    for (let from = utcDay * DAY; from < end;) {
      const day = this.#dayAt(from);
      stretches.push({ from, local: { day } });
      from = day.add({ days: 1 }).toZonedDateTime(this.timeZone).epochMilliseconds;
    }
    return stretches;
  }

  #dayAt(epochMilliseconds: number): Temporal.PlainDate {
    return Temporal.Instant.fromEpochMilliseconds(epochMilliseconds)
      .toZonedDateTimeISO(this.timeZone)
      .toPlainDate();
  }
}
