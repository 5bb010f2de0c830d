import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { WrittenCatalogue } from './catalogue-text.js';

const pack = promisify(brotliCompress);
/** Of packed catalogues, a thousand sessions being some 40 kB. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Catalogues packed for the network, by version. Thousands of learners of a meeting are shown the same one, and
 * packing it costs far more than deciding it.
 */
export class PackedCatalogues {
  private readonly packed = new LRUCache<string, Buffer>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ byteLength }) => byteLength,
  });

  get(catalogue: WrittenCatalogue): Promise<Buffer> | Buffer {
    return this.known(catalogue.version) ?? this.pack(catalogue.version, catalogue.text());
  }

  /** Whether the catalogue of this version is kept, for whoever would have to decide it first. */
  known(version: string): Buffer | undefined {
    return this.packed.get(version);
  }

  private async pack(version: string, text: string): Promise<Buffer> {
    const bytes = await pack(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
      },
    });
    this.packed.set(version, bytes);
    return bytes;
  }
}
