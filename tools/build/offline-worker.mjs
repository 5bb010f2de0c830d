import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from './content-hash.mjs';

/** Where the worker is written, relative to the project's root. */
export const WORKER_SOURCE = 'apps/portal/offline/service-worker.js';

/**
 * Writes the service worker beside the built portal, with the scripts and styles of this build in it. Another build is
 * another worker, byte by byte: that is how browsers notice a release.
 *
 * @param {string} root the project's root folder
 * @param {string} folder the built portal
 */
export function writeOfflineWorker(root, folder) {
  const files = readdirSync(folder)
    .filter((name) => /\.(js|css)$/.test(name) && name !== 'sw.js')
    .sort()
    .map((name) => `/${name}`);
  const source = readFileSync(path.join(root, WORKER_SOURCE), 'utf8');
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const worker = source
    .replace('__RELEASE__', hashOf(source + page + files.join(' ')))
    .replace('__FILES__', files.join(' '));
  writeFileSync(path.join(folder, 'sw.js'), worker);
}
