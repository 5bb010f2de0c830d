import { execFile } from 'node:child_process';
import {
  access,
  constants,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { isRecord, stringIn } from './devtools-pipe.js';
import { messageOf } from './system-error.js';

const execute = promisify(execFile);

/** A Chromium that starts on this machine. */
export interface ChromiumInstallation {
  executablePath: string;
  source: 'environment' | 'package' | 'system';
  /** Variables its process needs beside the usual ones. */
  environment: Record<string, string>;
}

/** No Chromium was found; the message lists every place that was tried and why it did not serve. */
export class ChromiumNotFoundError extends Error {
  override readonly name = 'ChromiumNotFoundError';
}

const systemNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome-headless-shell',
  'microsoft-edge',
];

const systemPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Finds a Chromium: `CHROMIUM_PATH`, then the one inside the npm package @sparticuz/chromium (unpacked once into
 * `LAUREL_HOME`/chromium, default `.laurel/chromium`), then the system's.
 *
 * A `CHROMIUM_PATH` that does not start is an error rather than a reason to look elsewhere.
 * @throws ChromiumNotFoundError
 */
export async function findChromium(
  env: Readonly<Record<string, string | undefined>>,
): Promise<ChromiumInstallation> {
  const tried: string[] = [];
  if (env['CHROMIUM_PATH']) {
    const installation = await probe(env['CHROMIUM_PATH'], 'environment', {}, tried);
    if (installation) return installation;
    throw new ChromiumNotFoundError(`CHROMIUM_PATH does not name a Chromium that starts. ${tried.join(' ')}`);
  }
  const packaged = await fromPackage(resolve(env['LAUREL_HOME'] || '.laurel'), tried);
  if (packaged) return packaged;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...folders.flatMap((folder) => systemNames.map((name) => join(folder, name))),
    ...systemPaths,
  ];
  for (const candidate of candidates) {
    if (!(await isExecutable(candidate))) continue;
    const installation = await probe(candidate, 'system', {}, tried);
    if (installation) return installation;
  }
  throw new ChromiumNotFoundError(
    `No Chromium was found; install one or set CHROMIUM_PATH. Tried: ${tried.join(' ') || 'no candidates.'}`,
  );
}

/** Asks the binary for its version: a missing shared library shows here and not in the first certificate. */
async function probe(
  executablePath: string,
  source: ChromiumInstallation['source'],
  environment: Record<string, string>,
  tried: string[],
): Promise<ChromiumInstallation | undefined> {
  try {
    await execute(executablePath, ['--version'], {
      env: { ...process.env, ...environment },
      timeout: 20_000,
    });
    return { executablePath, source, environment };
  } catch (error) {
    tried.push(`${executablePath}: ${messageOf(error).trim().split('\n').slice(-2).join(' ')}`);
    return undefined;
  }
}

async function fromPackage(home: string, tried: string[]): Promise<ChromiumInstallation | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    tried.push(`@sparticuz/chromium: has no build for ${process.platform} ${process.arch}.`);
    return undefined;
  }
  let folder: string;
  try {
    folder = await unpack(join(home, 'chromium'));
  } catch (error) {
    tried.push(`@sparticuz/chromium: ${messageOf(error)}`);
    return undefined;
  }
  const executablePath = join(folder, 'chromium');
  const environment = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const plain = await probe(executablePath, 'package', environment, []);
  // The libraries beside it are for machines without libnss3; the machine's own are newer, so they go first.
  return (
    plain ??
    probe(
      executablePath,
      'package',
      { ...environment, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') },
      tried,
    )
  );
}

/**
 * Unpacks the package into a folder of its own. The package by itself unpacks to fixed names in the shared
 * temporary folder, where another user could plant a binary and where two processes see each other's half-written
 * files; so it runs in a child with a private temporary folder, which is then renamed into place as a whole.
 */
async function unpack(root: string): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest: unknown = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8'));
  const version = isRecord(manifest) ? stringIn(manifest, 'version') : 'unknown';
  const target = join(root, version);
  if (await isExecutable(join(target, 'chromium'))) return target;

  await mkdir(root, { recursive: true });
  const staging = await mkdtemp(join(root, 'unpacking-'));
  try {
    const program = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entry).href)}); await chromium.executablePath();`;
    await execute(process.execPath, ['--input-type=module', '--eval', program], {
      // The package unpacks its spare libraries only where it believes to run on Amazon Linux 2023.
      env: {
        PATH: process.env['PATH'],
        HOME: homedir(),
        TMPDIR: staging,
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
      },
      timeout: 120_000,
    });
    await writeFile(join(staging, 'fonts.conf'), fontConfiguration(target));
    await rename(staging, target);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another process may have been faster; its folder is as good as ours.
    if (!(await isExecutable(join(target, 'chromium')))) throw error;
  }
  await removeOtherVersions(root, version);
  return target;
}

/**
 * One font of its own, so that Chromium starts on a machine without any, then the machine's fonts as the last
 * resort for scripts that Laurel does not bundle.
 */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
}

async function removeOtherVersions(root: string, version: string): Promise<void> {
  const others = (await readdir(root)).filter((name) => name !== version && !name.startsWith('unpacking-'));
  for (const name of others) await rm(join(root, name), { recursive: true, force: true });
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false; // Absent or not ours to run: both mean "look further".
  }
}
