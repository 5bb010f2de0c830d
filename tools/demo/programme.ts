import { toCsv } from './csv-text.js';
import { Faculty } from './faculty.js';
import { mainDaySlots, type SessionType, type Slot, summitDaySlots } from './programme-grid.js';
import { Random } from './random.js';
import { type Subject, SubjectPool } from './session-titles.js';

export const DEMO_MEETING = {
  code: 'SCR26',
  title: 'Rhythm 2026 Scientific Sessions',
  society: 'Society for Cardiac Rhythm',
  days: 4,
  sessions: 320,
} as const;

/** A session of the demo's programme; dates and times are local to the meeting. */
export interface DemoSession {
  code: string;
  title: string;
  description: string;
  date: string;
  start: string;
  end: string;
  room: string;
  track: string;
  category: string;
  type: SessionType;
  isHighlight: boolean;
  tier: '' | 'Premier';
  speakers: string[];
  isService: boolean;
  /** Whether the session is certified for credit; its amount comes from the duration. */
  isCertified: boolean;
}

const CODE_PREFIX: Record<SessionType, string> = {
  Plenary: 'PL',
  'Late-Breaking Clinical Trials': 'LB',
  Symposium: 'SY',
  'Core Curriculum': 'CC',
  'Abstract Oral': 'AB',
  'Case-Based': 'CB',
  Debate: 'DE',
  'Hands-on': 'HO',
  'How I Do It': 'HI',
  'Meet the Experts': 'ME',
  'Rapid Fire': 'RF',
  Summit: 'SU',
  Poster: 'PO',
  'Industry Theater': 'IT',
  Exhibits: 'EX',
  Social: 'SO',
  Break: 'BR',
};

/** Types that are not certified for credit: promotional, social, or without a designed activity. */
const UNCERTIFIED: ReadonlySet<SessionType> = new Set([
  'Poster',
  'Industry Theater',
  'Exhibits',
  'Social',
  'Break',
]);

const HIGHLIGHTS: ReadonlySet<SessionType> = new Set([
  'Plenary',
  'Late-Breaking Clinical Trials',
  'Symposium',
]);

const SPEAKERS: Partial<Record<SessionType, readonly [least: number, most: number]>> = {
  Plenary: [3, 4],
  'Late-Breaking Clinical Trials': [5, 6],
  Symposium: [4, 5],
  'Core Curriculum': [3, 4],
  'Abstract Oral': [4, 6],
  'Case-Based': [2, 3],
  Debate: [2, 3],
  'Hands-on': [3, 5],
  'How I Do It': [1, 2],
  'Meet the Experts': [2, 3],
  'Rapid Fire': [4, 6],
  Summit: [2, 3],
  Poster: [1, 2],
  'Industry Theater': [1, 2],
};

/**
 * The demo meeting's programme: four days, of which the first is the Summit day for Premier registrants; 320
 * sessions in twelve rooms. The same for the same seed, but for the dates.
 *
 * @param firstDay the Summit day; the meeting ends three days later
 */
export function demoProgramme(firstDay: Temporal.PlainDate, seed = 26): DemoSession[] {
  const random = new Random(seed);
  const subjects = new SubjectPool(random);
  const faculty = new Faculty(random);
  const numbers = new Map<string, number>();
  const days = [summitDaySlots(), mainDaySlots(2), mainDaySlots(3), mainDaySlots(4)];

  return days.flatMap((slots, dayIndex) => {
    const date = firstDay.add({ days: dayIndex }).toString();
    return slots
      .map((slot) => toSession(slot, slot.title === undefined ? subjects.take(slot.type) : undefined))
      .sort((left, right) => left.start.localeCompare(right.start) || left.room.localeCompare(right.room))
      .map((session) => {
        const prefix = `${CODE_PREFIX[session.type]}-${dayIndex + 1}`;
        const number = (numbers.get(prefix) ?? 0) + 1;
        numbers.set(prefix, number);
        const [least, most] = SPEAKERS[session.type] ?? [0, 0];
        const count = least + random.below(most - least + 1);
        return {
          ...session,
          date,
          code: `${prefix}${String(number).padStart(2, '0')}`,
          // The whole first day is the Summit upgrade, its hands-on labs included.
          tier: dayIndex === 0 && !UNCERTIFIED.has(session.type) ? ('Premier' as const) : ('' as const),
          isHighlight: HIGHLIGHTS.has(session.type) || (session.type === 'Debate' && random.chance(0.25)),
          speakers: faculty.invite(count, `${date}T${session.start}`, `${date}T${session.end}`),
        };
      });
  });
}

