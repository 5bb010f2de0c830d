import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../process/error-code.js';
import { isSameProcess, ownIdentity } from '../process/process-identity.mjs';
import type { ProcessIdentity } from '../process/process-identity.mjs';

/**
 * Who uses a server: one file for each user, naming its process. The last one to leave stops the server, so that
 * an operator's command may come and go while `npm start` runs, and the other way round.
 */
export class Leases {
  constructor(private readonly folder: string) {}

  /** Notes that this process uses the server; answers the way to give that up. */
  async take(): Promise<() => Promise<void>> {
    await mkdir(this.folder, { recursive: true });
    const file = path.join(this.folder, `${process.pid}-${process.hrtime.bigint()}.json`);
    await writeFile(file, JSON.stringify(ownIdentity()));
    return () => rm(file, { force: true });
  }

  /** How many living processes use the server; leases of killed ones are cleared away. */
  async count(): Promise<number> {
    await mkdir(this.folder, { recursive: true });
    let living = 0;
    for (const name of await readdir(this.folder)) {
      const file = path.join(this.folder, name);
      const identity = await readIdentity(file);
      if (identity !== undefined && isSameProcess(identity)) living++;
      else await rm(file, { force: true });
    }
    return living;
  }
}

async function readIdentity(file: string): Promise<ProcessIdentity | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('start' in value))
      return undefined;
    const { pid, start } = value;
    return typeof pid === 'number' && typeof start === 'string' ? { pid, start } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
