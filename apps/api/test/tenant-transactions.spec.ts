import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PATIENCE } from '../src/database/data-source.js';
import { lastly } from '../src/database/lastly.js';
import { Learner } from '../src/learners/learner.entity.js';
import type { TenantContext } from '../src/tenancy/tenant-context.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let societies: [Society, Society];
let contexts: [TenantContext, TenantContext];

beforeAll(async () => {
  // One connection only: whatever one tenant leaves on it, the other one meets.
  app = await startTestApp({ settings: { DATABASE_POOL_SIZE: '1' } });
  societies = [await app.createTenant('alpha'), await app.createTenant('beta')];
  contexts = [systemContext(societies[0].tenant, 'test'), systemContext(societies[1].tenant, 'test')];
}, 60_000);
afterAll(() => app.stop());

const learnersOf = (context: TenantContext) =>
  app.tenants.transaction(context, async (manager) => {
    const rows = await manager.query<{ id: string }[]>('select id from learners order by id');
    return rows.map(({ id }) => id);
  });
const ownIds = (society: Society) =>
  Object.values(society.learners)
    .map(({ learnerId }) => learnerId)
    .sort();
const expectApart = async () => {
  expect(await learnersOf(contexts[0])).toEqual(ownIds(societies[0]));
  expect(await learnersOf(contexts[1])).toEqual(ownIds(societies[1]));
};
const backendPid = (context: TenantContext) =>
  app.tenants.transaction(context, async (manager) => {
    const [row] = await manager.query<{ pid: number }[]>('select pg_backend_pid() as pid');
    return row?.pid;
  });

