import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Mailer } from '../src/mail/mailer.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { ApiProcess, WORKER, freePort } from './testing-process.js';
import type { Society } from './testing-society.js';
import { until } from './until.js';

let app: TestApp;
let home: string;
const societies: Society[] = [];
const processes: ApiProcess[] = [];

async function startWorker(settings: Record<string, string> = {}): Promise<ApiProcess> {
  const port = await freePort();
  const worker = await ApiProcess.start(
    {
      DATABASE_URL: app.database.appUrl,
      LAUREL_HOME: home,
      LAUREL_WORKER: 'separate',
      WORKER_PORT: String(port),
      ...(process.env.CHROMIUM_PATH === undefined ? {} : { CHROMIUM_PATH: process.env.CHROMIUM_PATH }),
      ...settings,
    },
    WORKER,
    port,
  );
  processes.push(worker);
  return worker;
}

beforeAll(async () => {
  app = await startTestApp({ settings: { LAUREL_WORKER: 'separate' } });
  for (const slug of ['alpha', 'beta']) societies.push(await app.createTenant(slug));
  home = await mkdtemp(path.join(tmpdir(), 'laurel-worker-'));
}, 60_000);
afterEach(() => {
  for (const { child } of processes.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});
afterAll(async () => {
  await app.stop();
  await rm(home, { recursive: true, force: true });
});

const isWellByName = (body: unknown) =>
  Object.fromEntries(
    (Object(body).probes as { name: string; isWell: boolean }[]).map(({ name, isWell }) => [name, isWell]),
  );

describe('a worker with WORKER_PORT', () => {
  it('answers for its health, Chromium included, and counts the jobs it did; it serves nothing else', async () => {
    const worker = await (await startWorker()).ready();
    const client = worker.client('alpha');
    expect(await client.get('/health/live')).toMatchObject({ status: 200, body: { status: 'alive' } });
    expect(isWellByName((await client.get('/health/ready')).body)).toEqual({
      chromium: true,
      database: true,
      plugins: true,
      queue: true,
    });

    for (const { tenant } of societies) {
      const context = systemContext(tenant, 'test');
      await app.tenants.transaction(context, (manager) =>
        app.app
          .get(Mailer)
          .queue(manager, context, { key: 'hello', to: 'desk@example.org', subject: 'Hello', body: 'Hello' }),
      );
    }
    const metrics = await until('both mails to be counted', async () => {
      const answer = await client.get('/metrics');
      return answer.text.includes('laurel_jobs_total{name="mail.send",outcome="done"} 2')
        ? answer
        : undefined;
    });
    expect(metrics.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(metrics.text).toMatch(/^laurel_renderer_restarts \d+$/m);
    for (const address of ['/', '/api/tenant', '/api/session'])
      expect({ address, status: (await client.get(address)).status }).toEqual({ address, status: 404 });

    worker.child.kill('SIGTERM');
    expect(await worker.ended()).toBe(0);
  }, 90_000);

  it('is not ready without a Chromium, and gives its metrics to who has the token', async () => {
    const worker = await startWorker({
      CHROMIUM_PATH: path.join(home, 'no-chromium'),
      METRICS_TOKEN: 'a-long-enough-token',
    });
    const client = worker.client('alpha');
    const answer = await until(
      'the worker to answer',
      () => client.get('/health/ready').catch(() => undefined),
      40_000,
    );
    expect({ status: answer.status, probes: isWellByName(answer.body) }).toEqual({
      status: 503,
      probes: { chromium: false, database: true, plugins: true, queue: true },
    });
    const statuses: number[] = [];
    for (const token of ['', 'another-token-yet', 'a-long-enough-token']) {
      const { status } = await client.get('/metrics', { headers: { authorization: `Bearer ${token}` } });
      statuses.push(status);
    }
    expect(statuses).toEqual([404, 404, 200]);
  }, 60_000);
});

describe('a worker without WORKER_PORT', () => {
  it('listens on nothing', async () => {
    const worker = await startWorker({ WORKER_PORT: '', PORT: String(await freePort()) });
    await until(
      'the worker to do jobs',
      () => (worker.output.includes('The worker does jobs') ? true : undefined),
      40_000,
    );
    await expect(worker.client('alpha').get('/health/live')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  }, 60_000);
});
