import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { hasCode } from '../process/error-code.js';
import { PlainFault } from '../process/plain-fault.mjs';
import { commandLine } from '../process/process-identity.mjs';

/** A program that listens on a port. */
export interface PortHolder {
  pid: number;
  /** Its command line, shortened. */
  name: string;
}

/** The error code of listening on the port, on every address or on one; `undefined` if it works. */
function tryPort(port: number, host?: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/** Any port that is free now. */
export function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('No port was given'));
      });
    });
  });
}

/** Whether something listens on the port, on all addresses or on 127.0.0.1 alone. */
export async function isPortTaken(port: number): Promise<boolean> {
  return (await tryPort(port)) === 'EADDRINUSE' || (await tryPort(port, '127.0.0.1')) === 'EADDRINUSE';
}

/**
 * Makes sure that the port can be listened on.
 *
 * @throws PlainFault naming the port, the program that holds it where that can be known, and another port
 */
export async function assertPortFree(port: number): Promise<void> {
  if ((await tryPort(port)) === 'EACCES') {
    throw new PlainFault(
      `This user may not listen on port ${port}; ports below 1024 are the system's. Take another: PORT=3000 npm start`,
    );
  }
  if (!(await isPortTaken(port))) return;
  const holder = findHolder(port);
  const by = holder === undefined ? 'another program' : `${holder.name} (process ${holder.pid})`;
  throw new PlainFault(
    `Port ${port} is in use by ${by}. Stop that program, or take another port: PORT=${port + 1} npm start`,
  );
}

/** Who listens on the port, as far as this user may know. */
export function findHolder(port: number): PortHolder | undefined {
  const pid = process.platform === 'linux' ? linuxHolder(port) : lsofHolder(port);
  if (pid === undefined) return undefined;
  const line = commandLine(pid) ?? 'a program';
  return { pid, name: line.length > 60 ? `${line.slice(0, 59)}…` : line };
}

/** /proc/net/tcp names the socket's inode; the process that has it open has a link to it. */
function linuxHolder(port: number): number | undefined {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  const inodes = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const row of readOr(table, '').split('\n').slice(1)) {
      const [, local, , state, , , , , , inode] = row.trim().split(/\s+/);
      const isListening = state === '0A';
      if (isListening && local?.endsWith(`:${wanted}`) === true && inode !== undefined)
        inodes.add(`socket:[${inode}]`);
    }
  }
  if (inodes.size === 0) return undefined;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const pid = pids.find((candidate) =>
    linksOf(path.join('/proc', candidate, 'fd')).some((link) => inodes.has(link)),
  );
  return pid === undefined ? undefined : Number(pid);
}

/** What a process has open; nothing for a process that is gone or another user's. */
function linksOf(folder: string): string[] {
  const ignoreGone = <T>(read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch (error) {
      if (hasCode(error, 'ENOENT', 'EACCES', 'ESRCH', 'EPERM')) {
        return otherwise;
      }
      throw error;
    }
  };
  return ignoreGone(() => readdirSync(folder), []).map((name) =>
    ignoreGone(() => readlinkSync(path.join(folder, name)), ''),
  );
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    // A kernel without IPv6 has no tcp6 table.
    return otherwise;
  }
}

function lsofHolder(port: number): number | undefined {
  try {
    const out = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t'], { encoding: 'utf8' });
    const pid = Number(out.trim().split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    // No lsof on this machine, or nothing that this user may see: then nobody can be named.
    return undefined;
  }
}
