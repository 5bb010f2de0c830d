import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StaffService } from '../src/identity/staff.service.js';
import type { StaffRole } from '../src/identity/staff-roles.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;

const PASSWORD = 'a long enough password';
const addressOf = (role: StaffRole, slug: string) => `${role}@${slug}.example`;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  for (const { tenant } of [alpha, beta]) {
    for (const role of ['admin', 'editor', 'viewer'] as const) {
      const person = { email: addressOf(role, tenant.slug), displayName: role, role, password: PASSWORD };
      await app.app.get(StaffService).create(systemContext(tenant, 'test'), person);
    }
  }
}, 60_000);
afterAll(() => app.stop());

const staff = async (slug: string, role: StaffRole = 'editor'): Promise<TestClient> => {
  const client = app.client(slug);
  expect((await client.signInStaff(addressOf(role, slug), PASSWORD)).status).toBeLessThan(300);
  return client;
};
const path = (rest = '', society = alpha) => `/api/staff/activities/${society.activityId}/imports${rest}`;
const upload = (client: TestClient, to: string, content: string, name = 'file.csv') =>
  client.post(
    to,
    [
      '--boundary',
      `content-disposition: form-data; name="file"; filename="${name}"`,
      'content-type: text/csv',
      '',
      content,
      '--boundary--',
      '',
    ].join('\r\n'),
    { headers: { 'content-type': 'multipart/form-data; boundary=boundary' } },
  );
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('laurel-import-'));
const everything = () =>
  app.inspect(`
    select (select jsonb_agg(o order by o.id) from offerings o) as offerings,
      (select jsonb_agg(l order by l.id) from learners l) as learners,
      (select jsonb_agg(r order by r.id) from import_runs r) as runs
  `);

const PROGRAMME = 'Code,Title,Start,End\nP1,One,2026-04-23 09:00,2026-04-23 10:00';
const REGISTRANTS = 'Badge,First name,Last name\nU1,Una,Ito';

