import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type TestApp, startTestApp } from './testing-app.js';
import { ApiProcess, WORKER } from './testing-process.js';
import { until } from './until.js';

let app: TestApp;
let home: string;
const processes: ApiProcess[] = [];
const start = async (settings: Record<string, string> = {}, main?: string) => {
  const started = await ApiProcess.start(
    { DATABASE_URL: app.database.appUrl, LAUREL_HOME: home, ...settings },
    main,
  );
  processes.push(started);
  return started;
};

beforeAll(async () => {
  app = await startTestApp();
  await app.createTenant('alpha');
  home = await mkdtemp(path.join(tmpdir(), 'laurel-process-'));
}, 60_000);
afterAll(async () => {
  for (const { child } of processes) if (child.exitCode === null) child.kill('SIGKILL');
  await app.stop();
  await rm(home, { recursive: true, force: true });
});

describe('the logs', () => {
  it('are lines of JSON with request ids and routes, and hold nothing of the person', async () => {
    const api = await (await start({ LOG_LEVEL: 'trace' })).ready();
    const client = api.client('alpha');
    await client.signIn('100004', 'Castellanos-Ortiz');
    await client.signIn('100004', 'Wrongname');
    await client.get('/api/session?q=Castellanos', { headers: { 'x-request-id': 'trace-me-1234' } });
    await client.patch('/api/profile', { displayName: 'Lucía Castellanos', credentials: 'RT(R)' });
    await client.post('/api/session', { badge: { nested: '100004' }, lastName: ['Castellanos'] });
    await client.get('/api/verifications/VERY-SECRET-CODE');
    const tokens = [...client.cookies.values(), client.csrfToken ?? ''];
    api.child.kill('SIGTERM');
    await api.ended();

    const lines = api.output.trim().split('\n');
    const parsed = lines.map((line): Record<string, unknown> => JSON.parse(line));
    expect(parsed.find(({ requestId }) => requestId === 'trace-me-1234')).toMatchObject({
      level: 'info',
      tenant: 'alpha',
      method: 'GET',
      route: '/api/session',
      status: '200',
      actor: 'learner',
    });
    expect(parsed.every(({ time, level }) => typeof time === 'string' && typeof level === 'string')).toBe(
      true,
    );
    for (const secret of [
      '100004',
      'Castellanos',
      'Wrongname',
      'Lucía',
      'VERY-SECRET',
      '127.0.0.1',
      ...tokens,
    ]) {
      expect(lines.filter((line) => secret !== '' && line.includes(secret))).toEqual([]);
    }
  }, 60_000);
});

