import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { DevToolsPipe } from './devtools-pipe.js';
import type { ChromiumInstallation } from './find-chromium.js';
import { hasSystemCode } from './system-error.js';

const startTimeoutMs = 20_000;
const profilePrefix = 'laurel-chromium-';

/**
 * No network at all, whatever a page tries: every name is unknown, and addresses go to a proxy that nobody
 * serves (loopback included). Each page also aborts its own requests; this is the wall behind that.
 */
const isolationFlags = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-extensions',
  '--disable-webgl',
  '--no-pings',
  '--no-first-run',
  '--no-default-browser-check',
];

const printFlags = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--mute-audio',
  // Glyphs keep the outlines and widths of the font, the same on every machine.
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-features=Translate,MediaRouter,OptimizationHints,PaintHolding',
];

export interface ChromiumLaunch {
  installation: ChromiumInstallation;
  /** Chromium refuses its sandbox to root; only an operator may decide to run without one. */
  noSandbox: boolean;
}

/** Chromium's sandbox does not work for root, and nobody has allowed to do without. */
export class SandboxRequiredError extends Error {
  override readonly name = 'SandboxRequiredError';
}

/** One running browser; ends with this process, because its pipes do. */
export class ChromiumProcess {
  readonly pid: number;
  readonly devtools: DevToolsPipe;
  /** Settles when the browser has ended, for whatever reason. */
  readonly exited: Promise<void>;
  /** True once `end` was called: what fails after that is not the fault of a document. */
  isEnding = false;
  private readonly child: ChildProcess;
  private readonly profile: string;

  private constructor(child: ChildProcess, pid: number, profile: string) {
    this.child = child;
    this.pid = pid;
    this.profile = profile;
    const [, , , input, output] = child.stdio;
    if (!isWritable(input) || !isReadable(output)) throw new Error('Chromium was started without its pipes.');
    this.devtools = new DevToolsPipe(input, output);
    this.exited = new Promise((resolve) => {
      child.once('exit', () => {
        this.devtools.close();
        resolve(rm(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
      });
    });
  }

  /**
   * Starts a browser and waits for its first answer.
   * @throws SandboxRequiredError as root without `noSandbox`; Error when it does not start within 20 s.
   */
  static async launch({ installation, noSandbox }: ChromiumLaunch): Promise<ChromiumProcess> {
    if (process.getuid?.() === 0 && !noSandbox) {
      throw new SandboxRequiredError(
        'Chromium keeps its sandbox only for ordinary users. Run Laurel as one, or allow `noSandbox` explicitly.',
      );
    }
    await removeAbandonedProfiles();
    const profile = await mkdtemp(join(tmpdir(), `${profilePrefix}${process.pid}-`));
    const child = spawn(
      installation.executablePath,
      [
        ...printFlags,
        ...isolationFlags,
        ...(noSandbox ? ['--no-sandbox'] : []),
        `--user-data-dir=${profile}`,
      ],
      {
        stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
        // A process group of its own: Ctrl-C reaches us and not the browser that still draws a certificate.
        detached: true,
        env: { ...browserEnvironment(), ...installation.environment },
      },
    );
    const complaints = lastLines(child);
    try {
      const pid = await startedPid(child);
      const browser = new ChromiumProcess(child, pid, profile);
      await browser.firstAnswer(complaints);
      return browser;
    } catch (error) {
      await rm(profile, { recursive: true, force: true });
      throw error;
    }
  }

  /** Ends the browser and all its processes at once. Resolves when it is gone. */
  end(): Promise<void> {
    this.isEnding = true;
    try {
      process.kill(-this.pid, 'SIGKILL');
    } catch {
      this.child.kill('SIGKILL'); // No such group any more, or no groups on this system.
    }
    return this.exited;
  }

  private async firstAnswer(complaints: () => string): Promise<void> {
    const timer = setTimeout(() => void this.end(), startTimeoutMs);
    try {
      await this.devtools.send('Browser.getVersion');
    } catch (error) {
      await this.end();
      throw new Error(`Chromium did not start. ${complaints()}`, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Chromium needs no secret of ours: it gets the few variables that name folders and nothing else. */
function browserEnvironment(): Record<string, string> {
  const passed = [
    'PATH',
    'HOME',
    'TMPDIR',
    'LANG',
    'TZ',
    'FONTCONFIG_PATH',
    'FONTCONFIG_FILE',
    'LD_LIBRARY_PATH',
  ];
  return Object.fromEntries(
    passed.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function startedPid(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      if (child.pid === undefined) reject(new Error('Chromium has no process id.'));
      else resolve(child.pid);
    });
  });
}

function lastLines(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (data: Buffer) => {
    text = (text + data.toString('utf8')).slice(-2000);
  });
  return () => text.trim();
}

/** Profiles of processes that were killed before they could tidy up. */
async function removeAbandonedProfiles(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = new RegExp(`^${profilePrefix}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch((error: unknown) => {
      // Another user's folder is another user's to remove.
      if (!hasSystemCode(error, 'EPERM', 'EACCES')) throw error;
    });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasSystemCode(error, 'EPERM');
  }
}

function isWritable(stream: unknown): stream is Writable {
  return typeof stream === 'object' && stream !== null && 'write' in stream;
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'on' in stream;
}
