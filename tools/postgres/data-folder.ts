import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PlainFault } from '../process/plain-fault.mjs';
import type { PostgresBinaries } from './binaries.js';
import type { ServerUser } from './server-user.js';

/** The name of the superuser; it serves administration only. */
export const ADMIN_ROLE = 'laurel_admin';

/** Whether the folder holds a complete cluster. */
export const isInitialised = (folder: string): boolean => existsSync(path.join(folder, 'PG_VERSION'));

/**
 * Makes a new cluster. It grows in a folder beside and gets its name only when complete, so a kill at any moment
 * leaves either no cluster or a whole one.
 *
 * @param folder the future data folder
 * @param password the superuser's
 * @throws PlainFault when the disk is full
 */
export async function initialise(
  folder: string,
  password: string,
  binaries: PostgresBinaries,
  user: ServerUser,
): Promise<void> {
  await setAsideRemains(folder);
  const partial = `${folder}.partial-${process.pid}`;
  const passwordFile = `${partial}.password`;
  try {
    await mkdir(partial, { mode: 0o700 });
    await user.own(partial);
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    await user.own(passwordFile);
    await runInitdb(partial, passwordFile, binaries, user);
    await rename(partial, folder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(partial, { recursive: true, force: true });
  }
}

/** Removes what killed attempts left, and keeps aside (never deletes) a data folder that is not a cluster. */
async function setAsideRemains(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  for (const name of await readdir(parent)) {
    if (name.startsWith(`${path.basename(folder)}.partial-`)) {
      await rm(path.join(parent, name), { recursive: true, force: true });
    }
  }
  if (existsSync(folder)) await rename(folder, `${folder}.incomplete-${Date.now()}`);
}

function runInitdb(
  folder: string,
  passwordFile: string,
  binaries: PostgresBinaries,
  user: ServerUser,
): Promise<void> {
  const { program, args, ...ids } = user.command(binaries.initdb, [
    `--pgdata=${folder}`,
    `--username=${ADMIN_ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorting and case mapping that are the same on every machine, whatever locales it has.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ]);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...ids, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk) => (complaint += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      if (/No space left|Disk quota/i.test(complaint)) {
        return reject(
          new PlainFault(`The disk that holds ${folder} is full. Free some space, then start again.`),
        );
      }
      reject(new Error(`PostgreSQL could not be initialised:\n${complaint.trim()}`));
    });
  });
}

/**
 * Refuses data of another major version, which this server cannot read.
 *
 * @throws PlainFault naming both versions
 */
export async function assertVersion(folder: string, ownMajor: string): Promise<void> {
  const major = (await readFile(path.join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (major === ownMajor) return;
  throw new PlainFault(
    `The data in ${folder} was written by PostgreSQL ${major}, and this Laurel brings PostgreSQL ${ownMajor}. Dump it with the Laurel that wrote it, or move the folder away to start afresh.`,
  );
}
