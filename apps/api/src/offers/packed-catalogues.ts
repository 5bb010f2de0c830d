import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { LRUCache } from 'lru-cache';

const pack = promisify(brotliCompress);
/** Of packed catalogues, a thousand sessions being some 40 kB. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Catalogues packed for the network, by version. Thousands of learners of a meeting are shown the same one, and
 * packing it costs far more than deciding it; who comes while it is being packed waits for that.
 */
export class PackedCatalogues {
  private readonly packed: LRUCache<string, Buffer, () => string>;

  /** @param maxBytes of what is kept; what was asked for longest ago goes first */
  constructor(maxBytes = MAX_BYTES) {
    this.packed = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ byteLength }) => byteLength,
      // One that is pushed out while it is being packed is still sent to those who wait for it.
      ignoreFetchAbort: true,
      fetchMethod: async (_version, _stale, { context: write }) => {
        const text = write();
        return pack(text, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 5,
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
            [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
          },
        });
      },
    });
  }

  /** What is kept of a version; not while it is being packed for the first time. */
  kept(version: string): Buffer | undefined {
    return this.packed.get(version);
  }

  /** @param write called only where this version is not kept */
  of(version: string, write: () => string): Promise<Buffer> {
    return this.packed.forceFetch(version, { context: write });
  }
}
