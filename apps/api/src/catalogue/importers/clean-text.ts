import { type ImportFault, quoteValue } from './import-fault.js';
import { MAX_FIELD_BYTES } from './import-limits.js';

// Control characters, and the invisible marks that reorder text or hide in pasted cells. The joiners
// U+200C and U+200D stay: Persian, the Indic scripts and emoji are written with them.
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

// UTF-8 that was once read as Latin-1 and saved again: “é” has become “Ã©”. The no-break space and the
// guillemets are left out, for a word may truly end in Ã before them.
const TWICE_ENCODED = /[ÂÃ][\u0080-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf]/;

/** Text on one line: composed (NFC), without invisible characters, with single spaces and none at the ends. */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Text of several lines: as `cleanLine`, but line breaks stay, as `\n`. */
export function cleanParagraphs(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What is wrong with a field's text as such: too long, or letters already lost before it came to us. */
export function textFault(
  text: string,
  place: Pick<ImportFault, 'row' | 'path' | 'field'>,
  maxCharacters?: number,
): ImportFault | undefined {
  const value = quoteValue(text);
  if (text.length > MAX_FIELD_BYTES || Buffer.byteLength(text) > MAX_FIELD_BYTES) {
    return {
      ...place,
      code: 'text.too_large',
      reason: `This field holds more than ${MAX_FIELD_BYTES / 1000} kB. A quotation mark may be missing before it.`,
      value,
    };
  }
  if (maxCharacters !== undefined && text.length > maxCharacters) {
    return {
      ...place,
      code: 'text.too_long',
      reason: `At most ${maxCharacters} characters fit here.`,
      value,
    };
  }
  if (text.includes('\uFFFD') || !text.isWellFormed()) {
    return {
      ...place,
      code: 'text.lost_letters',
      reason: 'Letters were lost when this file was saved (�). Export it again as UTF-8.',
      value,
    };
  }
  if (TWICE_ENCODED.test(text)) {
    return {
      ...place,
      code: 'text.encoded_twice',
      reason:
        'Accented letters were damaged when this file was saved (“Ã©” for “é”). Export it again as UTF-8.',
      value,
    };
  }
  return undefined;
}
