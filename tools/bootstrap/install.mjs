import { spawn } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { hashOf } from '../build/content-hash.mjs';
import { PlainFault } from '../process/plain-fault.mjs';
import { inRoot, nodeBinary, root } from './workspace.mjs';

const stampFile = inRoot('node_modules', '.laurel-install.txt');

/** Whether node_modules holds what package-lock.json asks for, on this platform. */
export function isInstalled() {
  const wanted = installStamp();
  if (!existsSync(nodeBinary)) return false;
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8') === wanted;
  // Someone ran npm themselves: compare what npm noted with the lock file, instead of doing it all again.
  if (!isWhatTheLockSays()) return false;
  writeFileSync(stampFile, wanted);
  return true;
}

/** Another platform or Node (a folder shared with a container) needs other binaries. */
const installStamp = () =>
  `${hashOf(readFileSync(inRoot('package-lock.json')))} ${process.platform}-${process.arch}`;

function isWhatTheLockSays() {
  const installedFile = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([folder, { version, optional, devOptional, link }]) =>
      folder === '' || link || optional || devOptional || installed[folder]?.version === version,
  );
}

/**
 * Installs exactly what package-lock.json says.
 *
 * @param {(detail: string) => void} say is told how far it is
 * @throws {PlainFault} with npm's own words when it fails
 */
export async function install(say) {
  const wanted = countWanted();
  const timer = setInterval(() => {
    const done = countPackages();
    say(done === 0 ? 'finding out what is needed' : `${done} of ${wanted} packages`);
  }, 1000);
  try {
    // Not `npm ci`: it refuses a lock file that lacks the optional packages of other platforms (SWC's and the
    // like), and with such a lock file only `npm install` finds the ones this machine needs. Everything that the
    // lock file does name is installed exactly as it says, and `--no-save` leaves the file as it is.
    await runNpm(['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  } finally {
    clearInterval(timer);
  }
  if (!existsSync(nodeBinary)) {
    throw new PlainFault(
      'npm ran, but did not install the package "node", which brings Node 26. Are install scripts switched off (ignore-scripts)? Allow them for this project: npm config set ignore-scripts false --location=project',
    );
  }
  say('');
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, installStamp());
}

/** The packages right below node_modules that are for this platform. */
function countWanted() {
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  const isForHere = (list, here) => list === undefined || list.includes(here);
  return Object.entries(packages).filter(
    ([folder, { os, cpu }]) =>
      /^node_modules\/(@[^/]+\/)?[^/]+$/.test(folder) &&
      isForHere(os, process.platform) &&
      isForHere(cpu, process.arch),
  ).length;
}

/** npm makes all folders at once and fills them one by one, so what counts is what is in them. */
function countPackages() {
  const modules = inRoot('node_modules');
  if (!existsSync(modules)) return 0;
  const names = readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(path.join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  return names.filter((name) => existsSync(path.join(modules, name, 'package.json'))).length;
}

function runNpm(args) {
  // npm may replace the very Node that runs this, so npm itself runs on the machine's.
  const node = machineNode();
  const npm = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const [program, ...before] = npm ? [node, npm] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...before, ...args], {
      cwd: root,
      env: { ...process.env, PATH: machinePath().join(path.delimiter), NODE_ENV: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: program.endsWith('.cmd'),
    });
    let words = '';
    const collect = (chunk) => (words += chunk);
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (cause) =>
      reject(new PlainFault('npm could not be started. Is it installed?', { cause })),
    );
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new PlainFault(`The packages could not be installed. npm says:\n\n${words.trim()}`));
    });
  });
}

/** The search path without the folders that npm puts in front for this project. */
const machinePath = () =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !path.resolve(folder).startsWith(inRoot('node_modules')));

function machineNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const folder of machinePath()) {
    try {
      accessSync(path.join(folder, name), constants.X_OK);
      return path.join(folder, name);
    } catch (error) {
      if (!['ENOENT', 'EACCES', 'ENOTDIR'].includes(error.code)) throw error;
    }
  }
  return process.execPath;
}
