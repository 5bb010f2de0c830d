import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodeBinary, projectEnvironment } from '../bootstrap/workspace.mjs';
import { filesBelow, hashOfFiles } from './content-hash.mjs';
import { writeOfflineWorker } from './offline-worker.mjs';

const STAMP = '.portal.txt';

/** Everything the portal is made of; its tests are not. */
function portalInputs(root) {
  const folders = ['apps/portal', 'libs/ui', 'libs/api-client', 'libs/credit'];
  const sources = folders
    .flatMap((folder) => filesBelow(root, folder))
    .filter((file) => !/\.spec\.ts$/.test(file));
  return ['angular.json', 'tsconfig.base.json', 'package-lock.json', ...sources];
}

/**
 * Builds the Angular portal to `dist/portal` when something it is made of has changed. Angular checks the types
 * of components and templates, and the size budget, on the way.
 *
 * @param {string} root the project's root folder
 * @param {string} dist where the stamp is kept
 * @param {{force?: boolean}} options `force` builds even when nothing changed
 * @returns {Promise<{state: 'absent' | 'unchanged' | 'built' | 'failed', output: string}>}
 */
export async function buildPortal(root, dist, { force = false } = {}) {
  if (!existsSync(path.join(root, 'angular.json'))) return { state: 'absent', output: '' };
  const stampFile = path.join(dist, STAMP);
  const stamp = hashOfFiles(root, portalInputs(root));
  const isFresh =
    existsSync(path.join(dist, 'portal')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === stamp;
  if (isFresh && !force) return { state: 'unchanged', output: '' };

  const { code, output } = await run(root, [
    'node_modules/@angular/cli/bin/ng.js',
    'build',
    'portal',
    '--progress=false',
  ]);
  if (code !== 0) return { state: 'failed', output };
  mkdirSync(dist, { recursive: true });
  writeOfflineWorker(root, path.join(dist, 'portal'));
  writeFileSync(stampFile, stamp);
  return { state: 'built', output };
}

function run(root, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(nodeBinary, args, {
      cwd: root,
      env: projectEnvironment({ NG_CLI_ANALYTICS: 'false', NO_COLOR: '1' }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
