import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type TestApp, startTestApp } from './testing-app.js';
import type { TestClient } from './testing-client.js';
import { until } from './until.js';

let first: TestApp;
/** Begun after the societies were there, as after every restart: it knows where they live. */
let app: TestApp;
let learner: TestClient;
/** Holds the lock that keeps whoever looks for a society waiting. */
let holder: pg.Client;

beforeAll(async () => {
  first = await startTestApp();
  await first.createTenant('alpha');
  await first.createTenant('beta');
  app = await startTestApp({ database: first.database });
  learner = app.client('alpha');
  await learner.signIn('100001', 'Okafor');
  holder = new pg.Client({ connectionString: app.database.adminUrl });
  await holder.connect();
}, 60_000);
afterAll(async () => {
  await holder.end();
  await app.stop();
  await first.stop();
});

const flood = (size: number) =>
  Array.from({ length: size }, (_, index) =>
    app.client(`made-up-${String(index)}.localhost`).post('/api/session', { badge: '1', lastName: 'x' }),
  );
const waitingForTenants = async (): Promise<number> => {
  const { rows } = await holder.query<{ count: number }>(
    `select count(*)::int as count from pg_locks where relation = 'tenants'::regclass and not granted`,
  );
  return rows[0]?.count ?? 0;
};

describe('hosts at which nobody lives', () => {
  it('are looked for a few at a time, while the societies are served', async () => {
    await holder.query('begin; lock table tenants in access exclusive mode');
    const attack = flood(120);
    try {
      await until('the flood', async () => ((await waitingForTenants()) >= 4 ? true : undefined));
      expect((await learner.get('/api/session')).status).toBe(200);
      expect(await waitingForTenants()).toBe(4);
    } finally {
      await holder.query('rollback');
    }
    const answers = await Promise.all(attack);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(104);
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused).toHaveLength(16);
    for (const { headers } of refused) expect(headers['retry-after']).toBe('2');
  }, 30_000);

  it('take no place among the requests of societies', async () => {
    const answers = await Promise.all(flood(50));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(50).fill(404));
    const { text } = await app.client('alpha').get('/metrics');
    expect(text).toContain('laurel_admission_wait_seconds_count{tenant="alpha"}');
    expect(text).not.toMatch(/laurel_admission_\w+{tenant="-"/);
  });

  it('are found as soon as somebody lives there', async () => {
    expect((await app.client('gamma').get('/api/tenant')).status).toBe(404);
    await first.createTenant('gamma');
    await until('the society', async () =>
      (await app.client('gamma').get('/api/tenant')).status === 200 ? true : undefined,
    );
  }, 30_000);
});
