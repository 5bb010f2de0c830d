import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { TestClient } from './testing-client.js';
import { until } from './until.js';

const MAIN = 'dist/apps/api/src/main.js';
export const WORKER = 'dist/apps/api/src/worker.js';

/** The compiled API, or a worker, in a process of its own. */
export class ApiProcess {
  output = '';
  private constructor(
    readonly child: ChildProcess,
    readonly port: number,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => (this.output += String(chunk)));
  }

  static async start(settings: Record<string, string>, main = MAIN, port?: number): Promise<ApiProcess> {
    port ??= await freePort();
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env.PATH, PORT: String(port), LAUREL_BIND: '127.0.0.1', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ApiProcess(child, port);
  }

  async ready(): Promise<this> {
    await until(
      'the API to be ready',
      async () => {
        if (this.child.exitCode !== null) throw new Error(this.output);
        const answer = await this.client('x')
          .get('/health/ready')
          .catch(() => undefined);
        return answer?.status === 200 ? true : undefined;
      },
      40_000,
    );
    return this;
  }

  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  client(slug: string): TestClient {
    return new TestClient(this.port, `${slug}.localhost`);
  }
}

/** A port of this machine that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}
