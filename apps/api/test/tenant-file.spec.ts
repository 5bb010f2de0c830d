import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { medquest } from '../../../tools/demo/tenants/medquest.js';
import { plastics } from '../../../tools/demo/tenants/plastics.js';
import { rhythm } from '../../../tools/demo/tenants/rhythm.js';
import { StaffService } from '../src/identity/staff.service.js';
import { TenantSetupService } from '../src/operator/tenant-setup.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import type { NewStep } from '../src/workflow/saved/workflows.service.js';
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

  it('says what it changed, or with a preview what it would change, whole activities in a line', async () => {
    const file = fileOf('told');
    const setup = app.app.get(TenantSetupService);
    expect((await setup.apply(file, { isPreview: true })).changes).toEqual(['new society']);
    expect(await rowsOf('told')).toEqual(NOTHING);
    expect((await setup.apply(file)).changes).toEqual(['new society']);
    expect((await setup.apply(file)).changes).toEqual([]);
    const before = await rowsOf('told');
    const [activity] = file.activities;
    if (activity === undefined) throw new Error('The society has no activity');
    const { maxima: _, ...withoutMaxima } = activity;
    const changed = {
      ...file,
      profile: { ...file.profile, shortName: 'Told' },
      activities: [
        {
          ...withoutMaxima,
          workflow: activity.workflow.filter(({ plugin }) => plugin !== 'required-evaluation'),
        },
        { ...activity, code: 'NEXT27', title: 'The next one' },
      ],
    };
    const would = await setup.apply(changed, { isPreview: true });
    expect(would.changes).toEqual(
      expect.arrayContaining([
        'activities.NEXT27: new',
        `activities.${activity.code}.workflow.required-evaluation: taken out`,
        expect.stringMatching(
          new RegExp(`^activities\\.${activity.code}\\.maxima\\.ama-pra-1: \\d+ → \\(none\\)$`),
        ),
        expect.stringMatching(/^profile\.short_name: .* → "Told"$/),
      ]),
    );
    expect(would.changes.filter((change) => change.includes('NEXT27'))).toHaveLength(1);
    expect(await rowsOf('told')).toEqual(before);
    expect((await setup.apply(changed)).changes).toEqual(would.changes);
  });

  it.each([
    'profile.statements',
    'profile.support',
    'profile.support.forgottenBadge',
    'profile.theme',
    'creditTypes',
  ])('without %s is refused in a sentence, and the society keeps its own', async (missing) => {
    const file: unknown = JSON.parse(JSON.stringify(fileOf('beta')));
    const path = missing.split('.');
    const last = path.pop() ?? '';
    const holder: object = path.reduce<object>((value, key) => Object(Reflect.get(value, key)), Object(file));
    for (const absent of [undefined, null]) {
      Reflect.set(holder, last, absent);
      const error: unknown = await apply(file).catch((thrown: unknown) => thrown);
      expect(Object(error).details.faults).toEqual([
        { field: missing, code: 'isDefined', message: `${last} is missing` },
      ]);
    }
  });

  it.each([[[]], ['text'], [null], [7]])('that is %j is refused in a sentence', async (file) => {
    const error: unknown = await apply(file).catch((thrown: unknown) => thrown);
    expect(Object(error).details.faults).toEqual([
      { field: '', code: 'isObject', message: 'the file must be one object, in braces' },
    ]);
  });

  it.each([plastics(FIRST_DAY, 'https://login.plastics.example'), medquest(FIRST_DAY)])(
    'of the demo’s $name names nothing that does not exist',
    async (file) => {
      await apply(file);
      expect((await rowsOf(file.slug)).revisions).toMatchObject([{ revision: 1 }]);
    },
  );

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

  it('is refused with every name of what does not exist, and says what does', async () => {
    const file = fileOf('delta');
    const [activity] = file.activities;
    const [first] = file.creditTypes;
    const faulty = {
      ...file,
      profile: {
        ...file.profile,
        professions: ['perfusionist'],
        wording: {
          cart: 'Credit Cart',
          cartAndCertificates: 'Both',
          'overlap.same-tiem': 'At one time.',
          'host.withdrawn': 'Gone { for good.',
          'claimed.ama-pra': 'Claimed',
          'nobody.says': 'This',
        },
      },
      creditTypes: [
        { ...first, audience: ['physician', 'perfusionist', 'physican'] },
        ...file.creditTypes.slice(1),
      ],
      activities: [
        {
          ...activity,
          maxima: { 'ama-pra': 20 },
          courses: [
            { code: 'C1', title: 'Course', learningFormat: 'enduring material', maxima: { aapa: 1 } },
          ],
          creditFromDuration: { creditTypes: ['ama-pra-1', 'ama'] },
        },
      ],
    };
    const error = await apply(faulty).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'request.invalid' });
    const { faults } = Object(error).details;
    expect(faults.map(({ field }: { field: string }) => field)).toEqual([
      'profile.wording.cartAndCertificates',
      'profile.wording.overlap.same-tiem',
      'profile.wording.host.withdrawn',
      'profile.wording.claimed.ama-pra',
      'profile.wording.nobody.says',
      'creditTypes.0.audience.2',
      'activities.0.maxima.ama-pra',
      'activities.0.courses.0.maxima.aapa',
      'activities.0.creditFromDuration.creditTypes.1',
    ]);
    const sentences = faults.map(({ message }: { message: string }) => message);
    expect(sentences[0]).toContain('There are: ');
    expect(sentences[1]).toContain('There are: at-once, rule.');
    expect(sentences[5]).toMatch(/There is no profession "physican"\. There are: physician, .*perfusionist/);
    expect(sentences[6]).toBe('There is no credit type "ama-pra". There are: ama-pra-1, participation.');
    expect(await rowsOf('delta')).toEqual(NOTHING);
  });

  it('is refused where steps name what the society does not have, by their place in the file', async () => {
    const file = fileOf('delta');
    const [activity] = file.activities;
    const mistyped = JSON.parse(
      JSON.stringify(activity)
        .replaceAll('"template":"cme"', '"template":"cmee"')
        .replaceAll('"hoursOf":["participation"]', '"hoursOf":["hours"]')
        .replaceAll('"professions":["technologist"]', '"professions":["technologists"]')
        .replaceAll(/"formKey":"[^"]*"/g, '"formKey":"overal"'),
    );
    const second = { ...activity, code: 'SECOND', workflow: [{ plugin: 'no-such-plugin' }] };
    const error = await apply({ ...file, activities: [mistyped, second] }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'workflow.invalid' });
    const { faults } = Object(error).details;
    expect(
      faults.map(({ field }: { field: string }) => field.replace(/workflow\.\d+/, 'workflow.n')),
    ).toEqual([
      'activities.0.workflow.n.config.forms.0.formKey',
      'activities.0.workflow.n.config.documents.0.template',
      'activities.0.workflow.n.config.professions.0',
      'activities.0.workflow.n.config.hoursOf.0',
      'activities.1.workflow.n.plugin',
    ]);
    expect(faults[1].message).toContain(
      'There is no certificate template "cmee". There are: asrt, cme, participation.',
    );
    expect(await rowsOf('delta')).toEqual(NOTHING);
  });

  it('does not undo what staff changed, unless it is told to, and says what differs', async () => {
    const { id } = await apply(fileOf('zeta'));
    const tenant = { id, slug: 'zeta', name: 'Zeta' };
    const [activity] = await app.inspect<{ id: string }>(`select id from activities where tenant_id = $1`, [
      id,
    ]);
    await app.app.get(StaffService).create(systemContext(tenant, 'test'), {
      email: 'admin@zeta.example',
      displayName: 'Admin',
      role: 'admin',
      password: 'a long password',
    });
    const admin = app.client('zeta');
    await admin.signInStaff('admin@zeta.example', 'a long password');
    const path = `/api/staff/activities/${activity?.id}/workflow`;
    const { revision, steps } = Object(await admin.get(path)).body;
    const changed = steps
      .filter(({ plugin }: { plugin: string }) => plugin !== 'attestation')
      .map(({ plugin, config, isEnabled }: NewStep) => ({
        plugin,
        isEnabled: isEnabled && plugin !== 'app-flags',
        config: plugin === 'claim-window' ? { ...config, closesAt: '2026-12-24T12:00' } : config,
      }));
    expect(await admin.put(path, { revision, steps: changed })).toMatchObject({ status: 200 });

    const before = await rowsOf('zeta');
    const error = await apply({ ...fileOf('zeta'), name: 'Renamed' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'workflow.kept' });
    expect(Object(error).details.faults.map(({ message }: { message: string }) => message)).toEqual([
      'SCR26, claim-window: closesAt is "2026-12-24T12:00", the file says "2026-07-05T23:59"',
      'SCR26, app-flags: the society switched it off',
      'SCR26, attestation: the file names it, the society took it out',
    ]);
    expect(await rowsOf('zeta')).toEqual(before);
    expect(await app.inspect(`select name from tenants where id = $1`, [id])).not.toEqual([
      { name: 'Renamed' },
    ]);

    await app.app.get(TenantSetupService).apply(fileOf('zeta'), { replacesWorkflows: true });
    expect((await rowsOf('zeta')).revisions).toMatchObject([
      { revision: 1 },
      { revision: 2 },
      { revision: 3 },
    ]);
    const audited = await app.inspect(
      `select details from audit_events where tenant_id = $1 and action = 'workflow.saved' and actor like 'system:%'`,
      [id],
    );
    expect(audited).toMatchObject([{ details: { revision: 3, replacesRevision: 2 } }]);
    // What the file itself has put in place is the file's to change.
    const [own] = fileOf('zeta').activities;
    const earlier = { ...own, workflow: own?.workflow.slice(1) };
    await apply({ ...fileOf('zeta'), activities: [earlier] });
    expect((await rowsOf('zeta')).revisions).toHaveLength(4);
  });

  it("lets new activities copy the society's workflow, each then its own", async () => {
    const file = fileOf('copies');
    const [activity] = file.activities;
    const workflow = activity?.workflow ?? [];
    const copies = ['COPY-ONE', 'COPY-TWO'].map((code) => ({ ...activity, code, workflow: [] }));
    const society = { ...file, workflow, activities: [...file.activities, ...copies] };
    await apply(society);
    const stepsOf = async (code: string) => {
      const [row] = await app.inspect<{ revision: number; steps: number }>(
        `select w.revision, jsonb_array_length(w.steps) as steps from activities a join workflows w on w.activity_id = a.id where a.code = $1
         order by w.revision desc limit 1`,
        [code],
      );
      return row;
    };
    const whole = { revision: 1, steps: workflow.length };
    expect(await stepsOf('COPY-ONE')).toEqual(whole);
    expect(await stepsOf('COPY-TWO')).toEqual(whole);

    // One goes its own way; what the society has for new ones reaches none that is there.
    const own = copies.map((copy, index) => (index === 0 ? { ...copy, workflow: workflow.slice(1) } : copy));
    await apply({ ...society, workflow: workflow.slice(2), activities: [...file.activities, ...own] });
    expect(await stepsOf('COPY-ONE')).toEqual({ revision: 2, steps: workflow.length - 1 });
    expect(await stepsOf('COPY-TWO')).toEqual(whole);
  });

  it("says of the society's workflow where it is at fault", async () => {
    const file = fileOf('faulty-copy');
    const copy = { ...file.activities[0], code: 'COPY-FAULTY', workflow: [] };
    const society = { ...file, workflow: [{ plugin: 'no-such-plugin' }], activities: [copy] };
    await expect(apply(society)).rejects.toMatchObject({
      code: 'workflow.invalid',
      details: { faults: [{ field: 'workflow.0.plugin' }] },
    });
  });

  it('refuses an activity that would have no rule; without steps the workflow it has stays', async () => {
    const file = fileOf('eta');
    const [activity] = file.activities;
    const off = activity?.workflow.map((step) => ({ ...step, isEnabled: false }));
    for (const workflow of [[], off]) {
      await expect(apply({ ...file, activities: [{ ...activity, workflow }] })).rejects.toMatchObject({
        code: 'workflow.invalid',
        details: { faults: [{ field: 'activities.0.workflow', code: 'steps.none' }] },
      });
      expect(await rowsOf('eta')).toEqual(NOTHING);
    }
    await apply(file);
    const { revisions } = await rowsOf('eta');
    await apply({ ...file, activities: [{ ...activity, workflow: [] }] });
    expect((await rowsOf('eta')).revisions).toEqual(revisions);
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
