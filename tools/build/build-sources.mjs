import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { filesBelow, hashOf, hashOfFiles } from './content-hash.mjs';

const MANIFEST = '.sources.json';

/** Files that take part in development only and never reach `dist`. */
const isLeftOut = (file) =>
  // Of the plain modules only those that compiled tools import are needed there.
  (file.endsWith('.mjs') && !file.startsWith('tools/process/')) ||
  /\.(spec|fixture)\.ts$|\.d\.m?ts$|\.md$|(^|\/)(tsconfig[^/]*|project|package)\.json$/.test(file) ||
  file.split('/').some((part) => part.startsWith('.') || part === '__snapshots__' || part === 'fixtures');

/** The folders that are compiled for Node; the portal and its parts are Angular's. */
function sourceFolders(root) {
  const each = (parent) =>
    existsSync(path.join(root, parent))
      ? readdirSync(path.join(root, parent), { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => `${parent}/${entry.name}/src`)
      : [];
  return [
    'apps/api/src',
    'tools',
    ...each('libs').filter((folder) => folder !== 'libs/ui/src'),
    ...each('plugins'),
  ];
}

/** What, besides a file itself, decides how it is compiled. */
function settingsHash(root, sources) {
  // An alias to a plugin resolves only once its index exists, so the list of entries belongs to the settings.
  const entries = sources.filter((file) => /^(libs|plugins)\/[^/]+\/src\/index\.ts$/.test(file));
  const here = path.relative(root, import.meta.filename);
  return hashOf(hashOfFiles(root, ['.swcrc', 'node_modules/@swc/core/package.json', here]) + entries.join());
}

function readManifest(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Absent or cut short by a kill: everything is built again.
    return { settings: '', files: {} };
  }
}

/** Writes through a neighbour file, so that a killed build never leaves half a module behind. */
function writeWhole(file, content) {
  mkdirSync(path.dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}.partial`;
  writeFileSync(partial, content);
  renameSync(partial, file);
}

function removeOutput(dist, output) {
  rmSync(path.join(dist, output), { force: true });
  let folder = path.dirname(path.join(dist, output));
  while (folder.startsWith(dist + path.sep) && existsSync(folder) && readdirSync(folder).length === 0) {
    rmdirSync(folder);
    folder = path.dirname(folder);
  }
}

/**
 * Compiles API, libraries, plugins and tools from TypeScript to `dist`, and copies the files beside them
 * (messages, templates, lists). Only what changed in content is touched; outputs of removed sources are deleted.
 *
 * @param {string} root the project's root folder
 * @param {string} dist where the outputs go; the folders below are those of the sources
 * @returns {Promise<{built: number, unchanged: number, removed: number, faults: {file: string, message: string}[]}>}
 */
export async function buildSources(root, dist) {
  const sources = sourceFolders(root)
    .flatMap((folder) => filesBelow(root, folder))
    .filter((file) => !isLeftOut(file));
  const manifestFile = path.join(dist, MANIFEST);
  const before = readManifest(manifestFile);
  const settings = settingsHash(root, sources);
  const known = before.settings === settings ? before.files : {};
  const files = {};
  const stale = [];

  for (const file of sources) {
    const content = readFileSync(path.join(root, file));
    const hash = hashOf(content);
    const output = file.replace(/\.ts$/, '.js');
    const isFresh = known[file]?.hash === hash && existsSync(path.join(dist, output));
    if (isFresh) files[file] = { hash, output };
    else stale.push({ file, content, hash, output });
  }

  const faults = [];
  if (stale.length > 0) {
    // Loaded only when needed: a start without changes does not pay for the compiler.
    const { transform } = createRequire(path.join(root, 'package.json'))('@swc/core');
    await Promise.all(
      stale.map(async ({ file, content, hash, output }) => {
        try {
          if (!file.endsWith('.ts')) {
            writeWhole(path.join(dist, output), content);
          } else {
            const filename = path.join(root, file);
            const name = path.basename(output);
            const result = await transform(content.toString('utf8'), {
              root,
              cwd: root,
              filename,
              sourceFileName: filename,
            });
            writeWhole(path.join(dist, output), `${result.code}//# sourceMappingURL=${name}.map\n`);
            writeWhole(path.join(dist, `${output}.map`), result.map ?? '{}');
          }
          files[file] = { hash, output };
        } catch (error) {
          faults.push({ file, message: error instanceof Error ? error.message : String(error) });
        }
      }),
    );
  }

  const current = new Set(sources.map((file) => file.replace(/\.ts$/, '.js')));
  const gone = Object.values(before.files).filter(({ output }) => !current.has(output));
  for (const { output } of gone) {
    removeOutput(dist, `${output}.map`);
    removeOutput(dist, output);
  }
  if (stale.length + gone.length > 0) writeWhole(manifestFile, JSON.stringify({ settings, files }));
  return {
    built: stale.length - faults.length,
    unchanged: sources.length - stale.length,
    removed: gone.length,
    faults,
  };
}
