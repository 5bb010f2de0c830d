import type { Cart } from '../../core/api/contract.js';

/** What has changed between the claim that was looked at and the one the server has now, in sentences. */
export function cartDifference(before: Cart, now: Cart): string[] {
  const had = new Set(before.lines.map((line) => line.offeringId));
  const has = new Set(now.lines.map((line) => line.offeringId));
  const added = now.lines.filter((line) => !had.has(line.offeringId));
  const removed = before.lines.filter((line) => !has.has(line.offeringId));
  const totals = now.totals.flatMap((total) => {
    const was = before.totals.find(({ creditType }) => creditType === total.creditType)?.computed ?? 0;
    return was === total.computed
      ? []
      : [`${total.name}: ${amount(total.computed)} instead of ${amount(was)}.`];
  });
  const gone = before.totals
    .filter((total) => !now.totals.some(({ creditType }) => creditType === total.creditType))
    .map((total) => `${total.name}: no longer part of this claim.`);
  const reopened = now.requirements
    .filter(({ key, state }) => {
      const was = before.requirements.find((requirement) => requirement.key === key)?.state;
      return state === 'unmet' && was !== 'unmet';
    })
    .map(({ title }) => `Needed now: ${title}.`);
  return [
    ...added.map(({ title }) => `Added: “${title}”.`),
    ...removed.map(({ title }) => `No longer there: “${title}”.`),
    ...totals,
    ...gone,
    ...reopened,
  ];
}

/** Decimal credits as they stand on certificates. */
const amount = (credits: number): string => credits.toFixed(2);
