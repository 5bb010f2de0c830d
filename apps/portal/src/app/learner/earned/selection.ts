import type { Cart, EarnedSelection, EarnedTopic, Earnings } from '../../core/api/contract.js';

/** How much of which topics is to be claimed, of one credit type: decimal credits by the topic's offering. */
export interface Selection {
  readonly creditType: string;
  readonly amounts: ReadonlyMap<string, number>;
}

/** Topics that can be claimed now, of all courses. */
export const claimable = ({ courses }: Pick<Earnings, 'courses'>): EarnedTopic[] =>
  courses.flatMap(({ topics }) => topics.filter(({ isAllowed }) => isAllowed));

/** Adds up decimal credits by whole hundredths, so that no float ever shows. */
export const sumOf = (amounts: Iterable<number>): number => {
  let hundredths = 0;
  for (const amount of amounts) hundredths += Math.round(amount * 100);
  return hundredths / 100;
};

/** What the draft on the server selects of a credit type; empty where it is of another one. */
export const selectedInDraft = (cart: Cart | null, creditType: string): Selection => ({
  creditType,
  amounts: new Map(
    (cart?.state === 'draft' ? cart.lines : []).flatMap(({ offeringId, credits }) =>
      credits.flatMap((credit) => (credit.creditType === creditType ? [[offeringId, credit.amount]] : [])),
    ),
  ),
});

/**
 * What the header shows in the place of the draft's total, in decimal credits; null where the draft is what is on the
 * screen. A draft of another credit type is not: the next press replaces it.
 */
export const shownFor = (
  selection: Selection,
  cart: (Pick<Cart, 'state'> & { lines: readonly Pick<Cart['lines'][number], 'credits'>[] }) | null,
  hasChanges: boolean,
): number | null => {
  const ofDraft = cart?.state === 'draft' ? cart.lines[0]?.credits[0]?.creditType : undefined;
  const isOfAnother =
    ofDraft !== undefined && selection.creditType !== '' && selection.creditType !== ofDraft;
  return hasChanges || isOfAnother ? sumOf(selection.amounts.values()) : null;
};

/** What of a selection is still there to be claimed, with no more than there is. */
export const stillThere = ({ creditType, amounts }: Selection, earnings: Earnings): Selection => ({
  creditType,
  amounts: new Map(
    claimable(earnings).flatMap(({ offeringId, amount }) => {
      const chosen = amounts.get(offeringId);
      return chosen === undefined ? [] : [[offeringId, Math.min(chosen, amount)]];
    }),
  ),
});

/** A selection with topics put in whole, or taken out. */
export const withTopics = (
  { creditType, amounts }: Selection,
  topics: readonly Pick<EarnedTopic, 'offeringId' | 'amount'>[],
  isIn: boolean,
): Selection => {
  const next = new Map(amounts);
  for (const { offeringId, amount } of topics) {
    if (!isIn) next.delete(offeringId);
    else if (!next.has(offeringId)) next.set(offeringId, amount);
  }
  return { creditType, amounts: next };
};

/** A selection with another amount of one topic; nothing of it takes it out. */
export const withAmount = (
  { creditType, amounts }: Selection,
  offeringId: string,
  amount: number,
): Selection => {
  const next = new Map(amounts);
  if (amount > 0) next.set(offeringId, amount);
  else next.delete(offeringId);
  return { creditType, amounts: next };
};

/** What a checkbox over several topics shows. */
export type Checked = 'all' | 'some' | 'none';

export const checkedOf = (
  { amounts }: Selection,
  topics: readonly Pick<EarnedTopic, 'offeringId'>[],
): Checked => {
  const count = topics.filter(({ offeringId }) => amounts.has(offeringId)).length;
  return count === 0 ? 'none' : count === topics.length ? 'all' : 'some';
};

/** As the server takes it: everything in one word, else topic by topic. */
export const asRequest = (selection: Selection, earnings: Pick<Earnings, 'courses'>): EarnedSelection => {
  const { creditType, amounts } = selection;
  const topics = claimable(earnings);
  const isEverything =
    topics.length > 0 && topics.every(({ offeringId, amount }) => amounts.get(offeringId) === amount);
  if (isEverything) return { creditType, all: true };
  return { creditType, items: [...amounts].map(([offeringId, amount]) => ({ offeringId, amount })) };
};
