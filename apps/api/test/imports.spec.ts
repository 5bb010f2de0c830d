import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { Activity } from '../src/catalogue/activity.entity.js';
import { CreditType } from '../src/catalogue/credit-type.entity.js';
import type { ImportReport } from '../src/catalogue/imports/import-report.js';
import { ProgrammeImportService } from '../src/catalogue/imports/programme-import.service.js';
import { Claim } from '../src/claims/claim.entity.js';
import { ClaimLine } from '../src/claims/claim-line.entity.js';
import { DomainError } from '../src/problem/domain-error.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { Society } from './testing-society.js';

const DATA = path.join(process.env.LAUREL_TEST_DATA ?? path.resolve('..', 'shared', 'data'), 'schedules');
const hasData = existsSync(DATA);
if (!hasData) console.warn(`Real programmes are not at ${DATA}; their tests are skipped.`);
const withData = hasData ? it : it.skip;

let app: TestApp;
let alpha: Society;
let beta: Society;
let programmes: ProgrammeImportService;

const contextOf = (society: Society) => systemContext(society.tenant, 'test');
const text = (content: string) => Readable.from([Buffer.from(content)]);
const apply = (society: Society, activityId: string, content: string, options = {}): Promise<ImportReport> =>
  programmes.apply(contextOf(society), activityId, text(content), { fileName: 'programme.csv', ...options });

/** An empty activity of its own for a test, in Boston's time. */
async function newActivity(society: Society): Promise<string> {
  const id = uuid();
  await app.tenants.transaction(contextOf(society), async (manager) => {
    const { programmeRevision: _, ...activity } = await manager.findOneByOrFail(Activity, {
      id: society.activityId,
    });
    const durationCredit = { creditTypes: ['ama-pra-1'], minutesPerCredit: 60, exceptTypes: ['Exhibit'] };
    await manager.insert(Activity, { ...activity, id, code: id.slice(-8), durationCredit });
  });
  return id;
}

const offeringsOf = (activityId: string) =>
  app.inspect<Record<string, unknown>>(
    `select * from offerings where activity_id = $1 order by code, source_key`,
    [activityId],
  );
const revisionOf = async (activityId: string): Promise<unknown> =>
  (await app.inspect<Record<string, unknown>>('select * from activities where id = $1', [activityId]))[0]?.[
    'programme_revision'
  ];
/** Everything in both tenants that a refused import must leave alone. */
const everything = () =>
  app.inspect(`
    select (select jsonb_agg(o order by o.id) from offerings o) as offerings,
      (select jsonb_agg(a order by a.id) from activities a) as activities,
      (select jsonb_agg(r order by r.id) from import_runs r) as runs
  `);
const refusal = async (work: Promise<unknown>): Promise<DomainError> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw new Error('It was not refused', { cause: error });
  return error;
};

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  programmes = app.app.get(ProgrammeImportService);
  await app.tenants.transaction(contextOf(alpha), (manager) =>
    manager.insert(CreditType, {
      tenantId: alpha.tenant.id,
      key: 'ancc',
      name: 'ANCC contact hours',
      shortName: 'ANCC',
      unit: { one: 'contact hour', other: 'contact hours' },
      audience: ['nurse'],
      position: 1,
    }),
  );
}, 60_000);
afterAll(() => app.stop());

const HEADER = 'Code,Title,Date,Start,End,Room,Type,Highlight,Tier,Speakers';
const OPENING = 'A1,Opening,2026-04-23,9:00 AM,10:20 AM,Hall A,Plenary,yes,,Ada Obi; Bo Li';
const SUMMIT = 'A2,AF Summit,2026-04-23,10:30,12:00,Hall B,Summit,,Premier,';
const COFFEE = 'A3,Coffee,2026-04-23,10:20,10:30,Foyer,Break,,,';
const STANDS = 'A4,Stands,2026-04-23,10:20,12:20,Foyer,Exhibit,,,';
const csv = (...rows: string[]) => [HEADER, ...rows].join('\r\n');

