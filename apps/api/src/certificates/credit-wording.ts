import type { CertificateCredit } from '@laurel/certificate-renderer';
import { formatCredit, unitOf, type Hundredths } from '@laurel/credit';
import type { DocumentOffer } from '@laurel/plugin-kit';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { CreditTypeRow } from '../workflow/inputs/decision-query.js';

type Worded = Pick<CreditTypeRow, 'unit' | 'isItalic'>;

/** Words an amount in hundredths. AMA PRA: the plural stands only above 1. `unit` replaces the type's own. */
export const wordCredit = (
  amount: Hundredths,
  { unit, isItalic }: Worded,
  replacement?: string,
): CertificateCredit => ({
  amount: formatCredit(amount),
  unit: replacement ?? unitOf(amount, unit),
  isItalic: isItalic && replacement === undefined,
});

/**
 * What the type is called wherever it is called by name: one of it, more, and "Credit(s)™" as statements have it, the
 * trade mark after the bracket.
 */
export const phrasesOf = ({
  name,
  shortName,
  unit: { one, other },
}: Pick<CreditTypeRow, 'name' | 'shortName' | 'unit'>): string[] => [
  ...new Set([name, shortName, one, other, one.replace(/[™®]?$/u, '(s)$&')]),
];

/** The phrases that a document sets in italics. */
export const italicsOf = (types: readonly CreditTypeRow[]): string[] =>
  types.filter(({ isItalic }) => isItalic).flatMap(phrasesOf);

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
 * The credit a document states: what was claimed, never more, and in the same words once. A certificate of
 * participation states none of a type that has a statement of its own for it, whatever a plugin offers: only physicians
 * are awarded AMA credit, others read that the activity was designated for it.
 */
export const statedCredits = (
  offer: Pick<DocumentOffer, 'documentKind' | 'credits'>,
  claimed: Readonly<Record<string, Hundredths>>,
  types: ReadonlyMap<string, CreditTypeRow>,
): StatedCredit[] =>
  offer.credits.flatMap(({ creditType, amount, unit }, index, all) => {
    const type = types.get(creditType);
    const stated = Math.min(amount, claimed[creditType] ?? 0);
    if (type === undefined || stated <= 0) return [];
    // Read one after the other, the same credit twice would be twice the credit.
    if (all.findIndex((one) => one.creditType === creditType && one.unit === unit) < index) return [];
    if (offer.documentKind === 'participation' && type.statements.participation !== '') {
      if (unit === undefined || phrasesOf(type).some((phrase) => unit.includes(phrase))) return [];
    }
    return { type, amount: stated, unit };
  });

/** Stated credit in the words of a document. */
export const wordStated = ({ type, amount, unit }: StatedCredit): CertificateCredit =>
  wordCredit(amount, type, unit);
