import { cleanLine, cleanParagraphs, textFault } from './clean-text.js';
import { parseMoment } from './date-cell.js';
import { MAX_DURATION_MINUTES, parseFrabDuration } from './duration-text.js';
import { type ImportFault, quoteValue } from './import-fault.js';
import { DEFAULT_DAY_START, instantText, programmeDay, toInstant } from './local-time.js';
import { isServiceType, type ParsedOffering } from './parsed-offering.js';

/** A session of a frab/pretalx schedule as both dialects, JSON and XML, say it; every property may be missing. */
export interface FrabSession {
  guid?: string;
  code?: string;
  id?: string;
  slug?: string;
  title?: string;
  date?: string;
  start?: string;
  end?: string;
  duration?: string;
  room?: string;
  track?: string;
  type?: string;
  language?: string;
  abstract?: string;
  description?: string;
  persons: string[];
}

/** The day a session is listed under. */
export interface FrabDay {
  date?: string;
  /** When the programme day begins, as the file says it: an instant, or a local date and time. */
  dayStart?: string;
}

/** Where a session stands in the document. */
export interface FrabPlace {
  /** The path of one of its properties. */
  field(name: string): string;
  /** The room the session is listed under. */
  roomName: string;
}

const MAX_CHARACTERS: Partial<Record<keyof FrabSession, number>> = {
  title: 1000,
  code: 100,
  slug: 200,
  room: 200,
  track: 200,
  type: 200,
  language: 50,
};

/** Turns a schedule's session into an offering, or tells everything that stands against it. */
export function offeringFromFrab(
  session: FrabSession,
  day: FrabDay,
  place: FrabPlace,
  timeZone: string,
): { value: ParsedOffering } | { faults: ImportFault[] } {
  const faults = textFaults(session, place);
  const refuse = (field: string, code: string, reason: string, value?: string): null => {
    faults.push({
      path: place.field(field),
      field,
      code,
      reason,
      ...(value === undefined ? {} : { value: quoteValue(value) }),
    });
    return null;
  };

  const title = cleanLine(session.title ?? '');
  if (title === '') refuse('title', 'field.required', 'Every session needs a title.');
  const key = sourceKeyOf(session);
  if (key === undefined) {
    refuse(
      'guid',
      'frab.no_key',
      'The session has no guid, id or slug, so it cannot be recognised in a later import.',
    );
  }
  const startsAt = startOf(session, day, timeZone, refuse);
  const endsAt = startsAt === null ? null : endOf(session, startsAt, refuse);
  if (faults.length > 0 || key === undefined || startsAt === null || endsAt === null) return { faults };

  const abstract = cleanParagraphs(session.abstract ?? '');
  const description = cleanParagraphs(session.description ?? '');
  const type = cleanLine(session.type ?? '');
  return {
    value: {
      sourceKey: key,
      code: cleanLine(session.code ?? session.id ?? session.slug ?? key),
      title,
      description: [...new Set([abstract, description])].filter((part) => part !== '').join('\n\n'),
      startsAt: instantText(startsAt),
      endsAt: instantText(endsAt),
      day: dayOf(day)?.toString() ?? programmeDay(startsAt, timeZone).toString(),
      room: cleanLine(session.room ?? '') || cleanLine(place.roomName),
      track: cleanLine(session.track ?? ''),
      category: '',
      type,
      isHighlight: false,
      course: null,
      tier: null,
      speakers: session.persons.map(cleanLine).filter((name) => name !== ''),
      language: cleanLine(session.language ?? '') || null,
      isService: isServiceType(type),
      credits: null,
    },
  };
}

type Refuse = (field: string, code: string, reason: string, value?: string) => null;

function textFaults(session: FrabSession, place: FrabPlace): ImportFault[] {
  const faults: ImportFault[] = [];
  for (const [field, value] of Object.entries(session)) {
    if (typeof value !== 'string') continue;
    const limit = Object.entries(MAX_CHARACTERS).find(([name]) => name === field)?.[1];
    const fault = textFault(value, { path: place.field(field), field }, limit);
    if (fault !== undefined) faults.push(fault);
  }
  for (const person of session.persons) {
    const fault = textFault(person, { path: place.field('persons'), field: 'persons' }, 500);
    if (fault !== undefined) faults.push(fault);
  }
  return faults;
}

