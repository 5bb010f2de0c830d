import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDemoIdentityProvider } from '../../../tools/demo/demo-identity-provider.js';
import { createTestDatabase } from '../../../tools/testing/database.js';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const READY_MILLISECONDS = 60_000;

/** The whole of Laurel in processes of its own, with the demo's societies, as `npm start` runs it. */
export interface RunningLaurel {
  /** E.g. `http://rhythm.localhost:41234`. */
  address(slug: string): string;
  /** Where mails and files are. */
  home: string;
  /** Runs an operator's command, e.g. `['tenant', 'apply', file]`, in the same database. */
  operate(words: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Loads the demo into a database of its own and starts the compiled API with the compiled portal. */
export async function startLaurel(): Promise<RunningLaurel> {
  if (!existsSync(path.join(root, 'dist/portal'))) throw new Error('The portal is not built: npm run build');
  const database = await createTestDatabase();
  const home = mkdtempSync(path.join(tmpdir(), 'laurel-e2e-'));
  const port = await freePort();
  const identity = await startDemoIdentityProvider(0, port);
  const environment = {
    ...process.env,
    PORT: String(port),
    LAUREL_HOME: home,
    DATABASE_URL: database.appUrl,
    DATABASE_MIGRATION_URL: database.ownerUrl,
    LAUREL_LOOPBACK_PROVIDERS: 'on',
    LAUREL_DEMO_ISSUER: identity.issuer,
    // Signing in several times a minute is what tests do.
    NODE_ENV: 'test',
  };
  await run(['dist/tools/demo/main.js'], environment);
  const api = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/api/src/main.js'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [api.stdout, api.stderr]) stream.on('data', (chunk) => said.push(String(chunk)));
  await becomesReady(api, port, said);
  return {
    home,
    address: (slug) => `http://${slug}.localhost:${String(port)}`,
    operate: (words) => run(['dist/apps/api/src/cli.js', ...words], environment),
    stop: async () => {
      if (api.exitCode === null) {
        const ended = once(api, 'exit');
        api.kill('SIGTERM');
        await ended;
      }
      await identity.stop();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function run(words: string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)));
  const [code]: unknown[] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${words.join(' ')} failed:\n${said.join('')}`);
}

async function becomesReady(api: ChildProcess, port: number, said: string[]): Promise<void> {
  const until = Date.now() + READY_MILLISECONDS;
  while (Date.now() < until && api.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/health/ready`).catch(() => undefined);
    if (answer?.ok === true) return;
    await sleep(200);
  }
  api.kill('SIGKILL');
  throw new Error(`Laurel did not become ready:\n${said.join('').slice(-4_000)}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('There is no free port');
  return address.port;
}
