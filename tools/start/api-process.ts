import type { ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainFault } from '../process/plain-fault.mjs';
import { isSameProcess, processStart } from '../process/process-identity.mjs';
import type { ProcessIdentity } from '../process/process-identity.mjs';
import { exitOf, startProgram } from './child-program.js';
import type { ExitCode } from './child-program.js';

const LOG_LIMIT_BYTES = 20_000_000;
const READY_MILLISECONDS = 90_000;
const GRACE_MILLISECONDS = 20_000;

/** The running API: HTTP and worker in one process. */
export interface ApiProcess {
  pid: number | undefined;
  /** Settles when the process ends, for whatever reason. */
  ended: Promise<ExitCode>;
  /** Lets it finish its requests and jobs, then ends it. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

/** Where the API's log and its note about itself are. */
export const apiLog = (home: string): string => path.join(home, 'logs', 'api.log');
const identityFile = (home: string): string => path.join(home, 'start', 'api.json');

/**
 * Starts the API and waits until it says that it is ready.
 *
 * @param options.file its compiled entry
 * @param options.environment with PORT, DATABASE_URL and the rest
 * @param options.signal gives up waiting and stops it again
 * @throws PlainFault with its last words when it ends or stays unready
 */
export async function startApi({
  file,
  home,
  port,
  environment,
  signal,
}: {
  file: string;
  home: string;
  port: number;
  environment: NodeJS.ProcessEnv;
  signal: AbortSignal;
}): Promise<ApiProcess> {
  if (!existsSync(file)) throw new PlainFault(`${file} is missing. Build it: npm run build`);
  const logFile = rotateLog(apiLog(home));
  const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
  const log = openSync(logFile, 'a', 0o600);
  const child = startProgram(file, [], { env: environment, stdio: ['ignore', log, log], isOwnGroup: true });
  closeSync(log);
  remember(child, home);
  const ended = exitOf(child).then((code) => {
    rmSync(identityFile(home), { force: true });
    return code;
  });
  const api = {
    pid: child.pid,
    ended,
    stop: () => stopApi(child, ended),
    kill: () => void child.kill('SIGKILL'),
  };

  if (!(await becomesReady(child, port, signal))) {
    await api.stop();
    signal.throwIfAborted();
    const words = readFileSync(logFile)
      .subarray(logStart)
      .toString('utf8')
      .trim()
      .split('\n')
      .slice(-40)
      .join('\n');
    throw new PlainFault(
      `The API does not start. Its last words (all of them are in ${logFile}):\n\n${words}`,
    );
  }
  return api;
}

function rotateLog(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return file;
}

/** Notes which process it is, for a later start that finds it without us. */
function remember(child: ChildProcess, home: string): void {
  if (child.pid === undefined) return;
  const identity: ProcessIdentity = { pid: child.pid, start: processStart(child.pid) ?? 'unknown' };
  mkdirSync(path.dirname(identityFile(home)), { recursive: true });
  writeFileSync(identityFile(home), JSON.stringify(identity));
}

async function becomesReady(child: ChildProcess, port: number, signal: AbortSignal): Promise<boolean> {
  const ready = new AbortController();
  child.on('message', (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'ready' in message && message.ready === true) {
      ready.abort();
    }
  });
  const end = performance.now() + READY_MILLISECONDS;
  while (!hasEnded(child) && performance.now() < end && !signal.aborted) {
    if (ready.signal.aborted || (await answersReady(port))) return true;
    await sleep(100);
  }
  return false;
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

async function answersReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(2_000),
    });
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    // Nothing listens yet.
    return false;
  }
}

async function stopApi(child: ChildProcess, ended: Promise<ExitCode>): Promise<void> {
  if (hasEnded(child)) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MILLISECONDS);
  await ended;
  clearTimeout(timer);
}

/** Ends the API of a start that was killed, if it still runs; it would hold the port. */
export async function stopOrphanedApi(home: string): Promise<boolean> {
  const identity = readIdentity(identityFile(home));
  if (identity === undefined || !isSameProcess(identity)) return false;
  for (const [signal, milliseconds] of [
    ['SIGTERM', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    process.kill(identity.pid, signal);
    const end = performance.now() + milliseconds;
    while (isSameProcess(identity) && performance.now() < end) await sleep(25);
    if (!isSameProcess(identity)) break;
  }
  rmSync(identityFile(home), { force: true });
  return true;
}

function readIdentity(file: string): ProcessIdentity | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('start' in value))
      return undefined;
    const { pid, start } = value;
    return typeof pid === 'number' && typeof start === 'string' ? { pid, start } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
