import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nextDailyTime } from '../src/jobs/daily-time.js';
import { PgBossQueue } from '../src/jobs/pg-boss-queue.js';
import { PurgeService } from '../src/purge/purge.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, TestClock, startTestApp } from './testing-app.js';
import type { Society } from './testing-society.js';
import { until } from './until.js';

const NOW = Temporal.Instant.from('2026-06-01T12:00Z');

let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp({ clock: new TestClock(NOW) });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  for (const society of [alpha, beta]) await addRows(society);
}, 60_000);
afterAll(async () => {
  await app.stop();
});

/** Rows named by what they are: `old` ones are to go, `kept` ones to stay, each at the edge of its rule. */
async function addRows({ tenant, learners, activityId }: Society): Promise<void> {
  const { learnerId } = learners['100001'] ?? {};
  await app.inspect(
    `insert into sign_ins (tenant_id, id, token_hash, csrf_token, expires_at, revoked_at)
     select $1::uuid, uuidv7(), name, '', $2::timestamptz + expires::interval, $2::timestamptz + revoked::interval
     from (values
       ('old expired', '-7 days -1 second', null),
       ('old revoked', '1 hour', '-7 days -1 second'),
       ('kept expired', '-6 days', null),
       ('kept revoked', '1 hour', '-6 days'),
       ('kept in force', '1 hour', null)
     ) as row (name, expires, revoked)`,
    [tenant.id, NOW.toString()],
  );
  await app.inspect(
    `insert into sign_in_throttles (tenant_id, key, window_started_at, failures)
     values ($1::uuid, 'old', $2::timestamptz - interval '25 hours', 3), ($1, 'kept', $2::timestamptz - interval '23 hours', 3)`,
    [tenant.id, NOW.toString()],
  );
  await app.inspect(
    `insert into idempotency_keys (tenant_id, learner_id, key, request_hash, response, created_at)
     select $1::uuid, $3::uuid, 'old ' || n, '', '{}'::jsonb, $2::timestamptz - interval '31 days' from generate_series(1, 2500) n
     union all
     select $1::uuid, $3::uuid, 'kept', '', '{}'::jsonb, $2::timestamptz - interval '29 days'`,
    [tenant.id, NOW.toString(), learnerId],
  );
  await app.inspect(
    `insert into hook_messages (tenant_id, activity_id, plugin, message_id, answer, received_at)
     values ($1::uuid, $3::uuid, 'remote', 'old', '{}', $2::timestamptz - interval '7 days 1 second'),
       ($1, $3, 'remote', 'kept', '{}', $2::timestamptz - interval '6 days')`,
    [tenant.id, NOW.toString(), activityId],
  );
}

const remaining = async ({ tenant }: Society) => {
  const rows = await app.inspect<{ name: string }>(
    `select token_hash as name from sign_ins where tenant_id = $1
     union all select 'throttle ' || key from sign_in_throttles where tenant_id = $1
     union all select 'hook ' || message_id from hook_messages where tenant_id = $1
     union all select 'answer ' || split_part(key, ' ', 1) || ' ' || count(*) from idempotency_keys where tenant_id = $1
       group by split_part(key, ' ', 1)`,
    [tenant.id],
  );
  return rows.map(({ name }) => name).sort();
};
const KEPT = ['answer kept 1', 'hook kept', 'kept expired', 'kept in force', 'kept revoked', 'throttle kept'];
const ALL = [...KEPT, 'answer old 2500', 'hook old', 'old expired', 'old revoked', 'throttle old'].sort();

describe('the daily purge', () => {
  it('waits for every active tenant once, each at its own time', async () => {
    const gone = await app.createTenant('gone');
    await app.inspect(`update tenants set status = 'suspended' where id = $1`, [gone.tenant.id]);
    expect(await app.inspect(`select name, cron, timezone from pgboss.schedule`)).toEqual([
      { name: 'jobs.daily', cron: '0 * * * *', timezone: 'UTC' },
    ]);
    const before = Temporal.Now.instant();
    await Promise.all([app.app.get(PgBossQueue).enqueueDaily(), app.app.get(PgBossQueue).enqueueDaily()]);
    const jobs = await app.inspect<{ tenant: string; at: Date }>(
      `select data->>'tenantId' as tenant, start_after as at from pgboss.job where name = 'purge' order by 1`,
    );
    expect(jobs.map(({ tenant, at }) => [tenant, at.getTime()])).toEqual(
      [alpha, beta]
        .map(({ tenant }) => tenant.id)
        .sort()
        .map((id) => [id, nextDailyTime('purge', id, before).epochMilliseconds]),
    );
  });

  it('deletes what has done its work, all of it, of the one tenant only', async () => {
    expect(await remaining(alpha)).toEqual(ALL);
    await app.inspect(
      `update pgboss.job set start_after = now() where name = 'purge' and data->>'tenantId' = $1`,
      [alpha.tenant.id],
    );
    await until('the purge', async () =>
      (await remaining(alpha)).some((name) => name.includes('old')) ? undefined : true,
    );
    expect(await remaining(alpha)).toEqual(KEPT);
    expect(await remaining(beta)).toEqual(ALL);
  }, 30_000);

  it('says what it deleted, finds nothing the second time, and stops when it is told', async () => {
    const context = systemContext(beta.tenant, 'test');
    const purge = app.app.get(PurgeService);
    await expect(purge.purge(context, AbortSignal.abort(new Error('out of time')))).rejects.toThrow(
      'out of time',
    );
    expect(await remaining(beta)).toEqual(ALL);
    expect(await purge.purge(context)).toMatchObject({
      'sign-ins': 2,
      'sign-in throttles': 1,
      'idempotency keys': 2_500,
      'hook messages': 1,
    });
    expect(await remaining(beta)).toEqual(KEPT);
    expect(Object.values(await purge.purge(context)).every((count) => count === 0)).toBe(true);
  });
});
