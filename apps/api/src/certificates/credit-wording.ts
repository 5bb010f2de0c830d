import { formatCredit, type Hundredths } from '@laurel/credit';
import type { CreditTypeView } from '@laurel/plugin-kit';

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
  unit = amount > 100 ? creditType.unit.other : creditType.unit.one,
): WordedCredit => ({ amount: formatCredit(amount), unit, isAmaPra: AMA_PRA.test(unit) });
