import {
  parseInstant,
  type CollectAnswer,
  type CollectedEvidence,
  type CollectedFact,
  type CollectFault,
  type LearnerReference,
} from '@laurel/plugin-kit';

type FactValue = CollectedFact['value'];
type Item = Readonly<Record<string, unknown>>;

const EXPECTED = 'expected { "evidence": […], "facts": […] }, either of them';
const LONGEST_TEXT = 200;
const LONGEST_CURSOR = 2_000;

/** Reads the documented JSON, strictly and whole: everything, or every fault by its path and nothing else. */
export const readIncoming = (payload: unknown): CollectAnswer => {
  if (!isItem(payload)) return refuse([{ path: 'message', reason: EXPECTED }]);
  const reader = new Reader();
  reader.refuseUnknown(payload, ['evidence', 'facts', 'cursor'], '');
  const evidence = reader
    .list(payload['evidence'], 'evidence')
    .flatMap(([item, path]) => reader.evidence(item, path));
  const facts = reader.list(payload['facts'], 'facts').flatMap(([item, path]) => reader.fact(item, path));
  const cursor = reader.optionalText(payload['cursor'], 'cursor', LONGEST_CURSOR);
  reader.refuseTwice(evidence, 'evidence');
  reader.refuseTwice(facts, 'facts');
  if (reader.faults.length > 0) return refuse(reader.faults);
  return { evidence, facts, faults: [], ...(cursor === undefined ? {} : { cursor }) };
};

const refuse = (faults: readonly CollectFault[]): CollectAnswer => ({ evidence: [], facts: [], faults });

/** Reads fields and notes what is wrong with them; what it answers then is not used. */
class Reader {
  readonly faults: CollectFault[] = [];

  list(value: unknown, path: string): readonly (readonly [Item, string])[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.#note(path, 'expected a list');
      return [];
    }
    return value.flatMap((item: unknown, index): (readonly [Item, string])[] => {
      const here = `${path}.${String(index)}`;
      if (isItem(item)) return [[item, here]];
      this.#note(here, 'expected an object');
      return [];
    });
  }

  evidence(item: Item, path: string): readonly CollectedEvidence[] {
    this.refuseUnknown(item, ['key', 'learner', 'offering', 'kind', 'at'], path);
    const learner = this.#learner(item['learner'], `${path}.learner`);
    const occurredAt = this.#instant(item['at'], `${path}.at`);
    const sourceKey = this.#text(item['key'], `${path}.key`);
    const offeringCode = this.#text(item['offering'], `${path}.offering`);
    const kind = this.#text(item['kind'], `${path}.kind`);
    if (learner === null || occurredAt === null) return [];
    return [{ sourceKey, learner, offeringCode, kind, occurredAt }];
  }

  fact(item: Item, path: string): readonly CollectedFact[] {
    this.refuseUnknown(item, ['key', 'learner', 'name', 'value', 'from', 'until', 'asOf'], path);
    const learner = this.#learner(item['learner'], `${path}.learner`);
    const sourceKey = this.#text(item['key'], `${path}.key`);
    const key = this.#text(item['name'], `${path}.name`);
    const value = this.#value(item['value'], `${path}.value`);
    const validFrom = this.#optionalInstant(item['from'], `${path}.from`);
    const validUntil = this.#optionalInstant(item['until'], `${path}.until`);
    const asOf = this.#optionalInstant(item['asOf'], `${path}.asOf`);
    if (learner === null) return [];
    return [
      {
        sourceKey,
        learner,
        key,
        value,
        ...validFrom('validFrom'),
        ...validUntil('validUntil'),
        ...asOf('asOf'),
      },
    ];
  }

  optionalText(value: unknown, path: string, longest: number): string | undefined {
    if (value === undefined || value === null) return undefined;
    return this.#text(value, path, longest);
  }

  refuseUnknown(item: Item, known: readonly string[], path: string): void {
    for (const name of Object.keys(item)) {
      if (!known.includes(name)) {
        const expected = known.join(', ');
        this.#note(path === '' ? name : `${path}.${name}`, `unknown field; expected are ${expected}`);
      }
    }
  }

  /** Of two things under one key it could not be said which counts. */
  refuseTwice(items: readonly { readonly sourceKey: string }[], path: string): void {
    const keys = new Set<string>();
    for (const { sourceKey } of items) {
      if (keys.has(sourceKey)) this.#note(path, `the key "${sourceKey}" is there twice`);
      keys.add(sourceKey);
    }
  }

  #learner(value: unknown, path: string): LearnerReference | null {
    const entries = isItem(value) ? Object.entries(value) : [];
    const [[kind, name] = ['', undefined], ...more] = entries;
    const text = typeof name === 'string' ? name.trim() : '';
    if (more.length === 0 && text !== '' && text.length <= LONGEST_TEXT) {
      if (kind === 'badge') return { badge: text };
      if (kind === 'memberNumber') return { memberNumber: text };
      if (kind === 'email') return { email: text };
    }
    this.#note(path, 'expected one of { "badge" }, { "memberNumber" }, { "email" } with a text');
    return null;
  }

  #text(value: unknown, path: string, longest = LONGEST_TEXT): string {
    const text = typeof value === 'string' ? value.trim() : '';
    if (text === '' || text.length > longest) {
      this.#note(path, `expected a text of 1 to ${String(longest)} characters`);
    }
    return text;
  }

  #value(value: unknown, path: string): FactValue {
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'string' && value.length <= LONGEST_TEXT) return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (Array.isArray(value) && value.length <= 100 && value.every((part) => typeof part === 'string')) {
      return value;
    }
    this.#note(path, 'expected a text, a number, true, false, null, or a list of texts');
    return null;
  }

  #instant(value: unknown, path: string): Temporal.Instant | null {
    const instant = typeof value === 'string' ? parseInstant(value) : null;
    if (instant === null) this.#note(path, 'expected a time with its offset, such as 2026-05-11T09:45:00Z');
    return instant;
  }

  /** @returns what spreads the instant into an object under a name, or nothing */
  #optionalInstant(value: unknown, path: string) {
    const instant = value === undefined || value === null ? null : this.#instant(value, path);
    return <Name extends string>(name: Name): { [Key in Name]?: Temporal.Instant } => {
      const named: { [Key in Name]?: Temporal.Instant } = {};
      if (instant !== null) Object.assign(named, { [name]: instant });
      return named;
    };
  }

  #note(path: string, reason: string): void {
    this.faults.push({ path, reason });
  }
}

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
