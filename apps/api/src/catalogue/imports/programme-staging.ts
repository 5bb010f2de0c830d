import { v7 as uuid } from 'uuid';
import type { ParsedOffering } from '../importers/index.js';
import { contentHash } from './file-digest.js';
import type { Activity } from '../activity.entity.js';
import type { OfferingCredits } from './offering-credits.js';
import type { ListedFault } from './import-report.js';
import type { StagingTable } from './staging.js';

/**
 * The programme's rows as they are compared with the offerings there are.
 *
 * @param courses ids by code, in lower case
 * @param activity whose days the sessions are on
 */
export const programmeStaging = (
  credits: OfferingCredits,
  courses: ReadonlyMap<string, string>,
  activity: Pick<Activity, 'startsOn' | 'endsOn'>,
): StagingTable<ParsedOffering> => ({
  name: 'staged_offerings',
  columns: `
    row_number integer, id uuid, source_key text, code text, title text, description text,
    starts_at timestamptz(3), ends_at timestamptz(3), day date, room text, track text, category text, type text,
    course_id uuid, tier text, is_highlight boolean, speakers jsonb, credits jsonb, content_hash text
  `,
  toRow: (offering, row) => {
    const decided = credits.of(offering, row);
    const courseId = offering.course === null ? null : courses.get(offering.course.toLowerCase());
    if (courseId === undefined) {
      const faults = 'faults' in decided ? decided.faults : [];
      return { faults: [unknownCourse(row, offering.course ?? ''), ...faults] };
    }
    const elsewhen = dayOutside(offering, row, activity);
    if (elsewhen !== null) {
      return { faults: [elsewhen, ...('faults' in decided ? decided.faults : [])] };
    }
    if ('faults' in decided) return decided;
    const values = {
      source_key: offering.sourceKey,
      code: offering.code,
      title: offering.title,
      description: offering.description,
      starts_at: offering.startsAt,
      ends_at: offering.endsAt,
      day: offering.day,
      room: offering.room,
      track: offering.track,
      category: offering.category,
      type: offering.type,
      tier: offering.tier,
      is_highlight: offering.isHighlight,
      speakers: offering.speakers,
      credits: decided.credits,
    };
    // Rows without a course keep the hash that they had before there were courses.
    const content = [...Object.values(values), ...(courseId === null ? [] : [courseId])];
    return {
      row_number: row,
      id: uuid(),
      course_id: courseId,
      ...values,
      content_hash: contentHash(content),
    };
  },
});

/** A day that the activity does not have is a mistyped date, or belongs to another year's programme. */
const dayOutside = (
  { day }: ParsedOffering,
  row: number,
  { startsOn, endsOn }: Pick<Activity, 'startsOn' | 'endsOn'>,
): ListedFault | null => {
  if (day === null) return null;
  const on = Temporal.PlainDate.from(day);
  const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(one, other) > 0;
  if (!isAfter(startsOn, on) && !isAfter(on, endsOn)) return null;
  return {
    row,
    field: 'date',
    code: 'day.outside_activity',
    message: `The session is on ${day}, the activity from ${startsOn.toString()} to ${endsOn.toString()}. Correct the date, or the days of the activity.`,
    value: day,
  };
};

const unknownCourse = (row: number, code: string): ListedFault => ({
  row,
  field: 'course',
  code: 'course.unknown',
  message: `There is no course with the code “${code.slice(0, 60)}” in this activity. Add the course first, or correct the code.`,
});
