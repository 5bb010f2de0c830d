import { formatCredit } from '@laurel/credit';
import { parseDay, parseInstant } from '../temporal-text.js';
import type { Facts, FactValue } from '../views.js';

/** Where and how a sentence is read: the zone is the activity's, never the server's. */
export interface Voice {
  readonly timeZone: string;
  /** BCP 47, `en-US` unless the tenant says otherwise. */
  readonly locale: string;
}

export type Writable = string | number | boolean;

/**
 * Writes out the facts of a reason by the end of their keys:
 *
 * | ends in | given as | reads |
 * |---|---|---|
 * | `Credit` | hundredths | 1.25 |
 * | `At` | instant, ISO 8601 | Thursday, August 31, 2017 at 5:00 PM CDT |
 * | `Time` | instant, ISO 8601 | 9:45 AM |
 * | `On` | day, ISO 8601; or an instant, for its day in the activity's zone | Thursday, August 31, 2017 |
 * | `Day` | as `On` | Thu, Aug 31 |
 * | `Minutes` | whole minutes | 1 hour and 15 minutes |
 *
 * Lists are joined ("A, B, and C"); everything else is handed on as it is, for ICU plurals and selects.
 * A fact that is not what its key promises is handed on as it is too: a poor sentence beats none.
 */
export const writeFacts = (facts: Facts, voice: Voice): Record<string, Writable> =>
  Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, writeFact(key, value, voice)]));

const writeFact = (key: string, value: FactValue, voice: Voice): Writable => {
  if (value === null) return '';
  if (typeof value === 'object') return listFormat(voice.locale).format(value);
  if (typeof value === 'number') {
    if (key.endsWith('Credit')) return formatCredit(value);
    return key.endsWith('Minutes') ? duration(value, voice) : value;
  }
  if (typeof value !== 'string') return value;
  const shape = shapeOf(key);
  if (shape === null) return value;
  const moment = parseInstant(value);
  if (moment !== null) return writeMoment(shape, moment, voice);
  const day = shape === 'day' || shape === 'brief' ? parseDay(value) : null;
  return day === null || shape === 'moment' || shape === 'time' ? value : writeDay(shape, day, voice);
};

const shapeOf = (key: string): keyof typeof shapes | null => {
  if (key.endsWith('At')) return 'moment';
  if (key.endsWith('Time')) return 'time';
  if (key.endsWith('Day')) return 'brief';
  return key.endsWith('On') ? 'day' : null;
};

const writeMoment = (
  shape: keyof typeof shapes,
  { epochMilliseconds }: Temporal.Instant,
  voice: Voice,
): string => plainSpaces(dateTimeFormat(shape, voice).format(epochMilliseconds));

const writeDay = (shape: 'day' | 'brief', day: Temporal.PlainDate, voice: Voice): string => {
  const noon = day.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' });
  return dateTimeFormat(shape, { ...voice, timeZone: 'UTC' }).format(noon.epochMilliseconds);
};

/** CLDR puts a narrow space before AM; a sentence is searched, compared and mailed more easily without. */
const plainSpaces = (text: string): string => text.replaceAll('\u202f', ' ');

const duration = (minutes: number, { locale }: Voice): string => {
  const [hours, rest] = [Math.trunc(minutes / 60), minutes % 60];
  const parts = [
    ...(hours === 0 ? [] : [unitFormat(locale, 'hour').format(hours)]),
    ...(rest === 0 && hours !== 0 ? [] : [unitFormat(locale, 'minute').format(rest)]),
  ];
  return listFormat(locale).format(parts);
};

const shapes = {
  moment: {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  day: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  brief: { weekday: 'short', month: 'short', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Keeps what `make` made per key: building an Intl formatter costs as much as a hundred uses of it. */
const remembered = <Made>(): ((key: string, make: () => Made) => Made) => {
  const kept = new Map<string, Made>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    // Zones and locales are few; the bound only guards against a tenant that invents them.
    if (kept.size >= 500) kept.clear();
    kept.set(key, made);
    return made;
  };
};
const dateTimeFormats = remembered<Intl.DateTimeFormat>();
const listFormats = remembered<Intl.ListFormat>();
const unitFormats = remembered<Intl.NumberFormat>();

const dateTimeFormat = (shape: keyof typeof shapes, { locale, timeZone }: Voice): Intl.DateTimeFormat =>
  dateTimeFormats(
    `${shape} ${locale} ${timeZone}`,
    () => new Intl.DateTimeFormat(locale, { ...shapes[shape], timeZone }),
  );
const listFormat = (locale: string): Intl.ListFormat =>
  listFormats(locale, () => new Intl.ListFormat(locale, { type: 'conjunction' }));
const unitFormat = (locale: string, unit: 'hour' | 'minute'): Intl.NumberFormat =>
  unitFormats(
    `${unit} ${locale}`,
    () => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
  );
