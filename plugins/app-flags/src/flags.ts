import { parseInstant, type CollectedEvidence, type CollectFault } from '@laurel/plugin-kit';

export const EVIDENCE_KIND = 'app-flag';

/** What the app sent: evidence when all of it can be read, else every fault and no evidence. */
export interface ReadFlags {
  readonly evidence: readonly CollectedEvidence[];
  readonly faults: readonly CollectFault[];
}

/** Reads `{ flags: [{ id, badge, session, flaggedAt }] }`, strictly and whole. */
export const readFlags = (payload: unknown, maxBatch: number): ReadFlags => {
  const flags = isRecord(payload) ? payload['flags'] : undefined;
  if (!Array.isArray(flags)) return refuse({ path: 'flags', reason: 'expected a list of flags' });
  if (flags.length > maxBatch) {
    const reason = `expected at most ${String(maxBatch)} flags in one call, found ${String(flags.length)}`;
    return refuse({ path: 'flags', reason });
  }
  const faults: CollectFault[] = [];
  const evidence = new Map<string, CollectedEvidence>();
  for (const [index, flag] of flags.entries()) {
    const path = `flags.${String(index)}`;
    const read = readFlag(flag, path, faults);
    if (read === null) continue;
    const known = evidence.get(read.sourceKey);
    if (known === undefined) evidence.set(read.sourceKey, read);
    else if (!isSame(known, read)) {
      faults.push({ path: `${path}.id`, reason: 'this id was used for another flag in the same call' });
    }
  }
  return faults.length > 0 ? { evidence: [], faults } : { evidence: [...evidence.values()], faults };
};

const refuse = (fault: CollectFault): ReadFlags => ({ evidence: [], faults: [fault] });

const fields = ['id', 'badge', 'session', 'flaggedAt'] as const;

const readFlag = (flag: unknown, path: string, faults: CollectFault[]): CollectedEvidence | null => {
  if (!isRecord(flag)) {
    faults.push({ path, reason: `expected an object with ${fields.join(', ')}` });
    return null;
  }
  const before = faults.length;
  for (const name of Object.keys(flag)) {
    if (!fields.some((field) => field === name))
      faults.push({ path: `${path}.${name}`, reason: 'unknown field' });
  }
  const [sourceKey, badge, offeringCode] = (['id', 'badge', 'session'] as const).map((field) =>
    readText(flag[field], `${path}.${field}`, faults),
  );
  const occurredAt = readInstant(flag['flaggedAt'], `${path}.flaggedAt`, faults);
  if (faults.length > before || !sourceKey || !badge || !offeringCode || occurredAt === null) return null;
  return { sourceKey, learner: { badge }, offeringCode, kind: EVIDENCE_KIND, occurredAt };
};

const readText = (value: unknown, path: string, faults: CollectFault[]): string | null => {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text !== '' && text.length <= 100) return text;
  faults.push({ path, reason: 'expected a text of 1 to 100 characters' });
  return null;
};

const readInstant = (value: unknown, path: string, faults: CollectFault[]): Temporal.Instant | null => {
  const instant = typeof value === 'string' ? parseInstant(value) : null;
  if (instant !== null) return instant;
  faults.push({ path, reason: 'expected a time with its offset, such as 2026-05-11T09:45:00Z' });
  return null;
};

const isSame = (one: CollectedEvidence, other: CollectedEvidence): boolean =>
  one.offeringCode === other.offeringCode &&
  JSON.stringify(one.learner) === JSON.stringify(other.learner) &&
  one.occurredAt.equals(other.occurredAt);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
