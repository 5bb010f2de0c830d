import { parseInstant, type CollectedEvidence, type CollectFault } from '@laurel/plugin-kit';

export const EVIDENCE_KIND = 'completion';

export interface ReadCompletions {
  readonly evidence: readonly CollectedEvidence[];
  readonly faults: readonly CollectFault[];
}

export type Fields = Readonly<Record<string, unknown>>;

/** Says what is wrong while one item is read. */
export interface Faults {
  /** It cannot be read; the whole batch is refused. */
  unreadable(field: string, reason: string): void;
  /** It reads well and counts nothing; the others are taken. */
  worthless(field: string, reason: string): void;
}

/**
 * Reads a batch item by item. Whatever cannot be read refuses all of it, so that nothing half-understood stays; what
 * is understood and does not count is told, and the rest is taken.
 *
 * @param path where the list stands in the payload; empty for a payload that is the list
 */
export const readBatch = (
  items: readonly unknown[],
  path: string,
  maxBatch: number,
  readItem: (item: Fields, faults: Faults) => CollectedEvidence | null,
): ReadCompletions => {
  if (items.length > maxBatch) {
    const reason = `expected at most ${String(maxBatch)} completions in one call, found ${String(items.length)}`;
    return refuse(path === '' ? 'statements' : path, reason);
  }
  const unreadable: CollectFault[] = [];
  const worthless: CollectFault[] = [];
  const evidence = new Map<string, CollectedEvidence>();
  for (const [index, item] of items.entries()) {
    const here = path === '' ? String(index) : `${path}.${String(index)}`;
    const at = (field: string): string => (field === '' ? here : `${here}.${field}`);
    if (!isRecord(item)) {
      unreadable.push({ path: here, reason: 'expected an object' });
      continue;
    }
    const read = readItem(item, {
      unreadable: (field, reason) => unreadable.push({ path: at(field), reason }),
      worthless: (field, reason) => worthless.push({ path: at(field), reason }),
    });
    if (read === null) continue;
    const known = evidence.get(read.sourceKey);
    if (known === undefined) evidence.set(read.sourceKey, read);
    else if (JSON.stringify(known) !== JSON.stringify(read)) {
      unreadable.push({ path: at('id'), reason: 'this id was used for another completion in the same call' });
    }
  }
  return unreadable.length > 0
    ? { evidence: [], faults: [...unreadable, ...worthless] }
    : { evidence: [...evidence.values()], faults: worthless };
};

export const refuse = (path: string, reason: string): ReadCompletions => ({
  evidence: [],
  faults: [{ path, reason }],
});

export const readText = (value: unknown, field: string, faults: Faults, longest = 200): string | null => {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text !== '' && text.length <= longest) return text;
  faults.unreadable(field, `expected a text of 1 to ${String(longest)} characters`);
  return null;
};

export const readInstant = (value: unknown, field: string, faults: Faults): Temporal.Instant | null => {
  const instant = typeof value === 'string' ? parseInstant(value) : null;
  if (instant === null)
    faults.unreadable(field, 'expected a time with its offset, such as 2026-05-03T18:00:00Z');
  return instant;
};

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
