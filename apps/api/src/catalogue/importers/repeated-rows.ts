import { hash } from 'node:crypto';

/** Remembers keys already seen in a file, in about 100 bytes each, so that half a million rows can be checked. */
export class RepeatedRows {
  private readonly seen = new Map<string, { row: number; digest: string }>();

  /**
   * Tells whether `key` is new, was seen with the same content, or was seen at an earlier row with another.
   */
  check(key: string, row: number, content: unknown): 'new' | 'same' | { earlierRow: number } {
    const digest = hash('sha1', JSON.stringify(content), 'base64').slice(0, 16);
    const earlier = this.seen.get(key);
    if (earlier === undefined) {
      this.seen.set(key, { row, digest });
      return 'new';
    }
    return earlier.digest === digest ? 'same' : { earlierRow: earlier.row };
  }
}
