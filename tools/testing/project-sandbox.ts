import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, processStart } from '../process/process-identity.mjs';
import { makeTemporaryFolder } from '../process/temporary-folder.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');

/** A tiny operator's command line: one table, and how many rows it has. */
const commandLine = `
import pg from 'pg';
const client = new pg.Client({ connectionString: process.env['DATABASE_MIGRATION_URL'] });
await client.connect();
const [command] = process.argv.slice(2);
if (command === 'migrate') await client.query('create table if not exists claim (n int); grant all on claim to laurel_app');
else console.log(command, (await client.query('select count(*)::int as n from claim')).rows[0].n);
await client.end();
`;

/** A tiny demo: one line. */
const demo = `console.log('rhythm is at http://rhythm.localhost:' + process.env['PORT']);`;

/** A tiny identity provider: says its own process, and ends when asked. */
const identityProvider = `
import { createServer } from 'node:http';
const server = createServer((request, response) => response.end(request.url === '/pid' ? String(process.pid) : 'here'));
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.({ ready: true }));
process.on('SIGTERM', () => process.exit(0));
`;

/** A tiny API: asks the database, answers 503 while it is away. */
const api = `
import { createServer } from 'node:http';
import pg from 'pg';
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'] });
pool.on('error', () => undefined);
const server = createServer((_, response) => {
  pool.query('select count(*) from claim').then(
    () => response.end('well'),
    () => response.writeHead(503).end('away'),
  );
});
server.listen(Number(process.env['PORT']), () => process.send?.({ ready: true }));
process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;

/** A running command of the sandbox. */
export interface Command {
  process: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  /** Waits until it prints something that matches. */
  prints(pattern: RegExp): Promise<string>;
  /** Waits for its end. */
  exit(): Promise<number | null>;
}

/**
 * A copy of this project's tools in a temporary folder, with small programs in the place of the API: the real
 * `npm start` runs on it, from building to stopping.
 */
export class ProjectSandbox {
  readonly folder = makeTemporaryFolder('laurel-start-', 200);
  readonly home = path.join(this.folder, '.laurel');
  private readonly commands: Command[] = [];

  constructor() {
    for (const name of ['tools', 'package.json', 'package-lock.json', '.swcrc']) {
      cpSync(path.join(root, name), path.join(this.folder, name), {
        recursive: true,
        // These stand on the real API.
        filter: (source) => !/^tools\/(demo|bench|generators)$/.test(path.relative(root, source)),
      });
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(this.folder, 'node_modules'));
    this.write('apps/api/src/cli.ts', commandLine);
    this.write('apps/api/src/main.ts', api);
    this.write('tools/demo/main.ts', demo);
    this.write('tools/demo/identity-provider-main.ts', identityProvider);
  }

  write(file: string, content: string): void {
    const full = path.join(this.folder, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, content);
  }

  run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Command {
    const child = spawn(process.execPath, args, {
      cwd: this.folder,
      // Not an npm script here: the test itself is the parent.
      env: { ...process.env, DATABASE_URL: '', npm_lifecycle_event: undefined, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const command: Command = {
      process: child,
      output: () => output,
      prints: (pattern) => this.prints(child, () => output, pattern),
      exit: () => ended,
    };
    this.commands.push(command);
    return command;
  }

  start(port: number, environment: NodeJS.ProcessEnv = {}): Command {
    return this.run(['tools/start.mjs'], { PORT: String(port), ...environment });
  }

  private async prints(child: ChildProcess, output: () => string, pattern: RegExp): Promise<string> {
    const end = performance.now() + 60_000;
    while (performance.now() < end) {
      if (pattern.test(output())) return output();
      if (child.exitCode !== null || child.signalCode !== null) break;
      await sleep(25);
    }
    throw new Error(`Nothing matched ${pattern.source} in:\n${output()}`);
  }

  /** The process that supervises API and database. */
  supervisor(): number {
    return this.pidIn('start/start.lock');
  }

  api(): number {
    return this.pidIn('start/api.json');
  }

  postgres(): number {
    return Number(readFileSync(path.join(this.home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  private pidIn(file: string): number {
    const value: unknown = JSON.parse(readFileSync(path.join(this.home, file), 'utf8'));
    if (typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number')
      return value.pid;
    throw new Error(`${file} names no process`);
  }

  /** Stops whatever still runs, and removes the folder. */
  async remove(): Promise<void> {
    for (const command of this.commands) {
      command.process.kill('SIGTERM');
      await command.exit();
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Waits until a process is gone. */
export async function gone(pid: number): Promise<boolean> {
  const end = performance.now() + 25_000;
  while (performance.now() < end) {
    if (!isAlive(pid) || processStart(pid) === undefined) return true;
    await sleep(25);
  }
  return false;
}

/** Asks until the answer is the wanted one; answers the last. */
export async function eventually(url: string, wanted: string): Promise<string> {
  let last = 'nothing';
  const end = performance.now() + 20_000;
  while (performance.now() < end && last !== wanted) {
    last = await fetch(url).then(
      (answer) => answer.text(),
      () => 'nothing',
    );
    if (last !== wanted) await sleep(50);
  }
  return last;
}
