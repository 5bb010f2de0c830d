import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a reference said on the telephone is not mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference to be said aloud, e.g. `K7QF-9M2X`: the same for the same request, and telling nothing of it. */
export function supportReference(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 8);
  const characters = Array.from(bytes, (byte) => ALPHABET.charAt(byte & 31)).join('');
  return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}
