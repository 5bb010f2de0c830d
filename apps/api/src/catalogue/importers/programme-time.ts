import type { TableRow } from './csv-table.js';
import { type DateOrder, type Moment, parseDay, parseMoment } from './date-cell.js';
import { MAX_DURATION_MINUTES, parseCellDuration } from './duration-text.js';
import { DEFAULT_DAY_START, instantText, programmeDay, toInstant } from './local-time.js';
import type { ProgrammeField } from './programme-columns.js';

export interface ProgrammeClock {
  /** IANA zone of times without an offset, and of the programme's days. */
  timeZone: string;
  /** How dates with slashes are meant; `mdy` when not said. */
  dateOrder?: DateOrder;
  /** A session that starts before this time belongs to the programme day before; 04:00 when not said. */
  dayStartsAt?: Temporal.PlainTime;
}

export interface SessionTime {
  startsAt: string | null;
  endsAt: string | null;
  day: string | null;
}

/** Of what can be taken part in at any time. */
export const UNTIMED: SessionTime = { startsAt: null, endsAt: null, day: null };

type ProgrammeRow = TableRow<ProgrammeField>;

/** An end that is earlier than the start by the clock is past midnight; a whole day later it is a mistake. */
const LONGEST_NIGHT_HOURS = 12;

const DAY_IN_WORDS = /^(?:day\s*\d{1,2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/i;

const UNKNOWN: SessionTime = { startsAt: '', endsAt: '', day: '' };

const TIME_FIELDS = ['date', 'day', 'start', 'end', 'duration'] as const;

/** Whether the row says nothing at all about a time. */
export const hasNoTime = (row: ProgrammeRow): boolean =>
  TIME_FIELDS.every((field) => row.line(field, 100) === '');

/** Reads when a session runs from its date, day, start, end and duration; notes on the row what cannot be read. */
export function readSessionTime(row: ProgrammeRow, clock: ProgrammeClock): SessionTime {
  const date = readDay(row, 'date', clock);
  const day = readDay(row, 'day', clock);
  const startText = row.line('start', 100);
  const start = readMoment(row, 'start', startText, clock);
  if (start === undefined) return UNKNOWN;

  const startsAt = startInstant(row, start, startText, date, day, clock);
  if (startsAt === undefined) return UNKNOWN;
  const endsAt = readEnd(row, startsAt, clock);
  if (endsAt === undefined) return UNKNOWN;

  const minutes = startsAt.until(endsAt).total('minutes');
  if (minutes <= 0) {
    row.refuse(
      'end',
      'duration.not_positive',
      'The session must end after it starts.',
      row.line('end') || row.line('duration'),
    );
  } else if (minutes > MAX_DURATION_MINUTES) {
    row.refuse(
      'end',
      'duration.too_long',
      'A session lasts a week at most.',
      row.line('end') || row.line('duration'),
    );
  }
  const ownDay = programmeDay(startsAt, clock.timeZone, clock.dayStartsAt);
  if (day !== undefined && Math.abs(day.until(ownDay).days) > 1) {
    row.refuse(
      'day',
      'day.elsewhere',
      `The session starts on ${ownDay.toString()}, which is another day.`,
      row.line('day'),
    );
  }
  return { startsAt: instantText(startsAt), endsAt: instantText(endsAt), day: (day ?? ownDay).toString() };
}

function startInstant(
  row: ProgrammeRow,
  start: Moment,
  startText: string,
  date: Temporal.PlainDate | undefined,
  day: Temporal.PlainDate | undefined,
  clock: ProgrammeClock,
): Temporal.Instant | undefined {
  if (start.instant !== undefined) return start.instant;
  if (start.time === undefined) {
    row.refuse('start', 'time.missing', 'The start needs a time of day.', startText);
    return undefined;
  }
  const dayStart = clock.dayStartsAt ?? DEFAULT_DAY_START;
  const isNight = Temporal.PlainTime.compare(start.time, dayStart) < 0;
  const startDate = start.date ?? date ?? (isNight ? day?.add({ days: 1 }) : day);
  if (startDate === undefined) {
    if (!row.faults.some(({ field }) => field === 'date' || field === 'day')) {
      row.refuse(
        'start',
        'date.missing',
        'The start has a time but no date, here or in a column “Date”.',
        startText,
      );
    }
    return undefined;
  }
  if (start.date !== undefined && date !== undefined && !start.date.equals(date)) {
    row.refuse(
      'date',
      'date.contradicts_start',
      `The start says ${start.date.toString()}, the date ${date.toString()}.`,
    );
    return undefined;
  }
  return localInstant(row, 'start', startDate, start, startText, clock);
}

function readEnd(
  row: ProgrammeRow,
  startsAt: Temporal.Instant,
  clock: ProgrammeClock,
): Temporal.Instant | undefined {
  const text = row.line('end', 100);
  if (text === '') return endFromDuration(row, startsAt);
  const end = readMoment(row, 'end', text, clock);
  if (end === undefined || end.instant !== undefined) return end?.instant;
  if (end.time === undefined) {
    row.refuse('end', 'time.missing', 'The end needs a time of day.', text);
    return undefined;
  }
  if (end.date !== undefined) return localInstant(row, 'end', end.date, end, text, clock, startsAt);
  // A time alone is on the day of the start, or after the midnight that follows: 23:00–00:30.
  const startLocal = startsAt.toZonedDateTimeISO(clock.timeZone).toPlainDateTime();
  const sameDay = localInstant(row, 'end', startLocal.toPlainDate(), end, text, clock, startsAt);
  if (sameDay === undefined || Temporal.Instant.compare(sameDay, startsAt) > 0) return sameDay;
  if (Temporal.PlainTime.compare(end.time, startLocal.toPlainTime()) === 0) return sameDay;
  const nextDay = localInstant(
    row,
    'end',
    startLocal.toPlainDate().add({ days: 1 }),
    end,
    text,
    clock,
    startsAt,
  );
  if (nextDay === undefined || startsAt.until(nextDay).total('hours') <= LONGEST_NIGHT_HOURS) return nextDay;
  row.refuse(
    'end',
    'end.before_start',
    'The session would end before it starts. Correct the times; if it does run until the next day, write the date of its end too.',
    text,
  );
  return undefined;
}

function endFromDuration(row: ProgrammeRow, startsAt: Temporal.Instant): Temporal.Instant | undefined {
  const text = row.line('duration', 100);
  if (text === '') {
    row.refuseMissing('end', 'The session needs an end or a duration.');
    return undefined;
  }
  const minutes = parseCellDuration(text);
  if (minutes === undefined) {
    row.refuse('duration', 'duration.unreadable', 'Write the duration in minutes or as 1:30.', text);
    return undefined;
  }
  return startsAt.add({ minutes });
}

function localInstant(
  row: ProgrammeRow,
  field: ProgrammeField,
  date: Temporal.PlainDate,
  moment: Moment,
  text: string,
  clock: ProgrammeClock,
  after?: Temporal.Instant,
): Temporal.Instant | undefined {
  const local = date.add({ days: moment.isEndOfDay === true ? 1 : 0 }).toPlainDateTime(moment.time);
  const instant = toInstant(local, clock.timeZone, after);
  if (instant === undefined) {
    row.refuse(
      field,
      'time.skipped',
      `In ${clock.timeZone} the clocks skip ${local.toString({ smallestUnit: 'minute' })}: that time does not exist.`,
      text,
    );
  }
  return instant;
}

function readMoment(
  row: ProgrammeRow,
  field: 'start' | 'end',
  text: string,
  clock: ProgrammeClock,
): Moment | undefined {
  const moment = parseMoment(text, clock.dateOrder);
  if (moment === undefined && !row.faults.some((fault) => fault.field === field)) {
    if (text === '')
      row.refuseMissing(field, `The session needs ${field === 'start' ? 'a start' : 'an end'}.`);
    else row.refuse(field, 'date.unreadable', readableDates(clock.dateOrder), text);
  }
  return moment;
}

function readDay(
  row: ProgrammeRow,
  field: 'date' | 'day',
  clock: ProgrammeClock,
): Temporal.PlainDate | undefined {
  const text = row.line(field, 100);
  if (text === '') return undefined;
  const day = parseDay(text, clock.dateOrder);
  // “Friday” or “Day 2” tells a person the day, not us; the start has to bring its own date then.
  if (day === undefined && field === 'day' && DAY_IN_WORDS.test(text)) return undefined;
  if (day === undefined) row.refuse(field, 'date.unreadable', readableDates(clock.dateOrder), text);
  return day;
}

function readableDates(order: DateOrder = 'mdy'): string {
  const slashes = order === 'mdy' ? 'month/day/year' : 'day/month/year';
  return `This is not a date and time we can read. Write 2026-05-01 09:00, or with slashes ${slashes} and 9:00 AM.`;
}
