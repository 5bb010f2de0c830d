import type { EarnedTopic } from '../../core/api/contract.js';
import { sumOf } from './selection.js';

type Expiring = Pick<EarnedTopic, 'amount' | 'until'>;

/** The credit that can be claimed for the shortest time: until when, and how much goes then; null where none expires. */
export function firstExpiry(topics: readonly Expiring[]): { until: string; amount: number } | null {
  // ISO instants of one form sort as text.
  const until = topics
    .flatMap((topic) => topic.until ?? [])
    .toSorted()
    .at(0);
  if (until === undefined) return null;
  return {
    until,
    amount: sumOf(topics.filter((topic) => topic.until === until).map(({ amount }) => amount)),
  };
}
