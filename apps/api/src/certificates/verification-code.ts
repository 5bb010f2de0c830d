import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a code read aloud or typed from paper is not mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const GROUP = 4;

/** A code of 80 random bits, which nobody can guess or count through: `K7QF-9M2X-0TBD-W4HE`. */
export const createVerificationCode = (): string => {
  const characters = Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte & 31));
  return group(characters.join(''));
};

/**
 * The code as it is stored, from what a person typed: case, spaces and hyphens do not matter, and the letters
 * that look like digits are read as those. `null` when it cannot be a code at all.
 */
export const readVerificationCode = (typed: string): string | null => {
  // A longer text is no code; measuring first keeps the work small whatever is sent.
  if (typed.length > 64) return null;
  const plain = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (plain.length !== LENGTH || [...plain].some((character) => !ALPHABET.includes(character))) return null;
  return group(plain);
};

const group = (plain: string): string =>
  Array.from({ length: LENGTH / GROUP }, (_, index) => plain.slice(index * GROUP, (index + 1) * GROUP)).join(
    '-',
  );
