import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { rhythm } from '../../../tools/demo/tenants/rhythm.js';
import { TenantSetupService } from '../src/operator/tenant-setup.service.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { until } from './until.js';

const FIRST_DAY = Temporal.PlainDate.from('2026-05-07');
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await apply(fileOf('beta'));
}, 60_000);
afterAll(() => app.stop());

const fileOf = (slug: string) => ({ ...rhythm(FIRST_DAY), slug, hosts: [`credit.${slug}.example`] });
const apply = (file: unknown) => app.app.get(TenantSetupService).apply(file);

/** Every row of the tenant, counted by table, and the revisions that caches hang on. */
async function rowsOf(slug: string) {
  const tables = await app.inspect<{ name: string }>(
    `select table_name as name from information_schema.columns where column_name = 'tenant_id' and table_schema = 'public'`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await app.inspect<{ count: number }>(
      `select count(*)::int from ${name} where tenant_id = (select id from tenants where slug = $1)`,
      [slug],
    );
    if (row !== undefined && row.count > 0) counts[name] = row.count;
  }
  const revisions = await app.inspect(
    `select a.id, a.programme_revision, w.revision from activities a join workflows w on w.activity_id = a.id
     where a.tenant_id = (select id from tenants where slug = $1) order by w.revision`,
    [slug],
  );
  return { counts, revisions };
}
const NOTHING = { counts: {}, revisions: [] };

describe('a tenant file', () => {
  it('is taken whole, and changes nothing the second time', async () => {
    const { id } = await apply(fileOf('alpha'));
    const first = await rowsOf('alpha');
    expect(first.counts).toMatchObject({ tenant_profiles: 1, activities: 1, workflows: 1, credit_types: 2 });
    expect(first.revisions).toEqual([{ id: expect.any(String), programme_revision: 1, revision: 1 }]);
    expect((await apply(fileOf('alpha'))).id).toBe(id);
    expect(await rowsOf('alpha')).toEqual(first);
  });

  it('raises the revision of an activity that it changes, and the host works at once', async () => {
    const file = fileOf('alpha');
    const [activity] = file.activities;
    const before = await rowsOf('beta');
    await apply({ ...file, activities: [{ ...activity, place: 'Online' }] });
    expect((await rowsOf('alpha')).revisions).toMatchObject([{ programme_revision: 2, revision: 1 }]);
    expect((await app.client('credit.alpha.example').get('/api/tenant')).body).toMatchObject({
      slug: 'alpha',
    });
    expect(await rowsOf('beta')).toEqual(before);
  });

  it('is refused with every value that means nothing, and nothing is stored', async () => {
    const file = fileOf('delta');
    const [activity] = file.activities;
    const faulty = {
      ...file,
      profile: { ...file.profile, wording: { cart: 7 } },
      activities: [
        {
          ...activity,
          startsOn: '2026-05-10',
          endsOn: '2026-05-07',
          maxima: { 'ama-pra-1': 'twenty' },
          forms: [{ key: 'overall', title: 'Overall', scope: 'activity', sections: [{ key: 's' }] }],
        },
      ],
    };
    const fields = (error: unknown) =>
      Object(error).details.faults.map(({ field, code }: { field: string; code: string }) => [field, code]);
    expect(fields(await apply(faulty).catch((error: unknown) => error))).toEqual([
      ['profile.wording', 'isWording'],
      ['activities.0.endsOn', 'isNotBefore'],
      ['activities.0.maxima', 'isMaxima'],
      ['activities.0.forms.0.sections', 'isSections'],
    ]);
    const credits = (maxima: unknown) => apply({ ...file, activities: [{ ...activity, maxima }] });
    for (const amount of [-1, Number.NaN, 1.234, 1e9, null, [1]]) {
      await expect(credits({ 'ama-pra-1': amount })).rejects.toMatchObject({ code: 'request.invalid' });
    }
    expect(await rowsOf('delta')).toEqual(NOTHING);
  });

  it('with a fault in its last part leaves nothing behind', async () => {
    const file = fileOf('gamma');
    const [activity] = file.activities;
    const faulty = { ...activity, code: 'LAST', workflow: [{ plugin: 'no-such-plugin', config: {} }] };
    await expect(apply({ ...file, activities: [activity, faulty] })).rejects.toMatchObject({
      code: 'workflow.invalid',
    });
    expect(await rowsOf('gamma')).toEqual(NOTHING);
    expect(await app.inspect(`select 1 from tenants where slug = 'gamma'`)).toEqual([]);
  });

  it('cut off in the middle leaves nothing behind, and can be applied again', async () => {
    const holder = new pg.Client({ connectionString: app.database.adminUrl });
    await holder.connect();
    try {
      await holder.query('begin; lock table workflows in exclusive mode');
      const cut = apply(fileOf('delta')).catch((error: unknown) => error);
      const pid = await until('the file to be half applied', async () => {
        const [waiting] = await app.inspect<{ pid: number }>(
          `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return waiting?.pid;
      });
      await app.inspect('select pg_terminate_backend($1)', [pid]);
      expect(await cut).toBeInstanceOf(Error);
    } finally {
      await holder.query('rollback');
      await holder.end();
    }
    expect(await rowsOf('delta')).toEqual(NOTHING);
    expect(await app.inspect(`select 1 from tenants where slug = 'delta'`)).toEqual([]);
    await apply(fileOf('delta'));
    expect((await rowsOf('delta')).counts).toEqual((await rowsOf('beta')).counts);
  }, 30_000);

  it('applied twice at once makes one society', async () => {
    const outcomes = await Promise.allSettled([apply(fileOf('epsilon')), apply(fileOf('epsilon'))]);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeLessThanOrEqual(1);
    for (const outcome of refused) {
      expect(outcome).toMatchObject({ reason: { code: 'request.invalid' } });
    }
    expect((await rowsOf('epsilon')).counts).toEqual((await rowsOf('beta')).counts);
  });

  it('cannot take another society’s host', async () => {
    const before = await rowsOf('beta');
    await expect(apply({ ...fileOf('thief'), hosts: ['credit.beta.example'] })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    expect(await rowsOf('thief')).toEqual(NOTHING);
    expect(await rowsOf('beta')).toEqual(before);
  });
});
