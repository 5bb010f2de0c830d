import type { CertificateCredit } from '@laurel/certificate-renderer';
import { formatCredit, unitOf, type Hundredths } from '@laurel/credit';
import type { CreditTypeView, DocumentOffer } from '@laurel/plugin-kit';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { CreditTypeRow } from '../workflow/inputs/decision-query.js';

/** Credit as a document words it. */
export interface WordedCredit {
  /** `21.75`. */
  readonly amount: string;
  readonly unit: string;
  /** The AMA wants its phrase in italics with ™. */
  readonly isAmaPra: boolean;
}

/** AMA: the phrase is "AMA PRA Category 1 Credit(s)™"; any unit that contains it is the AMA's own. */
const AMA_PRA = /\bAMA PRA Category 1 Credit/;

export const isAmaPra = (creditType: Pick<CreditTypeView, 'unit'>): boolean =>
  AMA_PRA.test(creditType.unit.one);

/** Words an amount in hundredths. AMA: the plural stands only above 1. `unit` replaces the type's own. */
export const wordCredit = (
  amount: Hundredths,
  creditType: Pick<CreditTypeView, 'unit'>,
  unit = unitOf(amount, creditType.unit),
): WordedCredit => ({ amount: formatCredit(amount), unit, isAmaPra: AMA_PRA.test(unit) });

/** An amount that a document states. */
export interface StatedCredit {
  readonly type: CreditTypeRow;
  readonly amount: Hundredths;
  /** In the place of the type's own unit, e.g. hours. */
  readonly unit: string | undefined;
}

export const creditTypesOf = ({ creditTypes }: DecisionInputs): ReadonlyMap<string, CreditTypeRow> =>
  new Map(creditTypes.map((type) => [type.key, type]));

/**
 * The credit a document states: what was claimed, never more. AMA: only physicians are awarded AMA credit, so a
 * certificate of participation states none, whatever a plugin offers.
 */
export const statedCredits = (
  offer: Pick<DocumentOffer, 'documentKind' | 'credits'>,
  claimed: Readonly<Record<string, Hundredths>>,
  types: ReadonlyMap<string, CreditTypeRow>,
): StatedCredit[] =>
  offer.credits.flatMap(({ creditType, amount, unit }) => {
    const type = types.get(creditType);
    const stated = Math.min(amount, claimed[creditType] ?? 0);
    if (type === undefined || stated <= 0) return [];
    if (offer.documentKind === 'participation') {
      if (unit === undefined && isAmaPra(type)) return [];
      if (wordCredit(stated, type, unit).isAmaPra) return [];
    }
    return { type, amount: stated, unit };
  });

/** Stated credit in the words of a document. */
export const wordStated = ({ type, amount, unit }: StatedCredit): CertificateCredit => {
  const { amount: digits, unit: words, isAmaPra: unitIsAmaPra } = wordCredit(amount, type, unit);
  return { amount: digits, unit: words, unitIsAmaPra };
};
