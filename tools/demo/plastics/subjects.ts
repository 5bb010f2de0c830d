import type { Random } from '../random.js';
import type { PlasticsType } from './grid.js';
import {
  COMMITTEES,
  INDUSTRY_PROGRAMS,
  PLASTICS_CATEGORIES,
  PLASTICS_TOPICS,
  type PlasticsTopic,
} from './topics.js';

/** What a session of the meeting is about. */
export interface PlasticsSubject {
  title: string;
  description: string;
  category: string;
  isSafety: boolean;
}

type Words = (topic: string) => string;

interface Form {
  type: PlasticsType;
  /** Titles of procedures; several take turns. */
  procedures: readonly Words[];
  /** Titles of everything else, which is neither an art nor done step by step; none where only procedures fit. */
  others: readonly Words[];
  about: Words;
}

const FORMS: readonly Form[] = [
  {
    type: 'General Session',
    procedures: [
      (topic) => `${topic}: What Has Changed in Five Years`,
      (topic) => `${topic}: Lessons From My Worst Case`,
    ],
    others: [(topic) => `${topic}: The Great Debate`],
    about: (topic) => `All registrants meet in the pavilion. Subject: ${topic}.`,
  },
  {
    type: 'Panel',
    procedures: [
      (topic) => `${topic}: Four Surgeons, Four Ways`,
      (topic) => `${topic}: Choosing the Right Patient`,
      (topic) => `The Art of ${topic}`,
    ],
    others: [(topic) => `${topic}: Where We Stand`, (topic) => `${topic}: Voices From Four Practices`],
    about: (topic) => `A moderated panel with cases and votes. Subject: ${topic}.`,
  },
  {
    type: 'Instructional Course',
    procedures: [
      (topic) => `${topic}, Step by Step`,
      (topic) => `${topic}: From Planning to Follow-Up`,
      (topic) => `Mastering ${topic}`,
    ],
    others: [(topic) => `${topic}: What Every Practice Needs`],
    about: (topic) =>
      `Objectives: summarize the evidence, plan what to do, recognize and manage what can go wrong. Subject: ${topic}.`,
  },
  {
    type: 'Hot Topics',
    procedures: [(topic) => `Hot Topic: ${topic}`],
    others: [(topic) => `Hot Topic: ${topic}`],
    about: (topic) => `One speaker, one message, questions from the floor. Subject: ${topic}.`,
  },
  {
    type: 'Cadaver Lab',
    procedures: [(topic) => `Hands-On: ${topic}`],
    others: [],
    about: (topic) => `Supervised dissection in groups of four. Subject: ${topic}.`,
  },
  {
    type: 'On Demand',
    procedures: [(topic) => `Recorded Lecture: ${topic}`],
    others: [(topic) => `Recorded Lecture: ${topic}`],
    about: (topic) => `Watch whenever you like until claims close. Subject: ${topic}.`,
  },
];

const isProcedure = ({ category, isSafety }: PlasticsTopic): boolean =>
  !isSafety && category !== 'Research and Technology' && category !== 'Practice Management';

const DAY_NAMES = ['One', 'Two', 'Three', 'Four'];

const SOCIAL = ['Welcome Reception', 'Residents’ Night', 'Gala of the Foundation', 'Farewell on the Terrace'];

/** Gives out subjects by session type, none of them twice. */
export class PlasticsSubjects {
  readonly #waiting = new Map<PlasticsType, PlasticsSubject[]>();

  constructor(random: Random) {
    for (const { type, procedures, others, about } of FORMS) {
      this.#waiting.set(
        type,
        random.shuffled(PLASTICS_TOPICS).flatMap((topic, at) => {
          const titles = isProcedure(topic) ? procedures : others;
          const title = titles[at % titles.length];
          if (title === undefined) return [];
          const { name, category, isSafety } = topic;
          return { title: title(name), description: about(name), category, isSafety };
        }),
      );
    }
    this.#waiting.set(
      'Scientific Abstracts',
      [1, 2, 3, 4, 5, 6].flatMap((round) =>
        PLASTICS_CATEGORIES.map((category) => ({
          title: `Scientific Abstracts: ${category} ${String(round)}`,
          description: `Original research selected by blinded review, with discussion. Area: ${category}.`,
          category,
          // Every third round of abstracts is the one on outcomes and complications.
          isSafety: round % 3 === 0,
        })),
      ),
    );
    this.#waiting.set(
      'Committee Meeting',
      COMMITTEES.map((title) => plain(title, 'By invitation. Committee meetings are not eligible for CME.')),
    );
    this.#waiting.set(
      'Industry Symposium',
      INDUSTRY_PROGRAMS.map((title) =>
        plain(title, 'Presented by a company; promotional, and not certified for credit.'),
      ),
    );
  }

  /** @throws RangeError when a type has no subject left */
  take(type: PlasticsType, day: number): PlasticsSubject {
    if (type === 'Break') return plain(`Lunch in the Exhibit Hall, Day ${DAY_NAMES[day - 1] ?? ''}`, '');
    if (type === 'Social') return plain(SOCIAL[day - 1] ?? 'Reception', '');
    const subject = this.#waiting.get(type)?.shift();
    if (subject === undefined) {
      throw new RangeError(`There is no subject left for a session of type ${type}.`);
    }
    return subject;
  }
}

const plain = (title: string, description: string): PlasticsSubject => ({
  title,
  description,
  category: '',
  isSafety: false,
});
