import type { SessionType } from './programme-grid.js';
import type { Random } from './random.js';
import {
  DEBATES,
  HANDS_ON,
  INDUSTRY_THEATERS,
  LATE_BREAKING,
  PLENARIES,
  SUMMITS,
  SYMPOSIA,
  type TitledSession,
} from './titles.js';
import { type Category, CLINICAL_TOPICS, PROCEDURES, SCIENCE_TOPICS, type Topic } from './topics.js';

/** What a session of the demo is about. */
export interface Subject extends TitledSession {
  /** The bare topic, for the description. */
  topic: string;
}

/** Categories about how we work rather than about patients: they make no cases. */
const WITHOUT_CASES: ReadonlySet<Category> = new Set([
  'Practice, Quality, and Policy',
  'Digital Health and AI',
]);

/** How a type makes its titles from topics; several forms take turns. */
const FORMS: Partial<
  Record<SessionType, { topics: readonly Topic[]; forms: readonly ((topic: string) => string)[] }>
> = {
  'Core Curriculum': {
    topics: [...CLINICAL_TOPICS, ...SCIENCE_TOPICS],
    forms: [
      (topic) => `${topic}: A Core Curriculum Review`,
      (topic) => `${topic}: From Evidence to Everyday Practice`,
      (topic) => `${topic}: What We Know and What We Assume`,
    ],
  },
  'Abstract Oral': {
    topics: [...CLINICAL_TOPICS, ...SCIENCE_TOPICS],
    forms: [(topic) => `Oral Abstracts: ${topic}`, (topic) => `New Investigations: ${topic}`],
  },
  Poster: {
    topics: [...SCIENCE_TOPICS, ...CLINICAL_TOPICS],
    forms: [(topic) => `Poster Session: ${topic}`],
  },
  'Case-Based': {
    topics: CLINICAL_TOPICS.filter(({ category }) => !WITHOUT_CASES.has(category)),
    forms: [(topic) => `Challenging Cases: ${topic}`, (topic) => `${topic}: Cases That Changed Our Practice`],
  },
  'Rapid Fire': {
    topics: CLINICAL_TOPICS,
    forms: [(topic) => `Rapid Fire: ${topic}`, (topic) => `Rapid Fire: Pearls and Pitfalls—${topic}`],
  },
  'Meet the Experts': {
    topics: CLINICAL_TOPICS,
    forms: [(topic) => `Meet the Experts: ${topic}`, (topic) => `Ask Me Anything: ${topic}`],
  },
  'How I Do It': { topics: PROCEDURES, forms: [(topic) => `How I Do It: ${topic}`] },
};

/** Types whose sessions have titles of their own, in the order in which they are given out. */
const TITLED: Partial<Record<SessionType, readonly TitledSession[]>> = {
  Plenary: PLENARIES,
  'Late-Breaking Clinical Trials': LATE_BREAKING,
  Symposium: SYMPOSIA,
  Debate: DEBATES,
  'Hands-on': HANDS_ON,
  'Industry Theater': INDUSTRY_THEATERS,
  Summit: SUMMITS.flatMap(({ name, category, sessions }) =>
    // One colon a title: the summit's own stays, the session's becomes a dash.
    sessions.map((title) => ({ category, title: `${name}: ${title.replace(': ', '—')}` })),
  ),
};

/** Gives out subjects by session type, none of them twice. */
export class SubjectPool {
  private readonly waiting = new Map<SessionType, Subject[]>();

  constructor(random: Random) {
    for (const [type, { topics, forms }] of entries(FORMS)) {
      const subjects = random.shuffled(topics).map(({ name, category }, at) => {
        const form = forms[at % forms.length] ?? ((topic: string) => topic);
        return { category, topic: name, title: form(name) };
      });
      this.waiting.set(type, subjects);
    }
    for (const [type, sessions] of entries(TITLED)) {
      this.waiting.set(
        type,
        (type === 'Debate' ? random.shuffled(sessions) : sessions).map(({ title, category }) => ({
          category,
          title,
          topic: title.replace(/^[^:]*: /, ''),
        })),
      );
    }
  }

  /** @throws RangeError when a type has no subject left */
  take(type: SessionType): Subject {
    const subject = this.waiting.get(type)?.shift();
    if (subject === undefined)
      throw new RangeError(`There is no subject left for a session of type ${type}.`);
    return subject;
  }
}

function entries<Value>(record: Partial<Record<SessionType, Value>>): [SessionType, Value][] {
  const isEntry = (entry: [string, Value | undefined]): entry is [SessionType, Value] =>
    entry[1] !== undefined;
  return Object.entries(record).filter(isEntry);
}
