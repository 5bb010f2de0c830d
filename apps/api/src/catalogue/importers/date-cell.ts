/** How `5/6/2026` is meant; dotted dates are always day first and dates with the year first always ISO. */
export type DateOrder = 'mdy' | 'dmy';

/** What a cell says about a moment: a day, a time of day, both, or an instant with its own offset. */
export interface Moment {
  date?: Temporal.PlainDate;
  time?: Temporal.PlainTime;
  /** `24:00`: midnight at the end of the day. */
  isEndOfDay?: boolean;
  instant?: Temporal.Instant;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const SECONDS_PER_DAY = 86_400;

/** Excel counts days from here (1900 date system, its false leap day of 1900 included). */
const EXCEL_EPOCH = Temporal.PlainDate.from('1899-12-30');

const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)? ?(?:Z|[+-]\d{2}:?\d{2})$/i;

const CLOCK = /(?:^|[\sT,])(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?)?\s*(?:([ap])\.?\s?m\.?)?$/i;

/**
 * Reads a date, a time or both as spreadsheets write them: ISO, `5/1/2026 9:00 AM`, `01.05.2026 09:00`,
 * `May 1, 2026`, `9 a.m.`, `1430`, Excel serial numbers (`46143.375`). Undefined when it is none of them.
 */
export function parseMoment(cell: string, order: DateOrder = 'mdy'): Moment | undefined {
  const text = cell.trim();
  if (text === '') return undefined;
  if (INSTANT.test(text)) return parseInstant(text);
  const serial = parseSerial(text);
  if (serial !== undefined) return serial;

  const asDate = parseDate(text, order);
  if (asDate !== undefined) return { date: asDate };

  const clock = CLOCK.exec(text);
  if (clock === null) return undefined;
  const time = parseClock(clock);
  if (time === undefined) return undefined;
  const rest = text
    .slice(0, clock.index)
    .replace(/(?:,|\bat)\s*$/i, '')
    .trim();
  if (rest === '') return time;
  const date = parseDate(rest, order);
  return date === undefined ? undefined : { date, ...time };
}

/** Reads a day alone; undefined when the cell is no day. */
export function parseDay(cell: string, order: DateOrder = 'mdy'): Temporal.PlainDate | undefined {
  const moment = parseMoment(cell, order);
  const isMidnight = moment?.time === undefined || moment.time.equals(Temporal.PlainTime.from('00:00'));
  return isMidnight ? moment?.date : undefined;
}

function parseInstant(text: string): Moment | undefined {
  try {
    return { instant: Temporal.Instant.from(text.replace(/ (?=[Z+-])/i, '').replace(' ', 'T')) };
  } catch (error) {
    if (isRangeError(error)) return undefined;
    throw error;
  }
}

function parseSerial(text: string): Moment | undefined {
  if (/^(?:[01]\d|2[0-3])[0-5]\d$/.test(text)) {
    return { time: Temporal.PlainTime.from(`${text.slice(0, 2)}:${text.slice(2)}`) };
  }
  if (/^(?:19|20)\d{6}$/.test(text)) {
    const date = toDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
    return date === undefined ? undefined : { date };
  }
  // A decimal comma, as Excel writes it in much of Europe.
  if (!/^\d{1,5}(?:[.,]\d+)?$/.test(text)) return undefined;
  const serial = Number(text.replace(',', '.'));
  if (serial > 0 && serial < 1) return { time: timeOfSerial(serial) };
  // 1954 to 2119: everything else is rather a number than a date.
  if (serial < 20_000 || serial >= 80_000) return undefined;
  const wholeSeconds = Math.round(serial * SECONDS_PER_DAY);
  const date = EXCEL_EPOCH.add({ days: Math.floor(wholeSeconds / SECONDS_PER_DAY) });
  return Number.isInteger(serial) ? { date } : { date, time: timeOfSerial(serial) };
}

/** A serial's fraction is binary, so 9:00 may arrive as 8:59:59.9999: the nearest second is meant. */
function timeOfSerial(serial: number): Temporal.PlainTime {
  return new Temporal.PlainTime().add({ seconds: Math.round(serial * SECONDS_PER_DAY) % SECONDS_PER_DAY });
}

function parseClock(match: RegExpExecArray): Moment | undefined {
  const [, hourText, minuteText, secondText, half] = match;
  // A bare number is a time only with its half of the day.
  if (minuteText === undefined && half === undefined) return undefined;
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0);
  let hour = Number(hourText);
  if (minute > 59 || second > 59) return undefined;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hour === 24 && minute === 0 && second === 0)
    return { time: new Temporal.PlainTime(), isEndOfDay: true };
  return hour > 23 ? undefined : { time: new Temporal.PlainTime(hour, minute, second) };
}

function parseDate(text: string, order: DateOrder): Temporal.PlainDate | undefined {
  const plain = text.replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/i, '');
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain);
  if (iso) return toDate(Number(iso[1]), Number(iso[3]), Number(iso[4]));

  const numeric = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(plain);
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[3])];
    const isDayFirst = numeric[2] === '.' || order === 'dmy';
    return toDate(fullYear(numeric[4]), isDayFirst ? second : first, isDayFirst ? first : second);
  }
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(plain);
  if (monthFirst) return toDate(Number(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2]));
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\.?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})$/i.exec(plain);
  if (dayFirst) return toDate(fullYear(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]));
  return undefined;
}

function monthNumber(name: string | undefined): number {
  const lower = (name ?? '').toLowerCase();
  const full = new RegExp(
    `^(?:${MONTHS.join('|')}|january|february|march|april|june|july|august|sept|september|october|november|december)$`,
  );
  return full.test(lower) ? MONTHS.indexOf(lower.slice(0, 3)) + 1 : 0;
}

/** Two digits mean this century: no programme is imported from the last one. */
function fullYear(text: string | undefined): number {
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}

function toDate(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (year < 1900 || year > 2200) return undefined;
  if (month < 1 || month > 12 || day < 1) return undefined;
  const first = new Temporal.PlainDate(year, month, 1);
  return day > first.daysInMonth ? undefined : first.with({ day });
}

/** By its name: an error of another realm is no instance of ours. */
function isRangeError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'RangeError';
}
