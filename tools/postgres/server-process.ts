import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from '../process/error-code.js';
import { PlainFault } from '../process/plain-fault.mjs';
import { commandLine, isAlive, processStart } from '../process/process-identity.mjs';
import type { PostgresBinaries } from './binaries.js';
import type { ServerUser } from './server-user.js';

const LOG_LIMIT_BYTES = 10_000_000;

/** What `postmaster.pid` says: the server's process and port. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** Reads `postmaster.pid`, or `undefined` when there is none that makes sense. */
export async function readPostmaster(dataFolder: string): Promise<Postmaster | undefined> {
  let lines: string[];
  try {
    lines = (await readFile(path.join(dataFolder, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number.isInteger(port) ? port : 0 } : undefined;
}

/**
 * The server that runs on this data folder, if any. A process id in a left-over `postmaster.pid` may by now
 * belong to some other program, which must neither be adopted nor stopped: only a process that was started with
 * this very data folder is ours. A stale file is removed, because PostgreSQL itself would refuse to start when
 * the id is alive.
 */
export async function findRunning(dataFolder: string): Promise<Postmaster | undefined> {
  const postmaster = await readPostmaster(dataFolder);
  if (postmaster === undefined) return undefined;
  if (processStart(postmaster.pid) !== undefined) {
    const line = commandLine(postmaster.pid);
    // Where the command line cannot be read, PostgreSQL's own check of the file has to do.
    if (line === undefined || line.includes(`-D ${dataFolder}`)) return postmaster;
  }
  await rm(path.join(dataFolder, 'postmaster.pid'), { force: true });
  return undefined;
}

/** A port of 127.0.0.1 that is free now: the wanted one if possible, else any. */
export async function freePort(wanted: number): Promise<number> {
  const attempt = (port: number): Promise<number | undefined> =>
    new Promise((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(undefined));
      probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
        const address = probe.address();
        probe.close(() =>
          resolve(typeof address === 'object' && address !== null ? address.port : undefined),
        );
      });
    });
  const port = (wanted > 0 ? await attempt(wanted) : undefined) ?? (await attempt(0));
  if (port === undefined) throw new PlainFault('No port is free on 127.0.0.1 for the embedded PostgreSQL.');
  return port;
}

/** What a server is started with. */
export interface ServerOptions {
  dataFolder: string;
  logFile: string;
  port: number;
  /** `false` trades safety against a power cut for speed: for tests, whose data nobody needs. */
  durable: boolean;
}

/**
 * Starts the server as a process of its own, in its own group, so that a Ctrl-C at the terminal reaches only
 * whoever supervises it and the API can finish its requests first.
 *
 * @returns its process id; it accepts connections later
 */
export async function spawnServer(
  { dataFolder, logFile, port, durable }: ServerOptions,
  binaries: PostgresBinaries,
  user: ServerUser,
): Promise<number> {
  await limitLog(logFile);
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    jit: 'off',
    ...(durable
      ? {}
      : {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          wal_level: 'minimal',
          max_wal_senders: '0',
        }),
  };
  const { program, args, ...ids } = user.command(binaries.postgres, [
    '-D',
    dataFolder,
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ]);
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(program, args, {
      ...ids,
      cwd: dataFolder,
      detached: true,
      stdio: ['ignore', log, log],
    });
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('spawn', () => {
        child.unref();
        if (child.pid === undefined) reject(new Error('PostgreSQL started without a process id'));
        else resolve(child.pid);
      });
    });
  } finally {
    closeSync(log);
  }
}

async function limitLog(logFile: string): Promise<void> {
  try {
    if ((await stat(logFile)).size > LOG_LIMIT_BYTES) await rm(logFile);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

/**
 * Stops a server: first as one should (connections are ended, data is flushed), then, if that takes longer than
 * `patience` milliseconds, at once; the next start replays its log.
 */
export async function stopServer(pid: number, patience = 15_000): Promise<void> {
  for (const [signal, milliseconds] of [
    ['SIGINT', patience],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isRunning(pid)) return;
    process.kill(pid, signal);
    const end = performance.now() + milliseconds;
    while (isRunning(pid) && performance.now() < end) await sleep(20);
  }
  if (isRunning(pid)) throw new Error(`PostgreSQL (process ${pid}) does not stop`);
}

/** Whether the process runs; one that has ended and only awaits its parent does not. */
export const isRunning = (pid: number): boolean => isAlive(pid) && processStart(pid) !== undefined;
