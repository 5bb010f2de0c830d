/** A CSS string literal for `content:`; every character that could end it, or the style element, is escaped. */
export function cssString(text: string): string {
  let escaped = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isPlain = /[\p{L}\p{M}\p{N} .,·–—-]/u.test(character);
    escaped += isPlain ? character : `\\${code.toString(16)} `;
  }
  return `"${escaped}"`;
}
