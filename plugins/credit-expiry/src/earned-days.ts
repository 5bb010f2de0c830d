import type { EvidenceView } from '@laurel/plugin-kit';

/**
 * When each offering was earned, in epoch milliseconds: its first evidence of the wanted kinds. An account may hold
 * tens of thousands, and is asked about offering by offering, so the index is made once per list of evidence.
 */
export const earnedAt = (
  evidence: readonly EvidenceView[],
  kinds: readonly string[],
  offeringId: string,
): number | undefined => {
  const known = indexes.get(evidence);
  if (known?.kinds === kinds) return known.first.get(offeringId);
  const first = indexOf(evidence, kinds);
  indexes.set(evidence, { kinds, first });
  return first.get(offeringId);
};

const indexOf = (
  evidence: readonly EvidenceView[],
  kinds: readonly string[],
): ReadonlyMap<string, number> => {
  const first = new Map<string, number>();
  for (const { kind, offeringId, occurredAt } of evidence) {
    if (kinds.length > 0 && !kinds.includes(kind)) continue;
    const before = first.get(offeringId);
    const at = occurredAt.epochMilliseconds;
    if (before === undefined || at < before) first.set(offeringId, at);
  }
  return first;
};

const indexes = new WeakMap<
  readonly EvidenceView[],
  { readonly kinds: readonly string[]; readonly first: ReadonlyMap<string, number> }
>();
