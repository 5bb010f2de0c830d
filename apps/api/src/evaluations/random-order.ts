import { randomInt } from 'node:crypto';

/** The same items in an order nobody can foresee or work out afterwards (Fisher–Yates, from the system's randomness). */
export function inRandomOrder<Item>(items: readonly Item[]): Item[] {
  const left = [...items];
  const mixed: Item[] = [];
  while (left.length > 0) {
    const at = randomInt(left.length);
    const [last] = left.splice(-1);
    const chosen = at === left.length ? last : left[at];
    if (chosen === undefined || last === undefined) break;
    mixed.push(chosen);
    if (at < left.length) left[at] = last;
  }
  return mixed;
}
