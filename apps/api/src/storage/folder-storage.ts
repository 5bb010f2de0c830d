import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { FileMissing, FileStorage, type StoredFile } from './file-storage.js';

const SHA256 = /^[0-9a-f]{64}$/;

/** Files in a folder: `<tenant id>/<first two digits>/<sha256>`. */
export class FolderStorage extends FileStorage {
  constructor(private readonly folder: string) {
    super();
  }

  override async put(context: Pick<TenantContext, 'tenant'>, bytes: Buffer): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = this.fileOf(context, sha256);
    const stored = { sha256, byteSize: bytes.length };
    if ((await sizeOf(file)) === bytes.length) return stored;

    const folder = path.dirname(file);
    await mkdir(folder, { recursive: true });
    // Written whole under another name and only then given its own, so that a crash leaves no half file.
    const partial = path.join(folder, `.${sha256}.${randomUUID()}`);
    try {
      await writeThrough(partial, bytes);
      await rename(partial, file);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
    await syncFolder(folder);
    return stored;
  }

  override async read(context: Pick<TenantContext, 'tenant'>, sha256: string): Promise<Readable> {
    const file = this.fileOf(context, sha256);
    if ((await sizeOf(file)) === undefined) throw new FileMissing(sha256);
    return createReadStream(file);
  }

  private fileOf({ tenant }: Pick<TenantContext, 'tenant'>, sha256: string): string {
    if (!SHA256.test(sha256)) throw new FileMissing(sha256);
    return path.join(this.folder, tenant.id, sha256.slice(0, 2), sha256);
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (Error.isError(error) && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeThrough(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The new name itself must be on the disk before anyone is told that the file is stored. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
