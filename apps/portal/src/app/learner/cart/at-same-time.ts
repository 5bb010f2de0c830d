import type { Cart, CartLine } from '../../core/api/contract.js';

/**
 * That a session's time is shared with others of the cart, in a sentence; empty while it is not. Only what the society's
 * rules have adjusted counts: elsewhere two sessions at the same time are none of the learner's concern.
 */
export function atSameTime(
  { lines, overlaps }: Pick<Cart, 'lines' | 'overlaps'>,
  offeringId: string,
): string {
  const own = lines.find((line) => line.offeringId === offeringId);
  const ids = new Set(
    overlaps.filter((overlap) => overlap.offeringIds.includes(offeringId)).flatMap((one) => one.offeringIds),
  );
  const titles = lines
    .filter((line) => line !== own && ids.has(line.offeringId) && own && isShared(line, own))
    .map(({ title }) => `“${title}”`);
  const [first] = titles;
  if (first === undefined) return '';
  const others = titles.length === 1 ? '' : ` and ${String(titles.length - 1)} more`;
  return `At the same time as ${first}${others}: that time counts once.`;
}

/** Sessions may be adjusted together for another reason, such as a cap on their category. */
function isShared(one: CartLine, other: CartLine): boolean {
  if (one.startsAt === null || one.endsAt === null || other.startsAt === null || other.endsAt === null) {
    return false;
  }
  return (
    Date.parse(one.startsAt) < Date.parse(other.endsAt) && Date.parse(other.startsAt) < Date.parse(one.endsAt)
  );
}
