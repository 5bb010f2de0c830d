/** "21.75", "1.00": two decimals always, so that columns of credits align. Amounts are decimal credits. */
export const formatCredits = (amount: number, language = 'en'): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount);

/** The unit for an amount: the singular only for exactly one ("1.00 Credit", "0.75 Credits"). */
export const unitFor = (amount: number, unit: { one: string; other: string }): string =>
  amount === 1 ? unit.one : unit.other;

/** The AMA asks for its trademarked phrase in italics wherever it is written. */
export const isAmaPhrase = (unit: string): boolean => unit.includes('AMA PRA');
