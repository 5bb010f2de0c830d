import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { TenantDatabase } from '../src/database/tenant-database.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';
import { until } from './until.js';

let app: TestApp;
let alpha: Society;
let beta: Society;
let learner: TestClient;
/** Holds locks on tables, so that requests that read them hang for as long as the test wants. */
let holder: pg.Client;

beforeAll(async () => {
  app = await startTestApp({
    settings: {
      LAUREL_MAX_CONCURRENT_REQUESTS: '6',
      LAUREL_MAX_WAITING_REQUESTS: '5',
      DATABASE_POOL_SIZE: '5',
    },
  });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  for (const name of ['alpha', 'beta']) await app.client(name).get('/api/tenant');
  learner = app.client('alpha');
  await learner.signIn('100001', 'Okafor');
  holder = new pg.Client({ connectionString: app.database.adminUrl });
  await holder.connect();
}, 60_000);
afterAll(async () => {
  await holder.end();
  await app.stop();
});

/** What reads or writes evidence hangs while `work` runs; everything else goes on. */
async function whileHanging<T>(work: () => Promise<T>): Promise<T> {
  await holder.query('begin; lock table evidence in access exclusive mode');
  try {
    return await work();
  } finally {
    await holder.query('rollback');
  }
}
const hang = () => learner.get(`/api/activities/${alpha.activityId}/itinerary`);
const queue = async () => {
  const { text } = await app.client('beta').get('/metrics');
  const count = (state: string) =>
    Number(
      new RegExp(`laurel_admission_requests{tenant="alpha",state="${state}"} (\\d+)`).exec(text)?.[1] ?? 0,
    );
  return { running: count('running'), waiting: count('waiting') };
};
/** Who was here a moment ago still has a share of the places; nothing tells when that is over. */
const othersAreGone = () => sleep(300);
const queueIs = (running: number, waiting: number) =>
  until(`${running} running and ${waiting} waiting`, async () => {
    const now = await queue();
    return now.running === running && now.waiting === waiting ? true : undefined;
  });

describe('the rush of one society', () => {
  it('waits, is refused beyond its bound with the time to come again, and is no delay for another', async () => {
    await othersAreGone();
    const answers = await whileHanging(async () => {
      const rush = Array.from({ length: 20 }, hang);
      // It is alone, so but for one place it has them all.
      await queueIs(5, 5);
      // Alpha hangs until we say otherwise: that beta is answered at all says enough.
      expect((await app.client('beta').signIn('100001', 'Okafor')).status).toBe(201);
      expect((await app.client('beta').get('/api/tenant')).status).toBe(200);
      expect((await app.client('beta').get('/health/ready')).status).toBe(200);
      expect(await queue()).toEqual({ running: 5, waiting: 5 });
      return rush;
    });
    const all = await Promise.all(answers);
    expect(all.filter(({ status }) => status === 200)).toHaveLength(10);
    const refused = all.filter(({ status }) => status === 503);
    expect(refused).toHaveLength(10);
    for (const { headers, body } of refused) {
      expect(headers['retry-after']).toBe('2');
      expect(body).toMatchObject({ code: 'service.busy' });
    }
    expect(await queue()).toEqual({ running: 0, waiting: 0 });
    const { text } = await app.client('beta').get('/metrics');
    expect(text).toContain('laurel_admission_refused_total{tenant="alpha"} 10');
    expect(text).toMatch(/laurel_admission_wait_seconds_count{tenant="beta"} [1-9]/);
  }, 30_000);

  it('gives up the places of clients that hang up while they wait, and keeps those of work under way', async () => {
    await othersAreGone();
    await whileHanging(async () => {
      const sockets = Array.from({ length: 10 }, () => openRequest());
      await queueIs(5, 5);
      for (const hangUp of sockets) hangUp();
      await queueIs(5, 0);
    });
    await queueIs(0, 0);
    expect((await hang()).status).toBe(200);
  }, 30_000);

  it('is kept apart from requests that are still being sent', async () => {
    const slow = Array.from({ length: 10 }, () => {
      const outgoing = request({
        port: app.port,
        method: 'PUT',
        path: `/api/activities/${alpha.activityId}/itinerary/${String(alpha.offeringIds[0])}`,
        headers: { ...headersOf(learner), 'content-type': 'application/json', 'content-length': '1000' },
      });
      outgoing.on('error', () => undefined);
      outgoing.write('{"offeringIds":[');
      return outgoing;
    });
    expect((await hang()).status).toBe(200);
    expect(await queue()).toEqual({ running: 0, waiting: 0 });
    for (const outgoing of slow) outgoing.destroy();
  });

  it('is held back at the database as well, wherever it comes from', async () => {
    const database = app.app.get(TenantDatabase);
    const read = ({ tenant }: Society) =>
      database.transaction(systemContext(tenant, 'test'), (manager) =>
        manager.query('select 1 from evidence'),
      );
    const results = await whileHanging(async () => {
      const rush = Array.from({ length: 50 }, () => read(alpha));
      await until('the rush', () => (database.poolStatus().waiting === 46 ? true : undefined));
      const others = await database.transaction(systemContext(beta.tenant, 'test'), (manager) =>
        manager.query('select 1 as one'),
      );
      expect(others).toEqual([{ one: 1 }]);
      return rush;
    });
    expect(await Promise.all(results)).toHaveLength(50);
  }, 30_000);
});

const headersOf = (client: TestClient) => ({
  host: `${client.host}:${app.port}`,
  cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  'x-csrf-token': client.csrfToken ?? '',
});

/** @returns hangs up */
function openRequest(): () => void {
  const outgoing = request({
    port: app.port,
    path: `/api/activities/${alpha.activityId}/itinerary`,
    headers: headersOf(learner),
    agent: false,
  });
  outgoing.on('error', () => undefined);
  outgoing.end();
  return () => outgoing.destroy();
}
