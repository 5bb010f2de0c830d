import { unitOf } from '@laurel/credit/unit';

/** "21.75", "1.00": two decimals always, so that columns of credits align. Amounts are decimal credits. */
export const formatCredits = (amount: number, language = 'en'): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount);

/** The unit for an amount of decimal credits: the plural only above 1 ("0.75 Credit", "1.25 Credits"). */
export const unitFor = (amount: number, unit: { one: string; other: string }): string =>
  unitOf(Math.round(amount * 100), unit);

/** The AMA asks for its trademarked phrase in italics wherever it is written. */
export const isAmaPhrase = (unit: string): boolean => unit.includes('AMA PRA');