describe('one connection that serves two tenants in turn', () => {
  it('is one', async () => {
    expect(await backendPid(contexts[0])).toBe(await backendPid(contexts[1]));
  });

  it('shows each its own rows, many times over and at once', async () => {
    const turns = Array.from({ length: 40 }, (_, index) => index % 2);
    const seen = await Promise.all(turns.map((which) => learnersOf(which === 0 ? contexts[0] : contexts[1])));
    seen.forEach((ids, index) => {
      expect(ids).toEqual(ownIds(index % 2 === 0 ? societies[0] : societies[1]));
    });
  });

  it('stays apart after an error in the work, and keeps nothing of it', async () => {
    const failing = app.tenants.transaction(contexts[0], async (manager) => {
      await manager.query(`update learners set credentials = 'half-done'`);
      throw new Error('changed its mind');
    });
    await expect(failing).rejects.toThrow('changed its mind');
    await expectApart();
    expect(await app.inspect(`select 1 from learners where credentials = 'half-done'`)).toEqual([]);
  });

  it('stays apart after a statement that PostgreSQL refuses', async () => {
    const failing = app.tenants.transaction(contexts[0], (manager) => manager.query('select 1 / 0'));
    await expect(failing).rejects.toMatchObject({ driverError: { code: '22012' } });
    await expectApart();
  });

  it('stays apart after a statement that was cancelled', async () => {
    const cancelled = app.tenants.transaction(contexts[0], async (manager) => {
      await manager.query(`set local statement_timeout = '50ms'`);
      await manager.query('select pg_sleep(5)');
    });
    await expect(cancelled).rejects.toMatchObject({ driverError: { code: '57014' } });
    await expectApart();
    const [setting] = await app.tenants.platform((manager) => manager.query('show statement_timeout'));
    expect(setting).toEqual({ statement_timeout: '1min' });
  });

  it('stays apart after its backend was killed in the middle', async () => {
    const killed = app.tenants.transaction(contexts[0], async (manager) => {
      const [row] = await manager.query<{ pid: number }[]>('select pg_backend_pid() as pid');
      await app.inspect('select pg_terminate_backend($1)', [row?.pid]);
      await manager.query('select 1');
    });
    await expect(killed).rejects.toThrow();
    await expectApart();
  });

  it('keeps the tenant through transactions that the work opens inside', async () => {
    await app.tenants.transaction(contexts[0], async (manager) => {
      await manager.transaction((inner) => inner.query('select 1'));
      const undone = manager.transaction(async (inner) => {
        await inner.query(`update learners set credentials = 'inner'`);
        throw new Error('only the inner one');
      });
      await expect(undone).rejects.toThrow('only the inner one');
      expect(await manager.count(Learner)).toBe(ownIds(societies[0]).length);
    });
    expect(await app.inspect(`select 1 from learners where credentials = 'inner'`)).toEqual([]);
    await expectApart();
  });

  it('leaves no tenant behind on the connection', async () => {
    await learnersOf(contexts[0]);
    const outside = app.tenants.platform((manager) => manager.query('select id from learners'));
    await expect(outside).rejects.toMatchObject({
      driverError: { code: expect.stringMatching(/42704|22P02/) },
    });
    await expectApart();
  });

  it('writes nothing into another tenant', async () => {
    const [alpha, beta] = societies;
    const foreign = app.tenants.transaction(contexts[0], (manager) =>
      manager.query(
        `insert into learners (tenant_id, id, first_name, last_name, display_name, profession)
         values ($1, gen_random_uuid(), 'A', 'B', 'A B', 'nurse')`,
        [beta.tenant.id],
      ),
    );
    await expect(foreign).rejects.toMatchObject({ driverError: { code: '42501' } });
    const moved = app.tenants.transaction(contexts[0], (manager) =>
      manager.query('update learners set tenant_id = $1', [beta.tenant.id]),
    );
    await expect(moved).rejects.toThrow();
    const deleted = await app.tenants.transaction(contexts[0], (manager) =>
      manager.delete(Learner, { tenantId: beta.tenant.id }),
    );
    expect(deleted.affected).toBe(0);
    expect(await learnersOf(contexts[0])).toEqual(ownIds(alpha));
    await expectApart();
  });

  it('reads at a glance within the tenant, and takes values for nothing but values', async () => {
    const read = (which: 0 | 1, name: string) =>
      app.tenants.glance<{ id: string }>(
        contexts[which],
        {
          name: 'learners-called',
          text: 'select id from learners where last_name = $1 and $1 <> $2 order by id',
        },
        [name, `'; drop table learners; --`],
      );
    for (const which of [0, 1] as const) {
      const [row, ...more] = await read(which, 'Okafor');
      expect(row?.id).toBe(societies[which].learners['100001']?.learnerId);
      expect(more).toEqual([]);
    }
    for (const name of [`' or true --`, `\\' or true --`, `$2`, `';rollback;select id from learners;--`]) {
      expect(await read(0, name)).toEqual([]);
    }
    const failing = { name: 'failing', text: 'select 1 / 0' };
    await expect(app.tenants.glance(contexts[0], failing, [])).rejects.toMatchObject({ code: '22012' });
    await expect(app.tenants.glance(contexts[0], { name: 'lacking', text: 'select $1' }, [])).rejects.toThrow(
      /requires 1/,
    );
    await expectApart();
  });

  it('does the last statement with the commit, and answers by its rows', async () => {
    const rename = {
      name: 'rename-learners',
      text: 'update learners set credentials = $1 where credentials <> $1 returning id',
    };
    const renamed = await app.tenants.transaction(contexts[0], async (manager) => {
      await manager.query(`update learners set profession = 'other'`);
      return lastly({ ...rename, values: ['MD'] }, (rows) => rows.length);
    });
    const kept = await app.inspect(
      `select count(*)::int as count from learners where tenant_id = $1 and profession = 'other' and credentials = 'MD'`,
      [societies[0].tenant.id],
    );
    expect(kept).toEqual([{ count: ownIds(societies[0]).length }]);
    expect(renamed).toBeGreaterThan(0);
    await expectApart();
  });

  it('keeps nothing when the last statement fails, and says why', async () => {
    const failing = app.tenants.transaction(contexts[0], async (manager) => {
      await manager.query(`update learners set credentials = 'half-done'`);
      return lastly({ name: 'last-fails', text: 'select 1 / $1::int', values: [0] }, () => 'done');
    });
    await expect(failing).rejects.toMatchObject({ driverError: { code: '22012' } });
    expect(await app.inspect(`select 1 from learners where credentials = 'half-done'`)).toEqual([]);
    await expectApart();
  });

  it('acknowledges nothing when a failed statement was not heeded', async () => {
    const careless = app.tenants.transaction(contexts[0], async (manager) => {
      await manager.query(`update learners set credentials = 'half-done'`);
      await manager.query('select 1 / 0').catch(() => undefined);
      return 'done';
    });
    await expect(careless).rejects.toThrow(/rolled back/);
    expect(await app.inspect(`select 1 from learners where credentials = 'half-done'`)).toEqual([]);
    await expectApart();
  });

  it('lets nothing hold others up without end', async () => {
    const bounds = await app.tenants.transaction(contexts[0], (manager) =>
      manager.query<{ name: string; setting: string }[]>(
        `select name, setting from pg_settings where name = any($1) order by name`,
        [Object.keys(PATIENCE)],
      ),
    );
    expect(bounds).toEqual([
      { name: 'idle_in_transaction_session_timeout', setting: '60000' },
      { name: 'lock_timeout', setting: '10000' },
      { name: 'statement_timeout', setting: '60000' },
    ]);
  });

  it('asks for no transaction without a tenant', async () => {
    const nobody = { tenant: { id: `' or true --`, slug: 'x', name: 'x' } };
    await expect(app.tenants.transaction(nobody, async () => 1)).rejects.toThrow(/without a tenant/);
  });
});
