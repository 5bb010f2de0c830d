import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { inRoot, nodeBinary, projectEnvironment } from './workspace.mjs';

const PARENT_CHECK_MILLISECONDS = 1000;

/**
 * Runs a compiled module on the project's Node in this process's place: same terminal, same signals, same exit
 * code. The child holds a channel to us, so that it learns of our end even when we are killed.
 *
 * @param {string} entry below `dist`
 * @param {string[]} args its arguments
 */
export async function handOver(entry, args) {
  const file = inRoot('dist', entry);
  if (!existsSync(file)) {
    console.error(`There is nothing to run at ${file}. Was its source removed or renamed?`);
    process.exit(1);
  }
  const child = spawn(nodeBinary, ['--enable-source-maps', file, ...args], {
    env: projectEnvironment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // At a terminal Ctrl-C reaches the child by itself; a signal sent to us alone must be passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  watchParent(() => child.kill('SIGTERM'));

  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (...end) => resolve(end));
  });
  process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
}

/** When npm itself is killed, nobody could stop us any more: end with it. */
function watchParent(onGone) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) onGone();
  }, PARENT_CHECK_MILLISECONDS).unref();
}