describe('being told to stop', () => {
  it('accepts nothing new, answers what has begun, and ends well', async () => {
    const api = await (await start()).ready();
    const body = JSON.stringify({ badge: '100001', lastName: 'Okafor' });
    const outgoing = request({
      host: '127.0.0.1',
      port: api.port,
      method: 'POST',
      path: '/api/session',
      headers: {
        host: `alpha.localhost:${api.port}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    });
    const answered = once(outgoing, 'response');
    outgoing.write(body.slice(0, 10));
    await until('half a request', () => (outgoing.socket?.bytesWritten ? true : undefined));
    // Long enough for the server to have read the first half.
    await api.client('alpha').get('/api/tenant');

    api.child.kill('SIGTERM');
    await until('no new connections', () =>
      api
        .client('alpha')
        .get('/health/live')
        .then(
          () => undefined,
          (error: unknown) => (Object(error).code === 'ECONNREFUSED' ? true : undefined),
        ),
    );
    expect(api.child.exitCode).toBeNull();
    outgoing.end(body.slice(10));
    const [response] = await answered;
    expect(response.statusCode).toBe(201);
    response.resume();
    expect(await api.ended()).toBe(0);
  }, 60_000);

  it('takes the interruption of a terminal for the same', async () => {
    const api = await (await start()).ready();
    api.child.kill('SIGINT');
    expect(await api.ended()).toBe(0);
  }, 60_000);

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends a worker well, too, at %s',
    async (signal) => {
      const worker = await start({ LAUREL_WORKER: 'separate' }, WORKER);
      await until(
        'the worker to do jobs',
        () => {
          if (worker.child.exitCode !== null) throw new Error(worker.output);
          return worker.output.includes('The worker does jobs') ? true : undefined;
        },
        40_000,
      );
      worker.child.kill(signal);
      expect(await worker.ended()).toBe(0);
    },
    60_000,
  );
});

describe('starting', () => {
  it('refuses settings with faults, all of them at once, in plain sentences', async () => {
    const api = await start({ DATABASE_URL: 'nowhere', PORT: 'x', STORAGE: 'tape' });
    expect(await api.ended()).toBe(1);
    expect(api.output).toMatch(/^Laurel cannot start, because its settings have faults:\n(  - .*\n){3}$/);
  }, 30_000);

  it('refuses to run as the owner of the tables', async () => {
    const api = await start({ DATABASE_URL: app.database.ownerUrl });
    expect(await api.ended()).toBe(1);
    expect(api.output).toMatch(
      /The role laurel_owner owns the table \w+, so that societies would not be kept apart/,
    );
    expect(api.output).not.toMatch(/ at .*\.js/);
  }, 30_000);

  it('refuses to run as a superuser', async () => {
    const api = await start({ DATABASE_URL: app.database.adminUrl });
    expect(await api.ended()).toBe(1);
    expect(api.output).toMatch(/is a superuser and may bypass row-level security/);
  }, 30_000);

  it('says so when the database has no tables yet', async () => {
    const admin = new pg.Client({ connectionString: app.database.adminUrl });
    await admin.connect();
    await admin.query('drop database if exists laurel_blank');
    await admin.query('create database laurel_blank');
    try {
      const blank = new URL(app.database.appUrl);
      blank.pathname = '/laurel_blank';
      const api = await start({ DATABASE_URL: blank.href });
      expect(await api.ended()).toBe(1);
      expect(api.output).toMatch(
        /^The database has no table \w+. Bring it to this version with: npm run laurel -- migrate\n$/,
      );
    } finally {
      await admin.query('drop database laurel_blank with (force)');
      await admin.end();
    }
  }, 30_000);

  it('says so when the port is taken', async () => {
    const api = await start({ PORT: String(app.port) });
    expect(await api.ended()).toBe(1);
    expect(api.output).toMatch(new RegExp(`Port ${app.port} is in use by another program`));
  }, 30_000);
});

describe('an older Node', () => {
  it.each(['main', 'worker', 'cli'])('is told by %s what is needed, in a sentence', async (program) => {
    const words = ['--no-harmony-temporal', `dist/apps/api/src/${program}.js`];
    const old = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'] });
    let output = '';
    old.stderr.on('data', (chunk) => (output += String(chunk)));
    await once(old, 'close');
    expect(output).toMatch(
      /^Laurel needs Node 26 or newer, and this is v[\d.]+\. .*node_modules\/\.bin\/node\.\n$/,
    );
    expect(old.exitCode).toBe(1);
  });
});

describe('the operator’s command line', () => {
  it.each([
    ['--help', 0, /^Usage: laurel \[options\] \[command\]\n/],
    ['help tenant', 0, /^Usage: laurel tenant \[options\] \[command\]\n/],
    ['tenant apply --help', 0, /^Usage: laurel tenant apply \[options\] <file>\n/],
    ['tenant apply', 1, /^error: missing required argument 'file'\n$/],
    ['nonsense', 1, /^error: unknown command 'nonsense'\n$/],
  ])(
    'says what there is to say about `%s`, and no more',
    async (words, code, sentence) => {
      const command = spawn(process.execPath, ['dist/apps/api/src/cli.js', ...words.split(' ')], {
        env: { PATH: process.env.PATH, DATABASE_URL: app.database.appUrl },
        stdio: ['ignore', 'pipe', 'pipe'],
        // One that does not end shows how far it came.
        timeout: 50_000,
        killSignal: 'SIGKILL',
      });
      let output = '';
      for (const stream of [command.stdout, command.stderr])
        stream.on('data', (chunk) => (output += String(chunk)));
      await once(command, 'close');
      expect(output).toMatch(sentence);
      expect(output).not.toMatch(/^ +at /m);
      expect(command.exitCode).toBe(code);
    },
    60_000,
  );
});
