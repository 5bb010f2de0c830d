import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

/** Lets a file pass while its SHA-256 is taken; `sha256()` is final once the stream was read to its end. */
export function digesting(source: Readable): { stream: Readable; sha256: () => string } {
  const hash = createHash('sha256');
  async function* pass(): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      const bytes = bytesOf(chunk);
      hash.update(bytes);
      yield bytes;
    }
  }
  return { stream: Readable.from(pass(), { objectMode: false }), sha256: () => hash.copy().digest('hex') };
}

function bytesOf(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  if (typeof chunk === 'string' || chunk instanceof Uint8Array) return Buffer.from(chunk);
  throw new TypeError('The stream must yield bytes or strings.');
}

/** SHA-256 of a row's values, in the order in which they are given. */
export const contentHash = (values: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('hex');
