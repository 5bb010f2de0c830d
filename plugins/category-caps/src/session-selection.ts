import type { OfferingView } from '@laurel/plugin-kit';
import type { SessionSelection } from './category-caps.config.js';

/** Asked for every session of a catalogue, so each configured list is folded once and kept with its rule. */
export const isSelected = (rule: SessionSelection, offering: OfferingView): boolean => {
  const { categories, types, tracks } = foldedOf(rule);
  if (rule.timing !== 'any' && (offering.startsAt !== null) !== (rule.timing === 'timed')) return false;
  return has(categories, offering.category) && has(types, offering.type) && has(tracks, offering.track);
};

type Folded = ReadonlySet<string>;

const has = (values: Folded, value: string): boolean => values.size === 0 || values.has(fold(value));

/** Programmes are typed by several people, who rarely agree on letter case. */
const fold = (text: string): string => text.trim().toLowerCase();

const foldedOf = (rule: SessionSelection) => {
  const known = kept.get(rule);
  if (known !== undefined) return known;
  const folded = {
    categories: new Set(rule.categories.map(fold)),
    types: new Set(rule.types.map(fold)),
    tracks: new Set(rule.tracks.map(fold)),
  };
  kept.set(rule, folded);
  return folded;
};

const kept = new WeakMap<SessionSelection, Readonly<Record<'categories' | 'types' | 'tracks', Folded>>>();
