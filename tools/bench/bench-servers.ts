import path from 'node:path';
import { once } from 'node:events';
import { startApi } from '../start/api-process.js';
import { exitOf, startProgram } from '../start/child-program.js';
import { anyFreePort } from '../start/listening-port.js';
import { programs } from '../start/project-paths.js';
import type { BenchDatabase } from './bench-database.js';
import type { BenchSociety } from './bench-society.js';
import { LoopbackClient } from './loopback-client.js';

export interface BenchServer {
  readonly pid: number | undefined;
  readonly port: number;
  readonly client: LoopbackClient;
  stop(): Promise<void>;
}

/** The API as it runs in production, with its jobs left to a worker that nobody starts. */
export async function serveApi(
  { appUrl, home }: BenchDatabase,
  { tenant }: BenchSociety,
  connections: number,
): Promise<BenchServer> {
  const port = await anyFreePort();
  const api = await startApi({
    file: programs.api,
    home,
    port,
    signal: new AbortController().signal,
    environment: {
      ...process.env,
      PORT: String(port),
      LAUREL_BIND: '127.0.0.1',
      LAUREL_HOME: home,
      LAUREL_WORKER: 'separate',
      DATABASE_URL: appUrl,
      // One address asks for everything here.
      RATE_LIMIT_PER_MINUTE: '1000000',
    },
  });
  const client = new LoopbackClient(port, `${tenant.slug}.localhost`, connections);
  return { pid: api.pid, port, client, stop: () => closing(client, api.stop()) };
}

/** The handlers that the API is compared with, in a process of their own as well. */
export async function serveBare(
  { appUrl }: BenchDatabase,
  { tenant }: BenchSociety,
  connections: number,
): Promise<BenchServer> {
  const program = startProgram(path.join(import.meta.dirname, 'bare', 'main.js'), [tenant.id], {
    env: { ...process.env, DATABASE_URL: appUrl },
    stdio: ['ignore', 'inherit', 'inherit'],
    isOwnGroup: true,
  });
  const ended = exitOf(program);
  const first = await Promise.race([once(program, 'message'), ended]);
  const port: unknown = Array.isArray(first) ? first[0] : undefined;
  if (typeof port !== 'number') throw new Error('The bare handlers do not start');
  const client = new LoopbackClient(port, `${tenant.slug}.localhost`, connections);
  const stop = async () => {
    program.kill('SIGTERM');
    await ended;
  };
  return { pid: program.pid, port, client, stop: () => closing(client, stop()) };
}

const closing = async (client: LoopbackClient, stopped: Promise<void>) => {
  client.close();
  await stopped;
};
