import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSameProcess, ownIdentity } from './process-identity.mjs';

/** Says that another living process holds a lock; `owner` tells which. */
export class LockHeldError extends Error {
  constructor(file, owner) {
    super(`${file} is held by process ${owner.pid}`);
    this.name = 'LockHeldError';
    this.owner = owner;
  }
}

let sequence = 0;
const neighbour = (file, word) => `${file}.${process.pid}.${++sequence}.${word}`;

function readOwner(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return { text, owner: JSON.parse(text) };
  } catch {
    // A full disk can leave an empty file; nobody can be asked about it, so it counts as stale.
    return { text, owner: undefined };
  }
}

/**
 * Takes a lock that is a file naming its owner. The lock of a process that was killed is stale: its owner no
 * longer runs, or its id belongs to a later process. Such a lock is taken over at once.
 *
 * @param {string} file the lock file; its folder is made if need be
 * @returns {{release(): void}}
 * @throws {LockHeldError} if a living process holds it
 */
export function takeLock(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const text = JSON.stringify(ownIdentity());
  for (;;) {
    // The link appears with its content complete or not at all.
    const mine = neighbour(file, 'new');
    writeFileSync(mine, text, { mode: 0o600 });
    try {
      linkSync(mine, file);
      return releasable(file, text);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    } finally {
      rmSync(mine, { force: true });
    }
    const found = readOwner(file);
    if (found?.owner && isSameProcess(found.owner)) throw new LockHeldError(file, found.owner);
    if (found) discardStale(file, found.text);
  }
}

/** Moves a stale lock away; if another process replaced it in the meantime, its lock is put back. */
function discardStale(file, staleText) {
  const aside = neighbour(file, 'stale');
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  try {
    if (readFileSync(aside, 'utf8') !== staleText) linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function releasable(file, text) {
  const release = () => {
    process.off('exit', release);
    if (readOwner(file)?.text === text) rmSync(file, { force: true });
  };
  process.on('exit', release);
  return { release };
}

/**
 * Like `takeLock`, but waits for the owner.
 *
 * @param {string} file the lock file
 * @param {{milliseconds: number, onWait?: (owner: {pid: number}) => void}} patience how long; `onWait` is called once
 * @throws {LockHeldError} if it is still held after that time
 */
export async function waitForLock(file, { milliseconds, onWait }) {
  const end = performance.now() + milliseconds;
  for (let attempt = 0; ; attempt++) {
    try {
      return takeLock(file);
    } catch (error) {
      if (!(error instanceof LockHeldError) || performance.now() > end) throw error;
      if (attempt === 0) onWait?.(error.owner);
      await sleep(50);
    }
  }
}
