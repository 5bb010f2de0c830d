import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MEMORY = '/dev/shm';

/**
 * Makes a folder for data that nobody needs afterwards, in memory where there is plenty: a test database then does
 * not wait for a disk that others use too.
 *
 * @param {string} prefix how its name begins
 * @param {number} megabytes how much room it may need; with less than four times as much in memory, the disk is used
 * @returns {string} its path; the caller removes it
 */
export const makeTemporaryFolder = (prefix, megabytes) =>
  mkdtempSync(path.join(freeInMemory() >= 4 * megabytes ? MEMORY : tmpdir(), prefix));

/** Where such folders may be. */
export const temporaryParents = () => (freeInMemory() > 0 ? [MEMORY, tmpdir()] : [tmpdir()]);

function freeInMemory() {
  if (process.platform !== 'linux') return 0;
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return (bavail * bsize) / 1_000_000;
  } catch (error) {
    if (error.code === 'ENOENT') return 0;
    throw error;
  }
}