type UndatedSession = Omit<DemoSession, 'code' | 'date' | 'tier' | 'isHighlight' | 'speakers'>;

function toSession(slot: Slot, subject: Subject | undefined): UndatedSession {
  const { start, end, room, type } = slot;
  return {
    title: slot.title ?? subject?.title ?? '',
    description: subject === undefined ? '' : describe(type, subject.topic),
    start,
    end,
    room,
    track: trackOf(type, subject),
    category: subject?.category ?? '',
    type,
    isService: type === 'Break',
    isCertified: !UNCERTIFIED.has(type),
  };
}

function trackOf(type: SessionType, subject: Subject | undefined): string {
  if (subject === undefined) return '';
  if (type === 'Industry Theater') return 'Industry';
  if (type === 'Abstract Oral' || type === 'Poster' || type === 'Late-Breaking Clinical Trials')
    return 'Science';
  if (subject.title.startsWith('Allied Professionals')) return 'Allied Professionals';
  return type === 'Hands-on' || type === 'How I Do It' ? 'Skills' : 'Clinical Education';
}

function describe(type: SessionType, topic: string): string {
  switch (type) {
    case 'Plenary':
      return `All registrants meet in the ballroom. ${topic}.`;
    case 'Late-Breaking Clinical Trials':
      return `First results, each followed by a discussant and questions from the floor. ${topic}.`;
    case 'Symposium':
      return `A moderated symposium with time for discussion. ${topic}${/[?!]$/.test(topic) ? '' : '.'}`;
    case 'Core Curriculum':
      return `Objectives: summarize the current evidence on the subject “${topic}”; recognize the patients whom it concerns; apply it to a plan of care.`;
    case 'Abstract Oral':
      return `Original research selected by blinded review, ten minutes each with questions. Subject: ${topic}.`;
    case 'Case-Based':
      return `Cases presented as they unfolded, with votes from the audience before each decision. Subject: ${topic}.`;
    case 'Debate':
      return 'Two speakers, one motion, a vote before and after. Objectives: weigh the evidence on both sides; state where equipoise remains.';
    case 'Hands-on':
      return `Small groups rotate through supervised stations. Objective: perform the essential steps safely. Subject: ${topic}.`;
    case 'How I Do It':
      return `Step by step on edited video, with the mistakes left in. Subject: ${topic}.`;
    case 'Meet the Experts':
      return `Bring your questions; no slides. Subject: ${topic}.`;
    case 'Rapid Fire':
      return `Short talks of six minutes, one message each. Subject: ${topic}.`;
    case 'Summit':
      return `Part of a one-day summit. Objective: bring one change home to your own laboratory or clinic. Subject: ${topic}.`;
    case 'Poster':
      return `Authors stand by their posters. Subject: ${topic}. Not certified for credit.`;
    case 'Industry Theater':
      return 'Presented by a company. Promotional; not part of the accredited program and not certified for credit.';
    default:
      return '';
  }
}

/** The programme as the society's planning system would export it; times are local to the meeting. */
export function programmeCsv(firstDay: Temporal.PlainDate): string {
  return toCsv(
    [
      'Code',
      'Title',
      'Description',
      'Date',
      'Start',
      'End',
      'Room',
      'Track',
      'Category',
      'Type',
      'Highlight',
      'Tier',
      'Speakers',
      'Language',
      'Service',
      'Credits: AMA PRA Category 1',
    ],
    demoProgramme(firstDay).map((session) => [
      session.code,
      session.title,
      session.description,
      session.date,
      session.start,
      session.end,
      session.room,
      session.track,
      session.category,
      session.type,
      session.isHighlight ? 'yes' : 'no',
      session.tier,
      session.speakers.join('; '),
      'en',
      session.isService ? 'yes' : 'no',
      // Empty: from the duration, as AMA PRA counts live activities. 0: not certified.
      session.isCertified || session.isService ? '' : '0',
    ]),
  );
}