describe('a programme', () => {
  it('is previewed without a change, then taken whole, with credit by duration', async () => {
    const activityId = await newActivity(alpha);
    const content = csv(OPENING, SUMMIT, COFFEE, STANDS);
    const before = await everything();
    const options = { fileName: 'programme.csv' };
    const preview = await programmes.preview(contextOf(alpha), activityId, text(content), options);
    expect(preview).toEqual({
      isApplied: false,
      fileName: 'programme.csv',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      rowCount: 4,
      counts: { new: 4, changed: 0, unchanged: 0, withdrawn: 0, removed: 0 },
      faults: [],
      faultCount: 0,
    });
    expect(await everything()).toEqual(before);

    expect(await apply(alpha, activityId, content)).toEqual({ ...preview, isApplied: true });
    const rows = await offeringsOf(activityId);
    expect(rows.map(({ code, credits }) => [code, credits])).toEqual([
      ['A1', [{ creditType: 'ama-pra-1', amount: 125 }]],
      ['A2', [{ creditType: 'ama-pra-1', amount: 150 }]],
      ['A3', []],
      ['A4', []],
    ]);
    expect(rows[0]).toMatchObject({
      tenant_id: alpha.tenant.id,
      title: 'Opening',
      starts_at: new Date('2026-04-23T13:00:00Z'),
      ends_at: new Date('2026-04-23T14:20:00Z'),
      room: 'Hall A',
      is_highlight: true,
      speakers: ['Ada Obi', 'Bo Li'],
      withdrawn_at: null,
    });
    expect(rows[1]?.['tier']).toBe('Premier');
    expect(await revisionOf(activityId)).toBe(1);
  });

  it('changes nothing when it is imported again', async () => {
    const activityId = await newActivity(alpha);
    const content = csv(OPENING, SUMMIT, COFFEE);
    await apply(alpha, activityId, content);
    const before = await offeringsOf(activityId);
    const again = await apply(alpha, activityId, content);
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 3, withdrawn: 0, removed: 0 });
    expect(await offeringsOf(activityId)).toEqual(before);
    expect(await revisionOf(activityId)).toBe(1);
  });

  it('keeps the identity of what changes, and moves no other', async () => {
    const activityId = await newActivity(alpha);
    await apply(alpha, activityId, csv(OPENING, SUMMIT, COFFEE));
    const before = await offeringsOf(activityId);
    const moved = SUMMIT.replace('Hall B', 'Hall Z').replace('12:00', '11:30');
    const report = await apply(alpha, activityId, csv(COFFEE, moved, OPENING));
    expect(report.counts).toEqual({ new: 0, changed: 1, unchanged: 2, withdrawn: 0, removed: 0 });
    const after = await offeringsOf(activityId);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect([after[0], after[2]]).toEqual([before[0], before[2]]);
    expect(after[1]).toMatchObject({ room: 'Hall Z', credits: [{ creditType: 'ama-pra-1', amount: 100 }] });
    expect(await revisionOf(activityId)).toBe(2);
  });

  it('takes credits from its own columns, and changes when the rule does', async () => {
    const activityId = await newActivity(alpha);
    const stated = `Code,Title,Start,End,Credits: AMA PRA 1,Credits: ANCC contact hours
B1,One,2026-04-23 09:00,2026-04-23 12:00,2.5,3
B2,Two,2026-04-23 09:00,2026-04-23 12:00,0,`;
    await apply(alpha, activityId, stated);
    const rows = await offeringsOf(activityId);
    expect(rows.map(({ credits }) => credits)).toEqual([
      [
        { creditType: 'ama-pra-1', amount: 250 },
        { creditType: 'ancc', amount: 300 },
      ],
      [],
    ]);
    const plain = 'Code,Title,Start,End\nB3,Three,2026-04-23 09:00,2026-04-23 10:00';
    await apply(alpha, activityId, plain);
    const both = { creditTypes: ['ama-pra-1', 'ancc'], minutesPerCredit: 50, exceptTypes: [] };
    const report = await apply(alpha, activityId, plain, { durationCredit: both });
    expect(report.counts).toMatchObject({ changed: 1 });
    expect((await offeringsOf(activityId))[0]?.['credits']).toEqual([
      { creditType: 'ama-pra-1', amount: 125 },
      { creditType: 'ancc', amount: 125 },
    ]);
    const unknown = { creditTypes: ['aapa'], minutesPerCredit: 60, exceptTypes: [] };
    expect(await refusal(apply(alpha, activityId, plain, { durationCredit: unknown }))).toMatchObject({
      code: 'request.invalid',
    });
  });

  it('is refused whole with every fault, by row and field', async () => {
    const activityId = await newActivity(alpha);
    await apply(alpha, activityId, csv(OPENING));
    const before = await everything();
    const faulty = `Code,Title,Start,End,Credits: AMA PRA 1,Credits: Moon dust
C1,Fine,2026-04-23 09:00,2026-04-23 10:00,1,
C2,,2026-04-23 09:00,2026-04-23 10:00,1,
C3,Backwards,2026-04-23 11:00,2026-04-23 10:00,1,
C4,Odd,2026-04-23 09:00,2026-04-23 10:00,1.1,2`;
    const options = { fileName: 'x.csv' };
    const preview = await programmes.preview(contextOf(alpha), activityId, text(faulty), options);
    expect(preview.counts).toEqual({ new: 0, changed: 0, unchanged: 0, withdrawn: 0, removed: 0 });
    expect(preview.faults.map(({ row, field }) => [row, field])).toEqual(
      expect.arrayContaining([
        [3, 'title'],
        [4, 'end'],
        [5, 'credits.AMA PRA 1'],
        [5, 'credits.Moon dust'],
      ]),
    );
    const error = await refusal(apply(alpha, activityId, faulty));
    expect(error.code).toBe('import.refused');
    expect(error.details.faults).toEqual(preview.faults);
    expect(await everything()).toEqual(before);
  });

  it('with thousands of faults lists the first and counts all', async () => {
    const activityId = await newActivity(alpha);
    const rows = Array.from({ length: 3_000 }, (_, index) => `D${index},,nonsense,,,,,,,`);
    const { details } = await refusal(apply(alpha, activityId, csv(...rows)));
    expect(details.faults).toHaveLength(200);
    expect(Number(details.extra?.['faultCount'])).toBeGreaterThanOrEqual(3_000);
    expect(details.detail).toMatch(/The first 200 are listed/);
  });

  it.each([
    ['one field of 1 MB', csv(OPENING, `E1,"${'x'.repeat(1_000_000)}",2026-04-23,9:00,10:00,,,,,`)],
    ['nothing', ''],
    ['a header alone', HEADER],
    ['a quotation mark that never closes', `${csv(OPENING)}\r\nE2,"Open,2026-04-23,9:00,10:00`],
    ['another column for sessions', 'Foo,Bar\n1,2'],
    ['binary', '\u0000\u0001\u0002PK\u0003\u0004'],
    ['JSON that is no programme', '{"schedule": {"conference": {"days": 7}}}'],
    ['XML with an entity', '<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><schedule>&a;</schedule>'],
  ])('of %s is refused and changes nothing', async (_, content) => {
    const before = await everything();
    const error = await refusal(apply(alpha, alpha.activityId, content));
    expect(error.code).toBe('import.refused');
    expect(error.details.faults?.length).toBeGreaterThan(0);
    expect(await everything()).toEqual(before);
  });

  it('with hostile texts keeps them as texts', async () => {
    const activityId = await newActivity(alpha);
    const title = `Robert'); drop table offerings; -- {{constructor}} <script>alert(1)</script> 👩‍⚕️ שלום`;
    await apply(alpha, activityId, csv(`"'; --","${title}",2026-04-23,9:00,10:00,,,,,`));
    expect(await offeringsOf(activityId)).toMatchObject([{ code: "'; --", title }]);
  });

  it('of another tenant’s activity is not there', async () => {
    const before = await everything();
    expect(await refusal(apply(alpha, beta.activityId, csv(OPENING)))).toMatchObject({ code: 'not_found' });
    expect(await everything()).toEqual(before);
  });
});

