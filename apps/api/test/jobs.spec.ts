import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger, Module, type OnModuleInit } from '@nestjs/common';
import { type JobAttempt, JobQueue } from '../src/jobs/job-queue.js';
import { systemContext, type TenantContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { Society } from './testing-society.js';
import { until } from './until.js';

interface Run {
  tenant: string;
  data: Readonly<Record<string, unknown>>;
  attempt: Pick<JobAttempt, 'number' | 'isLast'>;
}
const runs: Run[] = [];
let failures = 0;

@Module({})
class TestJobs implements OnModuleInit {
  constructor(private readonly jobs: JobQueue) {}
  onModuleInit(): void {
    this.jobs.register(
      'test.note',
      { retryLimit: 2, retryDelaySeconds: 1 },
      async ({ tenant }, data, attempt) => {
        runs.push({ tenant: tenant.slug, data, attempt: { number: attempt.number, isLast: attempt.isLast } });
        if (failures > 0) {
          failures--;
          throw new Error(`secret of ${tenant.name}`);
        }
      },
    );
  }
}

let app: TestApp;
let second: TestApp;
let alpha: Society;
let beta: Society;
let context: TenantContext;
let jobs: JobQueue;

beforeAll(async () => {
  app = await startTestApp({ modules: [TestJobs] });
  second = await startTestApp({ modules: [TestJobs], database: app.database });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  context = systemContext(alpha.tenant, 'test');
  jobs = app.app.get(JobQueue);
}, 60_000);
afterAll(async () => {
  await second.stop();
  await app.stop();
});
beforeEach(() => {
  runs.length = 0;
});

const enqueue = (data: Record<string, unknown>, key?: string, whose = context) =>
  app.tenants.transaction(whose, (manager) =>
    jobs.enqueue(manager, whose, { name: 'test.note', data, ...(key === undefined ? {} : { key }) }),
  );
const ran = (count: number) => until(`${count} runs`, () => (runs.length >= count ? runs.length : undefined));
const waiting = () =>
  app.inspect<{ state: string }>(
    `select state from pgboss.job where name = 'test.note' and state in ('created', 'retry', 'active')`,
  );
const idle = () => until('no job left', async () => ((await waiting()).length === 0 ? true : undefined));

describe('a job', () => {
  it('runs in its tenant, and once though two processes wait for it', async () => {
    await enqueue({ what: 'first' });
    await ran(1);
    await idle();
    expect(runs).toEqual([
      { tenant: 'alpha', data: { what: 'first' }, attempt: { number: 1, isLast: false } },
    ]);
  });

  it('exists exactly when the transaction that caused it does', async () => {
    const undone = app.tenants.transaction(context, async (manager) => {
      await jobs.enqueue(manager, context, { name: 'test.note', data: { what: 'undone' } });
      throw new Error('changed its mind');
    });
    await expect(undone).rejects.toThrow('changed its mind');
    await enqueue({ what: 'done' });
    await ran(1);
    await idle();
    expect(runs.map(({ data }) => data)).toEqual([{ what: 'done' }]);
  });

  it('with a key waits once, each tenant for itself; without keys all of them do', async () => {
    await app.tenants.transaction(context, async (manager) => {
      for (const what of [1, 2, 3])
        await jobs.enqueue(manager, context, { name: 'test.note', data: { what }, key: 'k' });
      for (const what of [4, 5]) await jobs.enqueue(manager, context, { name: 'test.note', data: { what } });
    });
    await enqueue({ what: 6 }, 'k', systemContext(beta.tenant, 'test'));
    await ran(4);
    await idle();
    expect(runs.map(({ tenant, data }) => `${tenant} ${String(data.what)}`).sort()).toEqual([
      'alpha 1',
      'alpha 4',
      'alpha 5',
      'beta 6',
    ]);
  });

  it('with a key that waits for later begins as soon as anybody asks for it, and runs once', async () => {
    const ask = (what: string, startAfterSeconds?: number) =>
      app.tenants.transaction(context, (manager) =>
        jobs.enqueue(manager, context, {
          name: 'test.note',
          data: { what },
          key: 'later',
          ...(startAfterSeconds === undefined ? {} : { startAfterSeconds }),
        }),
      );
    await ask('waits an hour', 3_600);
    await ask('waits longer', 7_200);
    const [waits] = await app.inspect<{ isAnHour: boolean }>(
      `select start_after between now() + interval '59 minutes' and now() + interval '61 minutes' as "isAnHour"
       from pgboss.job where name = 'test.note' and state = 'created'`,
    );
    expect(waits).toEqual({ isAnHour: true });
    await ask('now');
    await ran(1);
    await idle();
    expect(runs.map(({ data }) => data['what'])).toEqual(['waits an hour']);
  });

  it('is tried again when it fails, knows its last attempt, and stores nothing of the error', async () => {
    failures = 3;
    await enqueue({ what: 'failing' });
    await ran(3);
    await idle();
    expect(runs.map(({ attempt }) => attempt)).toEqual([
      { number: 1, isLast: false },
      { number: 2, isLast: false },
      { number: 3, isLast: true },
    ]);
    expect(await app.inspect(`select 1 from pgboss.job where output::text like '%secret%'`)).toEqual([]);
    const page = await app.client('alpha').get('/metrics');
    const other = await second.client('alpha').get('/metrics');
    const failed = [page, other].flatMap(
      ({ text }) => text.match(/laurel_jobs_total{name="test.note",outcome="failed"} 1/) ?? [],
    );
    expect(failed).toHaveLength(1);
  }, 30_000);

  it('of a closed tenant is dropped, and the log of each process says so once', async () => {
    const warnings = jest.spyOn(Logger.prototype, 'warn');
    const gone = await app.createTenant('gone');
    await app.inspect(`update tenants set status = 'suspended' where slug = 'gone'`);
    for (const what of ['late', 'later', 'last', 'the very last']) {
      await enqueue({ what }, undefined, systemContext(gone.tenant, 'test'));
    }
    await enqueue({ what: 'other' });
    await ran(1);
    await idle();
    const said = warnings.mock.calls.filter(([words]) => Object(words).tenantId === gone.tenant.id);
    warnings.mockRestore();
    expect([1, 2]).toContain(said.length);
    expect(Object(said[0]?.[0]).msg).toMatch(/^A job was dropped, because its society is retired;/);
    expect(runs.map(({ data }) => data.what)).toEqual(['other']);
  });

  it('that nobody does is refused where it is asked for', async () => {
    const unknown = app.tenants.transaction(context, (manager) =>
      jobs.enqueue(manager, context, { name: 'test.nobody', data: {} }),
    );
    await expect(unknown).rejects.toThrow(/Nobody does jobs called test.nobody/);
  });
});
