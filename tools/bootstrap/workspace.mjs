import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder, wherever the command was started from. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A path inside the project. */
export const inRoot = (...parts) => path.join(root, ...parts);

/** Node 26, which the npm package `node` brings: the machine's own Node may be as old as 20. */
export const nodeBinary = inRoot(
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** The environment for everything we start: the project's Node and tools come first in the path. */
export const projectEnvironment = (extra = {}) => ({
  ...process.env,
  ...extra,
  PATH: [path.dirname(nodeBinary), inRoot('node_modules', '.bin'), process.env.PATH ?? ''].join(
    path.delimiter,
  ),
});