describe('an offering that is gone from the programme', () => {
  const claim = (society: Society, activityId: string, offeringId: unknown) =>
    app.tenants.transaction(contextOf(society), async (manager) => {
      const ids = {
        tenantId: society.tenant.id,
        activityId,
        learnerId: society.learners['100001']?.learnerId,
      };
      const claimId = uuid();
      await manager.insert(Claim, { ...ids, id: claimId });
      await manager.insert(ClaimLine, {
        tenantId: society.tenant.id,
        claimId,
        offeringId: String(offeringId),
        creditType: 'ama-pra-1',
        amount: 100,
      });
    });

  it('is deleted when nobody used it, else withdrawn with a notice, and comes back when it returns', async () => {
    const activityId = await newActivity(alpha);
    await apply(alpha, activityId, csv(OPENING, SUMMIT, COFFEE));
    const [opening, summit] = await offeringsOf(activityId);
    await claim(alpha, activityId, opening?.['id']);
    const preview = await programmes.preview(contextOf(alpha), activityId, text(csv(COFFEE)), {
      fileName: 'x',
    });
    expect(preview.counts).toEqual({ new: 0, changed: 0, unchanged: 1, withdrawn: 1, removed: 1 });
    const report = await apply(alpha, activityId, csv(COFFEE), {
      withdrawalNotice: 'Cancelled for lack of snow.',
    });
    expect(report.counts).toEqual(preview.counts);
    const rows = await offeringsOf(activityId);
    expect(rows.map(({ id }) => id)).not.toContain(summit?.['id']);
    expect(rows.map(({ code, withdrawn_notice }) => [code, withdrawn_notice])).toEqual([
      ['A1', 'Cancelled for lack of snow.'],
      ['A3', null],
    ]);

    // Absent once more: nothing happens any more.
    const again = await apply(alpha, activityId, csv(COFFEE));
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 1, withdrawn: 0, removed: 0 });
    expect(await revisionOf(activityId)).toBe(2);

    const back = await apply(alpha, activityId, csv(OPENING, COFFEE));
    expect(back.counts).toEqual({ new: 0, changed: 1, unchanged: 1, withdrawn: 0, removed: 0 });
    expect((await offeringsOf(activityId))[0]).toMatchObject({ ...opening, withdrawn_at: null });
  });

  it('is withdrawn when it is starred', async () => {
    const activityId = alpha.activityId;
    const client = app.client('alpha');
    await client.signIn('100002', 'Lindqvist');
    const starred = alpha.offeringIds[2] ?? '';
    await client.put(`/api/activities/${activityId}/itinerary/${starred}`);
    await apply(alpha, activityId, csv(OPENING));
    expect(
      (await offeringsOf(activityId)).map(({ id, withdrawn_at }) => [id, withdrawn_at !== null]),
    ).toEqual([
      [expect.any(String), false],
      [starred, true],
    ]);
    const { body } = await client.get(`/api/activities/${activityId}/offerings/${starred}`);
    expect(body).toMatchObject({
      isAllowed: false,
      withdrawnNotice: 'This session is no longer in the programme.',
    });
  });
});