describe('uploading', () => {
  it('previews, applies, and lists what was applied, newest first', async () => {
    const client = await staff('alpha');
    const before = await everything();
    const preview = await upload(client, path('/programme?mode=preview&creditTypes=ama-pra-1'), PROGRAMME);
    expect(preview).toMatchObject({
      status: 200,
      body: { isApplied: false, fileName: 'file.csv', counts: { new: 1, removed: 6 }, faultCount: 0 },
    });
    expect(await everything()).toEqual(before);

    const to = path('/programme?mode=apply&creditTypes=ama-pra-1');
    expect(await upload(client, to, PROGRAMME)).toMatchObject({
      status: 409,
      body: { code: 'import.removes_sessions', removals: { sessions: 6, of: 6 } },
    });
    const accepted = `${to}&acceptRemovals=true`;
    expect(await upload(client, accepted, PROGRAMME, '..\\..\\pro/gramme.csv')).toMatchObject({
      status: 200,
      body: { isApplied: true, fileName: 'gramme.csv' },
    });
    expect(await app.inspect('select credits from offerings where code = $1', ['P1'])).toEqual([
      { credits: [{ creditType: 'ama-pra-1', amount: 100 }] },
    ]);
    const admin = await staff('alpha', 'admin');
    expect(await upload(admin, path('/registrants?mode=apply'), REGISTRANTS)).toMatchObject({
      body: { counts: { new: 1 } },
    });
    expect(
      await app.inspect(`
        select a.email, e.details->>'kind' as kind, e.subject_id = r.id as "isOfRun"
        from audit_events e join import_runs r on r.id = e.subject_id
        join staff_members s on e.actor = 'staff:' || s.id join accounts a on a.id = s.account_id
        where e.action = 'import.applied' order by e.id`),
    ).toEqual([
      { email: addressOf('editor', 'alpha'), kind: 'programme', isOfRun: true },
      { email: addressOf('admin', 'alpha'), kind: 'registrants', isOfRun: true },
    ]);

    const all = await client.get(path());
    expect(Object(all.body)).toMatchObject({
      items: [
        { kind: 'registrants', fileName: 'file.csv', counts: { new: 1 } },
        { kind: 'programme', fileName: 'gramme.csv', counts: { new: 1, removed: 6 } },
      ],
      nextCursor: null,
    });
    const first = Object((await client.get(path('?limit=1'))).body);
    const second = Object((await client.get(path(`?limit=1&cursor=${first.nextCursor}`))).body);
    expect([...first.items, ...second.items]).toEqual(Object(all.body).items);
    expect(Object((await (await staff('beta')).get(path('', beta))).body).items).toEqual([]);
    expect(leftovers()).toEqual([]);
  });

  it('gives a badge to another person only when that is accepted', async () => {
    const admin = await staff('alpha', 'admin');
    const given = 'Badge,First name,Last name,Tier\n100002,Zoe,Quist,Standard';
    const to = path('/registrants?mode=apply');
    expect(await upload(admin, to, given)).toMatchObject({
      status: 409,
      body: {
        code: 'import.gives_badges_away',
        otherPersons: {
          badges: 1,
          first: [{ badge: '100002', before: 'Elsa Lindqvist', after: 'Zoe Quist' }],
        },
      },
    });
    expect(await upload(admin, `${to}&acceptOtherPersons=true`, given)).toMatchObject({
      status: 200,
      body: { isApplied: true, counts: { changed: 1 } },
    });
  });

  it('answers the faults of a file, and leaves everything as it is', async () => {
    const client = await staff('alpha');
    const before = await everything();
    const faulty = 'Code,Title,Start,End\nP1,,2026-04-23 09:00,2026-04-23 10:00';
    const faults = [{ row: 2, field: 'title', code: 'field.required' }];
    expect(await upload(client, path('/programme?mode=preview'), faulty)).toMatchObject({
      status: 200,
      body: { faultCount: 1, faults },
    });
    expect(await upload(client, path('/programme?mode=apply'), faulty)).toMatchObject({
      status: 422,
      body: { code: 'import.refused', faultCount: 1, faults },
    });
    const to = path('/programme?mode=apply');
    const answers = [
      await client.post(to, '{}'),
      await client.post(to, 'x', { headers: { 'content-type': 'multipart/form-data; boundary=b' } }),
      await client.post(to, '--b--\r\n', { headers: { 'content-type': 'multipart/form-data; boundary=b' } }),
      await upload(client, path('/programme'), PROGRAMME),
      await upload(client, path('/programme?mode=apply&minutesPerCredit=0'), PROGRAMME),
      await upload(client, path('/programme?mode=apply&creditTypes=moon-dust'), PROGRAMME),
      await upload(client, path('/nothing?mode=apply'), PROGRAMME),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400, 404]);
    expect(await everything()).toEqual(before);
    expect(leftovers()).toEqual([]);
  });

  it('is for editors of this society, and who is registered for its admins', async () => {
    const before = await everything();
    const [viewer, editor, stranger, learner] = [
      await staff('alpha', 'viewer'),
      await staff('alpha', 'editor'),
      await staff('beta', 'admin'),
      app.client('alpha'),
    ];
    await learner.signIn('100001', 'Okafor');
    const to = path('/registrants?mode=apply');
    const answers = [
      await upload(viewer, to, REGISTRANTS),
      await upload(editor, to, REGISTRANTS),
      await upload(editor, path('/registrants?mode=preview'), REGISTRANTS),
      await upload(stranger, to, REGISTRANTS),
      await upload(learner, to, REGISTRANTS),
      await upload(app.client('alpha'), to, REGISTRANTS),
      await stranger.get(path()),
      await viewer.get(path()),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 404, 401, 401, 404, 403]);
    expect(await everything()).toEqual(before);
  });
});
