// Letters that NFKD leaves whole although people write them with and without the mark.
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/**
 * The last name as it is compared at sign-in and between imports: without case, accents, spaces, hyphens and
 * other punctuation, in any script. `Castellanos-Ortiz`, `castellanos ortiz` and `CASTELLANOSORTIZ` are one.
 * Half- and full-width forms are one too; letters of another script stay what they are.
 */
export const lastNameKey = (lastName: string): string =>
  lastName
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    // Marks that only dress a letter go; vowel signs that are letters of their own script (Devanagari, Thai) stay.
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/gu, '')
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC')
    .replace(/[^\p{Letter}\p{Number}\p{Mark}]/gu, '');