/** guid where there is one; the older dialects know only a number or a slug. */
function sourceKeyOf(session: FrabSession): string | undefined {
  const guid = cleanLine(session.guid ?? '');
  if (guid !== '') return guid.toLowerCase();
  const id = cleanLine(session.id ?? '');
  if (id !== '') return `id:${id}`;
  const slug = cleanLine(session.slug ?? '');
  return slug === '' ? undefined : `slug:${slug}`;
}

function dayOf(day: FrabDay): Temporal.PlainDate | undefined {
  return day.date === undefined ? undefined : parseMoment(day.date)?.date;
}

function startOf(
  session: FrabSession,
  day: FrabDay,
  timeZone: string,
  refuse: Refuse,
): Temporal.Instant | null {
  const programmeDate = dayOf(day);
  const date = session.date?.trim() ?? '';
  const moment = date === '' ? {} : parseMoment(date);
  if (moment === undefined)
    return refuse(
      'date',
      'date.unreadable',
      'Must be a date and time such as 2026-05-01T09:00:00+02:00.',
      date,
    );
  let instant = moment.instant;
  if (instant === undefined) {
    const time = moment.time ?? parseMoment(session.start ?? '')?.time;
    if (time === undefined)
      return refuse(
        'start',
        'time.missing',
        'The session has neither a “date” with a time nor a readable “start”.',
        session.start,
      );
    const localDate = moment.date ?? nightAware(programmeDate, time, day, timeZone);
    if (localDate === undefined)
      return refuse('date', 'date.missing', 'The session has no date, and neither has its day.');
    const local = localDate.toPlainDateTime(time);
    instant = toInstant(local, timeZone);
    if (instant === undefined)
      return refuse(
        'date',
        'time.skipped',
        `In ${timeZone} the clocks skip ${local.toString({ smallestUnit: 'minute' })}: that time does not exist.`,
        date,
      );
  }
  if (programmeDate !== undefined) {
    const localDate = instant.toZonedDateTimeISO(timeZone).toPlainDate();
    if (Math.abs(programmeDate.until(localDate).days) > 1) {
      return refuse(
        'date',
        'date.outside_day',
        `The session is listed under ${programmeDate.toString()} but starts on ${localDate.toString()}.`,
        date,
      );
    }
  }
  return instant;
}

/** A time of day alone, earlier than the programme day begins, is after midnight. */
function nightAware(
  programmeDate: Temporal.PlainDate | undefined,
  time: Temporal.PlainTime,
  day: FrabDay,
  timeZone: string,
): Temporal.PlainDate | undefined {
  const begins = day.dayStart === undefined ? undefined : parseMoment(day.dayStart);
  const dayStart =
    begins?.instant?.toZonedDateTimeISO(timeZone).toPlainTime() ?? begins?.time ?? DEFAULT_DAY_START;
  return Temporal.PlainTime.compare(time, dayStart) < 0 ? programmeDate?.add({ days: 1 }) : programmeDate;
}

function endOf(session: FrabSession, startsAt: Temporal.Instant, refuse: Refuse): Temporal.Instant | null {
  const { duration, end } = session;
  if (duration === undefined || duration.trim() === '') {
    const instant = end === undefined ? undefined : parseMoment(end)?.instant;
    if (instant === undefined)
      return refuse(
        'duration',
        'field.required',
        'The session has neither a “duration” nor an “end” with its zone.',
        end,
      );
    if (Temporal.Instant.compare(instant, startsAt) <= 0)
      return refuse('end', 'duration.not_positive', 'The session must end after it starts.', end);
    return instant;
  }
  const minutes = parseFrabDuration(duration);
  if (minutes === undefined)
    return refuse('duration', 'duration.unreadable', 'Must be a duration such as 01:30.', duration);
  if (minutes <= 0)
    return refuse(
      'duration',
      'duration.not_positive',
      'The session must last longer than no time.',
      duration,
    );
  if (minutes > MAX_DURATION_MINUTES)
    return refuse('duration', 'duration.too_long', 'A session lasts a week at most.', duration);
  return startsAt.add({ minutes });
}
