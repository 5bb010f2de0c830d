import type { Hundredths } from './amount.js';

export interface CappedItem {
  readonly id: string;
  /** What shares one cap: a day, a category, a credit type. */
  readonly group: string;
  readonly amount: Hundredths;
}

export interface CapCut {
  readonly group: string;
  readonly cap: Hundredths;
  readonly selected: Hundredths;
  /** Hundredths above the cap, always positive. */
  readonly deducted: Hundredths;
  readonly ids: readonly string[];
}

/**
 * What each group loses to its cap, in the order in which groups appear; groups within their cap, and groups
 * without one (`null`), are not listed.
 */
export const capGroups = (
  items: readonly CappedItem[],
  capOf: (group: string) => Hundredths | null,
): readonly CapCut[] => {
  const groups = new Map<string, { selected: Hundredths; ids: string[] }>();
  for (const { id, group, amount } of items) {
    const entry = groups.get(group) ?? { selected: 0, ids: [] };
    entry.selected += amount;
    entry.ids.push(id);
    groups.set(group, entry);
  }
  const cuts: CapCut[] = [];
  for (const [group, { selected, ids }] of groups) {
    const cap = capOf(group);
    if (cap !== null && selected > cap) cuts.push({ group, cap, selected, deducted: selected - cap, ids });
  }
  return cuts;
};
