import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createSocket } from 'node:net';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** What a service was asked, and what it answers. */
export interface Asked {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly id: string | undefined;
}
export type Answering = (asked: Asked) => Promise<{ status: number; body?: unknown }>;

/** A society's own service on this machine. */
export class RemoteService {
  readonly asked: Asked[] = [];
  answering: Answering = () => Promise.resolve({ status: 204 });

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<RemoteService> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The service has no port');
    const service = new RemoteService(server, `http://127.0.0.1:${String(address.port)}/`);
    server.on('request', (request, response) => {
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
        const { type, data } = JSON.parse(Buffer.concat(chunks).toString());
        const id = request.headers['webhook-id'];
        const asked = { type, data, id: typeof id === 'string' ? id : undefined };
        service.asked.push(asked);
        const { status, body } = await service.answering(asked);
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(body === undefined ? undefined : JSON.stringify(body));
      })();
    });
    return service;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Runs the example of the receiving side exactly as the plugin's README has it. */
export const startReadmeExample = async (
  secret: string,
): Promise<{ readonly url: string; readonly stop: () => void }> => {
  const readme = await readFile(path.join(ROOT, 'plugins/remote/README.md'), 'utf8');
  const code = /```js\n([\s\S]*?)```/.exec(readme)?.[1];
  if (code === undefined) throw new Error('The README has no example');
  const port = await freePort();
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', LAUREL_SECRET: secret, PORT: String(port) },
    stdio: 'ignore',
  });
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    stop: () => {
      child.kill();
    },
  };
};

const freePort = async (): Promise<number> => {
  const socket = createSocket();
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const address = socket.address();
  await new Promise((resolve) => socket.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port');
  return address.port;
};
