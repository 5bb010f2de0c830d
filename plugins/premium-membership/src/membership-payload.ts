import {
  parseDay,
  parseInstant,
  type CollectedFact,
  type CollectFault,
  type LearnerReference,
} from '@laurel/plugin-kit';

/** What was read: facts when all of it can be read, else every fault and no fact. */
export interface ReadMemberships {
  readonly facts: readonly CollectedFact[];
  readonly faults: readonly CollectFault[];
  /** Where the next poll goes on. */
  readonly next?: string;
}

export interface ReadingRule {
  readonly factKey: string;
  readonly maxBatch: number;
  readonly timeZone: string;
  /** When it came; the word of what says nothing else. */
  readonly now: Temporal.Instant;
}

/** Reads `{ memberships: […], next? }`, strictly and whole; see the README for its fields. */
export const readMemberships = (payload: unknown, rule: ReadingRule): ReadMemberships => {
  if (!isRecord(payload) || !Array.isArray(payload['memberships'])) {
    return refuse({ path: 'memberships', reason: 'expected a list of memberships' });
  }
  const { memberships, next, ...unknown } = payload;
  const faults: CollectFault[] = Object.keys(unknown).map((path) => ({ path, reason: 'unknown field' }));
  if (next !== undefined && next !== null && typeof next !== 'string') {
    faults.push({ path: 'next', reason: 'expected a text' });
  }
  const read = readEntries(memberships, rule, 'memberships');
  if (faults.length > 0) return { facts: [], faults: [...faults, ...read.faults] };
  return typeof next === 'string' && next !== '' ? { ...read, next } : read;
};

/** Reads the entries of a list; `path` is where the list stands. */
export const readEntries = (
  entries: readonly unknown[],
  rule: ReadingRule,
  path: string,
): ReadMemberships => {
  if (entries.length > rule.maxBatch) {
    const reason = `expected at most ${String(rule.maxBatch)} memberships at once, found ${String(entries.length)}`;
    return refuse({ path, reason });
  }
  const faults: CollectFault[] = [];
  const facts = new Map<string, CollectedFact>();
  for (const [index, entry] of entries.entries()) {
    const here = `${path}.${String(index)}`;
    const fact = readEntry(entry, here, rule, faults);
    if (fact === null) continue;
    const known = facts.get(fact.sourceKey);
    if (known === undefined) facts.set(fact.sourceKey, fact);
    else if (JSON.stringify(known) !== JSON.stringify(fact)) {
      faults.push({ path: here, reason: 'another entry says something else about the same membership' });
    }
  }
  return faults.length > 0 ? { facts: [], faults } : { facts: [...facts.values()], faults };
};

const refuse = (fault: CollectFault): ReadMemberships => ({ facts: [], faults: [fault] });

const references = { member: 'memberNumber', email: 'email', badge: 'badge' } as const;
const fields = ['id', 'member', 'email', 'badge', 'level', 'validFrom', 'validUntil', 'updatedAt'];

const readEntry = (
  entry: unknown,
  path: string,
  rule: ReadingRule,
  faults: CollectFault[],
): CollectedFact | null => {
  if (!isRecord(entry)) {
    faults.push({ path, reason: 'expected an object' });
    return null;
  }
  const before = faults.length;
  for (const name of Object.keys(entry)) {
    if (!fields.includes(name)) faults.push({ path: `${path}.${name}`, reason: 'unknown field' });
  }
  const learner = readLearner(entry, path, faults);
  const level = readText(entry['level'], `${path}.level`, faults);
  const id = entry['id'] === undefined ? '' : readText(entry['id'], `${path}.id`, faults);
  const validFrom = readMoment(entry['validFrom'], 'first', `${path}.validFrom`, rule, faults);
  const validUntil = readMoment(entry['validUntil'], 'last', `${path}.validUntil`, rule, faults);
  const asOf = readMoment(entry['updatedAt'], 'first', `${path}.updatedAt`, rule, faults) ?? rule.now;
  if (
    validFrom !== undefined &&
    validUntil !== undefined &&
    Temporal.Instant.compare(validFrom, validUntil) >= 0
  ) {
    faults.push({ path: `${path}.validUntil`, reason: 'it ends before it begins' });
  }
  if (faults.length > before || learner === null) return null;
  const name =
    id === ''
      ? `${Object.values(learner).join('')}:${level.toLowerCase()}:${validFrom?.toString() ?? ''}`
      : id;
  return {
    sourceKey: `${rule.factKey}:${name}`,
    learner,
    key: rule.factKey,
    value: level,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
    asOf,
  };
};

const readLearner = (
  entry: Readonly<Record<string, unknown>>,
  path: string,
  faults: CollectFault[],
): LearnerReference | null => {
  const given = (['member', 'email', 'badge'] as const).filter((key) => entry[key] !== undefined);
  const [key, other] = given;
  if (key === undefined || other !== undefined) {
    faults.push({ path, reason: 'name the learner by exactly one of member, email and badge' });
    return null;
  }
  const text = readText(entry[key], `${path}.${key}`, faults);
  switch (references[key]) {
    case 'memberNumber':
      return { memberNumber: text };
    case 'email':
      return { email: text };
    case 'badge':
      return { badge: text };
  }
};

const readText = (value: unknown, path: string, faults: CollectFault[]): string => {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '' || text.length > 100)
    faults.push({ path, reason: 'expected a text of 1 to 100 characters' });
  return text;
};

/** A day counts whole: as a beginning from its first moment on, as an end up to the first moment of the next day. */
const readMoment = (
  value: unknown,
  edge: 'first' | 'last',
  path: string,
  { timeZone }: ReadingRule,
  faults: CollectFault[],
): Temporal.Instant | undefined => {
  if (value === undefined || value === null || value === '') return undefined;
  const text = typeof value === 'string' ? value.trim() : '';
  const day = parseDay(text);
  if (day !== null) {
    return day
      .add({ days: edge === 'last' ? 1 : 0 })
      .toZonedDateTime(timeZone)
      .toInstant();
  }
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  faults.push({ path, reason: 'expected a day such as 2026-12-31, or a time with its offset' });
  return undefined;
};

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
