import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Remembers what was already done to a database, so that a second start does not do it again. A stamp is written
 * only after the work, and names everything the work depends on.
 */
export class Stamps {
  constructor(private readonly folder: string) {}

  /** What was kept when the work was last done for exactly this key; `undefined` if it must be done. */
  async find(work: string, key: string): Promise<string | undefined> {
    const file = path.join(this.folder, `${work}.json`);
    if (!existsSync(file)) return undefined;
    try {
      const stamp: unknown = JSON.parse(await readFile(file, 'utf8'));
      if (typeof stamp !== 'object' || stamp === null || !('key' in stamp) || !('kept' in stamp))
        return undefined;
      return stamp.key === key && typeof stamp.kept === 'string' ? stamp.kept : undefined;
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  /** Notes that the work is done; `kept` is what a later start wants to know of it. */
  async set(work: string, key: string, kept = ''): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const file = path.join(this.folder, `${work}.json`);
    const partial = `${file}.${process.pid}.partial`;
    await writeFile(partial, JSON.stringify({ key, kept }), { mode: 0o600 });
    await rename(partial, file);
  }
}

/** A hash over the names and contents of all files below a folder; an absent folder has one too. */
export async function folderHash(folder: string): Promise<string> {
  const hash = createHash('sha256');
  if (existsSync(folder)) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(path.relative(folder, file)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 32);
}
