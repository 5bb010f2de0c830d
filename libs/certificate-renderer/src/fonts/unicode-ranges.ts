/** Code points covered by a CSS `unicode-range`, as sorted pairs of first and last. */
export class UnicodeRanges {
  readonly css: string;
  private readonly pairs: readonly (readonly [number, number])[];

  /** @param css for example "U+0-FF,U+131,U+4??". */
  constructor(css: string) {
    this.css = css;
    this.pairs = css.split(',').map((part) => {
      const [first = '', last = first] = part.trim().replace(/^u\+/i, '').split('-');
      return [
        Number.parseInt(first.replaceAll('?', '0'), 16),
        Number.parseInt(last.replaceAll('?', 'F'), 16),
      ];
    });
  }

  has(codePoint: number): boolean {
    return this.pairs.some(([first, last]) => codePoint >= first && codePoint <= last);
  }
}