describe('real programmes', () => {
  withData.each([
    ['frab-camp2019.json', 79],
    ['pretalx-democon.json', 36],
    ['pretalx-rc3.json', 48],
  ])('%s imports, once', async (name, sessions) => {
    const activityId = await newActivity(beta);
    const read = () => createReadStream(path.join(DATA, name));
    const options = { fileName: name };
    const report = await programmes.apply(contextOf(beta), activityId, read(), options);
    expect(report.counts).toEqual({ new: sessions, changed: 0, unchanged: 0, withdrawn: 0, removed: 0 });
    const rows = await offeringsOf(activityId);
    const again = await programmes.apply(contextOf(beta), activityId, read(), options);
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: sessions, withdrawn: 0, removed: 0 });
    expect(await offeringsOf(activityId)).toEqual(rows);
    expect(again.sha256).toBe(report.sha256);
  });

  withData('invalid-example.json is refused with a report that names the faults', async () => {
    const before = await everything();
    const stream = createReadStream(path.join(DATA, 'invalid-example.json'));
    const error = await refusal(
      programmes.apply(contextOf(beta), beta.activityId, stream, { fileName: 'invalid-example.json' }),
    );
    expect(error.code).toBe('import.refused');
    expect(error.details.faults?.every(({ code, message }) => code !== '' && message !== '')).toBe(true);
    expect(error.details.faults?.length).toBeGreaterThan(0);
    expect(await everything()).toEqual(before);
  });
});
