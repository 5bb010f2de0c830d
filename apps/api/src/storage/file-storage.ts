import type { Readable } from 'node:stream';
import type { TenantContext } from '../tenancy/tenant-context.js';

export interface StoredFile {
  /** Of the bytes, lower-case hexadecimal; also their address. */
  sha256: string;
  byteSize: number;
}

/** Where files are kept, addressed by what is in them. Each tenant's files are apart. */
export abstract class FileStorage {
  /** Stores the bytes whole or not at all. The same bytes again change nothing. */
  abstract put(
    context: Pick<TenantContext, 'tenant'>,
    bytes: Buffer,
    contentType: string,
  ): Promise<StoredFile>;

  /** @throws FileMissing when the tenant has no such file */
  abstract read(context: Pick<TenantContext, 'tenant'>, sha256: string): Promise<Readable>;
}

/** A row names a file that the storage does not have. */
export class FileMissing extends Error {
  override name = 'FileMissing';
  constructor(readonly sha256: string) {
    super(`The storage has no file ${sha256}`);
  }
}
