import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainFault } from '../process/plain-fault.mjs';
import { exitOf, startProgram } from './child-program.js';
import { anyFreePort, isPortTaken } from './listening-port.js';
import { programs } from './project-paths.js';

const READY_MILLISECONDS = 30_000;
const RESTART_MILLISECONDS = 1_000;

/** The demo's identity provider: the sign-in of a society's own website, beside Laurel. */
export interface IdentityProcess {
  /** Its issuer identifier, which the demo's society names. */
  issuer: string;
  stop(): Promise<void>;
}

/**
 * Starts the provider on the port after Laurel's, or on any free one, and keeps it running until it is stopped.
 *
 * @throws PlainFault when it does not come up
 */
export async function startIdentityProvider(home: string, laurelPort: number): Promise<IdentityProcess> {
  const next = laurelPort + 1;
  const port = next > 65_535 || (await isPortTaken(next)) ? await anyFreePort() : next;
  const stopping = new AbortController();
  let child = start(home, port, laurelPort);
  if (!(await becomesReady(child))) {
    child.kill('SIGKILL');
    throw new PlainFault(`The demo's identity provider does not start. Why is in ${logFile(home)}`);
  }
  const keep = async (): Promise<void> => {
    for (;;) {
      await exitOf(child);
      await sleep(RESTART_MILLISECONDS, undefined, { ref: false });
      if (stopping.signal.aborted) return;
      child = start(home, port, laurelPort);
    }
  };
  void keep();
  return {
    issuer: `http://identity.localhost:${String(port)}`,
    async stop() {
      stopping.abort();
      child.kill('SIGTERM');
      await exitOf(child);
    },
  };
}

const logFile = (home: string): string => path.join(home, 'logs', 'identity-provider.log');

function start(home: string, port: number, laurelPort: number): ChildProcess {
  mkdirSync(path.dirname(logFile(home)), { recursive: true });
  const log = openSync(logFile(home), 'w', 0o600);
  const child = startProgram(programs.identityProvider, [String(port), String(laurelPort)], {
    env: process.env,
    stdio: ['ignore', log, log],
    isOwnGroup: true,
  });
  closeSync(log);
  return child;
}

const becomesReady = (child: ChildProcess): Promise<boolean> =>
  Promise.race([
    new Promise<boolean>((resolve) => child.once('message', () => resolve(true))),
    exitOf(child).then(() => false),
    sleep(READY_MILLISECONDS, false, { ref: false }),
  ]);
