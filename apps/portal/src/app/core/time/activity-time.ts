const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Dates and times as a person at the activity reads them: in its time zone, in the tenant's language. */
export class ActivityTime {
  readonly #clock: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #longDay: Intl.DateTimeFormat;
  readonly #dayOfYear: Intl.DateTimeFormat;
  readonly #fullDay: Intl.DateTimeFormat;
  readonly #weekday: Intl.DateTimeFormat;
  readonly #isoDay: Intl.DateTimeFormat;
  readonly #zone: Intl.DateTimeFormat;
  readonly #date: Intl.DateTimeFormat;
  readonly #left: Intl.RelativeTimeFormat;

  constructor(
    readonly timeZone: string,
    readonly language = 'en-US',
  ) {
    const format = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale(language), options);
    this.#clock = format({ hour: 'numeric', minute: '2-digit', timeZone });
    this.#day = format({ weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });
    this.#longDay = format({ weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
    this.#dayOfYear = format({
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      year: 'numeric',
      timeZone: 'UTC',
    });
    this.#fullDay = format({ dateStyle: 'full', timeZone: 'UTC' });
    this.#weekday = format({ weekday: 'short', timeZone: 'UTC' });
    this.#isoDay = new Intl.DateTimeFormat('en-CA', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      timeZone,
    });
    this.#date = format({ month: 'short', day: 'numeric', year: 'numeric', timeZone });
    this.#zone = format({ timeZoneName: 'short', timeZone });
    this.#left = new Intl.RelativeTimeFormat(locale(language), { numeric: 'always' });
  }

  /** "Thu, Apr 23" of a day `YYYY-MM-DD`. */
  day(day: string): string {
    return this.#day.format(noon(day));
  }

  /** "Thursday, April 23" */
  longDay(day: string): string {
    return this.#longDay.format(noon(day));
  }

  /** "Thursday, April 23, 2026": a day that somebody has to keep says its year. */
  fullDay(day: string): string {
    return this.#fullDay.format(noon(day));
  }

  /** "Thu" */
  weekday(day: string): string {
    return this.#weekday.format(noon(day));
  }

  /** "Apr 23–26, 2026" */
  days(from: string, to: string): string {
    const range = new Intl.DateTimeFormat(locale(this.language), {
      month: 'short',
      day: 'numeric',
      year: 'numeric',
      timeZone: 'UTC',
    });
    return plainSpaces(range.formatRange(noon(from), noon(to)));
  }

  /** "Apr 23, 2026" of an instant. */
  date(instant: string): string {
    return this.#date.format(new Date(instant));
  }

  /** "9:45 AM" of an instant. */
  time(instant: string): string {
    return plainSpaces(this.#clock.format(new Date(instant)));
  }

  /** "9:45–10:30 AM", or "11:45 AM–12:30 PM". */
  range(startsAt: string, endsAt: string): string {
    return plainSpaces(this.#clock.formatRange(new Date(startsAt), new Date(endsAt)));
  }

  /** "Thu, Apr 23 · 9:45–10:30 AM"; what is missing is left out. */
  when(offering: { day: string | null; startsAt: string | null; endsAt: string | null }): string {
    const { day, startsAt, endsAt } = offering;
    const hours = startsAt && endsAt ? this.range(startsAt, endsAt) : startsAt ? this.time(startsAt) : null;
    return [day ? this.day(day) : null, hours].filter((words) => words !== null).join(' · ');
  }

  /** "Thu, Apr 23, 11:59 PM PDT" of an instant: a deadline says its zone, and its year where that is another one. */
  moment(instant: string, now: number = Date.now()): string {
    const day = this.isoDay(instant);
    const isThisYear = day.slice(0, 4) === this.isoDay(now).slice(0, 4);
    const words = isThisYear ? this.day(day) : this.#dayOfYear.format(noon(day));
    const zone = this.#zone
      .formatToParts(new Date(instant))
      .find((part) => part.type === 'timeZoneName')?.value;
    return `${words}, ${this.time(instant)}${zone ? ` ${zone}` : ''}`;
  }

  /** "in 3 days", "in 2 hours", "in 12 minutes": whole units, rounded down so as never to promise too much. */
  left(instant: string, now: number = Date.now()): string {
    const ahead = new Date(instant).getTime() - now;
    if (ahead >= 2 * DAY) return this.#left.format(Math.floor(ahead / DAY), 'day');
    if (ahead >= HOUR) return this.#left.format(Math.floor(ahead / HOUR), 'hour');
    return this.#left.format(Math.max(0, Math.floor(ahead / MINUTE)), 'minute');
  }

  /** The day `YYYY-MM-DD` it is at the activity at an instant. */
  isoDay(instant: string | number): string {
    return this.#isoDay.format(new Date(instant));
  }
}

/** A bare "en" means the United States here, whose societies these are: "Thu, Apr 23" and not "Thu 23 Apr". */
const locale = (language: string): string => (language === 'en' ? 'en-US' : language);

/** A day has no zone; noon in UTC is on that day wherever it is formatted as UTC. */
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** CLDR puts thin spaces around the dash; a timetable is read more easily without. */
const plainSpaces = (text: string): string =>
  text.replace(/\s*–\s*/gu, '–').replace(/[\u202f\u2009\u00a0]/gu, ' ');
