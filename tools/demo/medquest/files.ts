import { toCsv } from '../csv-text.js';
import type { DemoRegistrant } from '../registrants.js';
import { completedBy, membershipYearsOf } from './accounts.js';
import { medquestTopics } from './courses.js';
import { MEDQUEST_CREDIT_TYPES } from './credit-types.js';

/** Credit keeps this long; see `credit-expiry`. */
export const KEEPS_MONTHS = 36;

/** The topics as the course platform exports them: no day and no time, the course by its code. */
export function medquestTopicsCsv(): string {
  const types = MEDQUEST_CREDIT_TYPES;
  return toCsv(
    ['Code', 'Title', 'Course', 'Type', ...types.map(({ shortName }) => `Credits: ${shortName}`)],
    medquestTopics().map(({ code, title, course, amount, creditTypes }) => [
      code,
      title,
      course,
      'Topic',
      ...types.map(({ key }) => (creditTypes.includes(key) ? amount.toFixed(2) : '0')),
    ]),
  );
}

interface Completion {
  id: string;
  member: string;
  topic: string;
  completedAt: string;
  isPassed: true;
}

/**
 * How many days before today the first topics of a learner were completed, so that some of their credit has expired and
 * some expires within 7, 30 and 90 days; later ones follow one another through the years.
 */
const OLDEST = [
  { months: KEEPS_MONTHS, daysLess: -40 },
  { months: KEEPS_MONTHS, daysLess: -12 },
  { months: KEEPS_MONTHS, daysLess: 5 },
  { months: KEEPS_MONTHS, daysLess: 21 },
  { months: KEEPS_MONTHS, daysLess: 70 },
] as const;

/** Days between two completions after the oldest ones. */
const APART = 17;

/** What the platform reports of everybody: the same ids for the same day, so that sending again changes nothing. */
export function medquestCompletions(
  people: readonly DemoRegistrant[],
  today: Temporal.PlainDate,
): Completion[] {
  const topics = medquestTopics();
  return people.flatMap((person) => {
    if (person.memberNumber === '') return [];
    const completed = completedBy(person);
    const own = topics.filter(
      ({ course, code }) => Number(code.slice(course.length + 1)) <= (completed[course] ?? 0),
    );
    return own.map(({ code }, index): Completion => {
      const oldest = OLDEST[index];
      const day =
        oldest === undefined
          ? today.subtract({ days: 4 + (own.length - 1 - index) * APART })
          : today.subtract({ months: oldest.months }).add({ days: oldest.daysLess });
      return {
        id: `mq-${person.memberNumber}-${code}`,
        member: person.memberNumber,
        topic: code,
        completedAt: day
          .toZonedDateTime({ timeZone: 'America/Chicago', plainTime: Temporal.PlainTime.from('19:30') })
          .toInstant()
          .toString(),
        isPassed: true,
      };
    });
  });
}

/** Memberships as the member system sends them; days are those of the activity's zone. */
export function medquestMemberships(people: readonly DemoRegistrant[], today: Temporal.PlainDate) {
  return people.flatMap((person) => {
    const years = membershipYearsOf(person);
    if (years === null || person.memberNumber === '') return [];
    const validUntil = years > 0 ? today.add({ years }) : today.subtract({ months: 2 });
    return {
      id: `premium-${person.memberNumber}`,
      member: person.memberNumber,
      level: 'premium',
      validFrom: validUntil.subtract({ years: 2 }).toString(),
      validUntil: validUntil.toString(),
    };
  });
}
