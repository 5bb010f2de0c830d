import type { Cart, CreditTotal, WhyEntry } from '../../core/api/contract.js';

/** What somebody asks "Why?" about. */
export type WhyAbout =
  | { kind: 'offering'; offeringId: string; title: string }
  | { kind: 'requirement'; key: string; title: string }
  /** A credit type's total, with every adjustment of it. */
  | { kind: 'total'; creditType: string; title: string }
  /** One adjustment of a total: the so-manieth, as the cart lists them; `text` is its sentence. */
  | { kind: 'adjustment'; creditType: string; title: string; at: number; text: string };

/** Asks about one adjustment of a total. */
export const aboutAdjustment = (total: CreditTotal, at: number): WhyAbout => ({
  kind: 'adjustment',
  creditType: total.creditType,
  title: total.name,
  at,
  text: total.adjustments[at]?.text ?? '',
});

/** Asks about the adjustment that counts sessions at the same time once; of the credit that leads where several have it. */
export function aboutOverlap(
  totals: Cart['totals'],
  overlap: Pick<Cart['overlaps'][number], 'offeringIds' | 'text'>,
): WhyAbout | null {
  const ids = overlap.offeringIds.join(' ');
  for (const total of totals) {
    const at = total.adjustments.findIndex(
      ({ offeringIds, text }) => text === overlap.text && offeringIds.join(' ') === ids,
    );
    if (at >= 0) return aboutAdjustment(total, at);
  }
  return null;
}

/** The entries of the claim's decision trail that answer it, in the order in which it was decided. */
export function whyOf(about: WhyAbout, trail: readonly WhyEntry[]): readonly WhyEntry[] {
  switch (about.kind) {
    case 'offering':
      return trail.filter(({ effect }) => effect?.sessions.includes(about.title));
    case 'requirement':
      return ofRequirement(about.key, trail);
    case 'total':
      return ofTotal(about.creditType, trail);
    case 'adjustment': {
      const all = ofTotal(about.creditType, trail);
      const own = all[about.at];
      // A trail of a moment later may have come out otherwise: the sentence says which it was.
      const found = own?.text === about.text ? own : all.find(({ text }) => text === about.text);
      return found ? [found] : all;
    }
  }
}

const ofTotal = (creditType: string, trail: readonly WhyEntry[]): readonly WhyEntry[] =>
  trail.filter(({ subject, outcome }) => subject === `credit-type:${creditType}` && outcome === 'adjusted');

/** That sessions are denied is answered by what denies them. */
function ofRequirement(key: string, trail: readonly WhyEntry[]): readonly WhyEntry[] {
  const own = trail.filter(({ subject }) => subject === `requirement:${key}`);
  const isDenied = own.some(({ code }) => /^host\.(sessions|topics)-denied$/.test(code));
  const denials = isDenied
    ? trail.filter(({ stage, outcome }) => stage === 'offer' && outcome === 'denied')
    : [];
  return [...own, ...denials];
}
