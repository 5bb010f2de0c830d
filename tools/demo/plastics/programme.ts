import { toCsv } from '../csv-text.js';
import { Faculty } from '../faculty.js';
import { Random } from '../random.js';
import { plasticsDaySlots, type PlasticsSlot, type PlasticsType } from './grid.js';
import { type PlasticsSubject, PlasticsSubjects } from './subjects.js';

export const PLASTICS_MEETING = {
  code: 'PSTM26',
  title: 'Plastic Surgery The Meeting 2026',
  days: 4,
  onDemand: 60,
} as const;

/** A session of the meeting; dates and times are local to it, and empty on demand. Credits in quarters of an hour. */
export interface PlasticsSession {
  code: string;
  title: string;
  description: string;
  date: string;
  start: string;
  end: string;
  room: string;
  category: string;
  type: PlasticsType;
  isHighlight: boolean;
  speakers: string[];
  /** AMA PRA Category 1, in credits. */
  credit: number;
  /** Patient safety beside it, in credits; never more than `credit`. */
  safety: number;
}

const CODE_PREFIX: Record<PlasticsType, string> = {
  'General Session': 'GS',
  Panel: 'PA',
  'Instructional Course': 'IC',
  'Scientific Abstracts': 'SA',
  'Hot Topics': 'HT',
  'Cadaver Lab': 'CL',
  'On Demand': 'OD',
  'Committee Meeting': 'CM',
  'Industry Symposium': 'IS',
  Social: 'SO',
  Break: 'BR',
};

const CERTIFIED: ReadonlySet<PlasticsType> = new Set([
  'General Session',
  'Panel',
  'Instructional Course',
  'Scientific Abstracts',
  'Hot Topics',
  'Cadaver Lab',
  // A committee's hour is an hour of work; that it is not eligible is a rule of the society, told as one.
  'Committee Meeting',
]);

const SPEAKERS: Partial<Record<PlasticsType, readonly [least: number, most: number]>> = {
  'General Session': [3, 5],
  Panel: [4, 5],
  'Instructional Course': [2, 4],
  'Scientific Abstracts': [5, 7],
  'Hot Topics': [1, 2],
  'Cadaver Lab': [3, 4],
};

const MINUTES = (slot: PlasticsSlot): number =>
  Temporal.PlainTime.from(slot.start).until(Temporal.PlainTime.from(slot.end)).total('minutes');

/** 60 minutes are one credit, in steps of a quarter; every slot of the grid is a whole number of them. */
const creditOf = (slot: PlasticsSlot): number => (CERTIFIED.has(slot.type) ? MINUTES(slot) / 60 : 0);

/** Sessions about safety count as such in full; in long ones an hour of it is something else. */
const safetyOf = (credit: number, { isSafety }: PlasticsSubject): number =>
  isSafety ? (credit > 1.5 ? credit - 1 : credit) : 0;

/**
 * The programme of four days in fifteen parallel rooms, and what can be watched on demand; the same for the same
 * seed, but for the dates.
 */
export function plasticsProgramme(firstDay: Temporal.PlainDate, seed = 19): PlasticsSession[] {
  const random = new Random(seed);
  const subjects = new PlasticsSubjects(random);
  const faculty = new Faculty(random, 160);
  const numbers = new Map<string, number>();
  const numbered = (prefix: string): string => {
    const number = (numbers.get(prefix) ?? 0) + 1;
    numbers.set(prefix, number);
    return `${prefix}${String(number).padStart(2, '0')}`;
  };

  const live = [1, 2, 3, 4].flatMap((day) => {
    const date = firstDay.add({ days: day - 1 }).toString();
    return plasticsDaySlots()
      .map((slot) => ({ slot, subject: subjects.take(slot.type, day) }))
      .sort((a, b) => a.slot.start.localeCompare(b.slot.start) || a.slot.room.localeCompare(b.slot.room))
      .map(({ slot, subject }): PlasticsSession => {
        const credit = creditOf(slot);
        const [least, most] = SPEAKERS[slot.type] ?? [0, 0];
        return {
          ...slot,
          date,
          code: numbered(`${CODE_PREFIX[slot.type]}-${String(day)}`),
          title: subject.title,
          description: subject.description,
          category: subject.category,
          isHighlight: slot.type === 'General Session',
          speakers: faculty.invite(
            least + random.below(most - least + 1),
            `${date}T${slot.start}`,
            `${date}T${slot.end}`,
          ),
          credit,
          safety: safetyOf(credit, subject),
        };
      });
  });
  const onDemand = Array.from({ length: PLASTICS_MEETING.onDemand }, (): PlasticsSession => {
    const subject = subjects.take('On Demand', 0);
    const credit = random.pick([0.5, 0.75, 1, 1, 1.25, 1.5]);
    return {
      code: numbered('OD-'),
      title: subject.title,
      description: subject.description,
      date: '',
      start: '',
      end: '',
      room: '',
      category: subject.category,
      type: 'On Demand',
      isHighlight: false,
      speakers: [],
      credit,
      safety: safetyOf(credit, subject),
    };
  });
  return [...live, ...onDemand];
}

/** The programme as the society's planning system would export it; times are local to the meeting. */
export function plasticsProgrammeCsv(firstDay: Temporal.PlainDate): string {
  return toCsv(
    [
      'Code',
      'Title',
      'Description',
      'Date',
      'Start',
      'End',
      'Room',
      'Category',
      'Type',
      'Highlight',
      'Speakers',
      'Service',
      'Credits: AMA PRA Category 1',
      'Credits: Patient Safety',
      'Credits: Participation',
    ],
    plasticsProgramme(firstDay).map((session) => [
      session.code,
      session.title,
      session.description,
      session.date,
      session.start,
      session.end,
      session.room,
      session.category,
      session.type,
      session.isHighlight ? 'yes' : 'no',
      session.speakers.join('; '),
      session.type === 'Break' ? 'yes' : 'no',
      session.credit.toFixed(2),
      session.safety.toFixed(2),
      session.credit.toFixed(2),
    ]),
  );
}
