import { execFile } from 'node:child_process';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { Activity } from '../src/catalogue/activity.entity.js';
import type { ImportProgress, ImportReport } from '../src/catalogue/imports/import-report.js';
import { RegistrantImportService } from '../src/catalogue/imports/registrant-import.service.js';
import { DomainError } from '../src/problem/domain-error.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;
let registrants: RegistrantImportService;

const contextOf = (society: Society) => systemContext(society.tenant, 'test');
const text = (content: string) => Readable.from([Buffer.from(content)]);
const apply = (society: Society, activityId: string, ...rows: string[]): Promise<ImportReport> =>
  registrants.apply(contextOf(society), activityId, text([HEADER, ...rows].join('\n')), {
    fileName: 'registrants.csv',
  });
const HEADER = 'Badge,First name,Last name,Credentials,Profession,Email,Tier,Member number,NPI,ASRT ID';

async function newActivity(society: Society): Promise<string> {
  const id = uuid();
  await app.tenants.transaction(contextOf(society), async (manager) => {
    const activity = await manager.findOneByOrFail(Activity, { id: society.activityId });
    await manager.insert(Activity, { ...activity, id, code: id.slice(-8) });
  });
  return id;
}

interface Registered {
  badge: string;
  tier: string | null;
  learner: string;
  display_name: string;
  credentials: string;
  email: string | null;
  member_number: string | null;
  identifiers: Record<string, string>;
  profession: string;
}
const registeredAt = (activityId: string) =>
  app.inspect<Registered>(
    `select r.badge, r.tier, l.id as learner, l.display_name, l.credentials, l.email, l.member_number, l.identifiers,
       l.profession
     from registrations r join learners l on l.tenant_id = r.tenant_id and l.id = r.learner_id
     where r.activity_id = $1 order by r.badge`,
    [activityId],
  );
const everything = () =>
  app.inspect(`
    select (select jsonb_agg(l order by l.id) from learners l) as learners,
      (select jsonb_agg(r order by r.id) from registrations r) as registrations,
      (select jsonb_agg(i order by i.id) from import_runs i) as runs
  `);

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  registrants = app.app.get(RegistrantImportService);
}, 60_000);
afterAll(() => app.stop());

const ADA = 'B1,Ada,Obi,MD,,Ada.Obi@Clinic.example,Premier,M-1,1234567893,';
const BO = 'B2,Bo,Li,RT(R),,bo@clinic.example,Standard,,,77';
const YAMADA = 'B3,太郎,山田,MD,,,,,,';

describe('a list of registrants', () => {
  it('is previewed without a change, then taken whole', async () => {
    const activityId = await newActivity(alpha);
    const before = await everything();
    const seen: ImportProgress[] = [];
    const preview = await registrants.preview(
      contextOf(alpha),
      activityId,
      text([HEADER, ADA, BO, YAMADA].join('\n')),
      { fileName: 'registrants.csv', onProgress: (progress) => seen.push(progress) },
    );
    expect(preview).toMatchObject({
      isApplied: false,
      rowCount: 3,
      counts: { new: 3, changed: 0, unchanged: 0, withdrawn: 0, removed: 0 },
      faultCount: 0,
    });
    expect(seen.at(-1)).toEqual({ phase: 'comparing', rows: 3 });
    expect(await everything()).toEqual(before);

    expect(await apply(alpha, activityId, ADA, BO, YAMADA)).toEqual({ ...preview, isApplied: true });
    expect(await registeredAt(activityId)).toEqual([
      {
        badge: 'B1',
        tier: 'Premier',
        learner: expect.any(String),
        display_name: 'Ada Obi',
        credentials: 'MD',
        email: 'ada.obi@clinic.example',
        member_number: 'M-1',
        identifiers: { npi: '1234567893', member: 'M-1' },
        profession: 'physician',
      },
      expect.objectContaining({ badge: 'B2', profession: 'technologist', identifiers: { asrt: '77' } }),
      expect.objectContaining({ badge: 'B3', display_name: '山田 太郎', email: null, tier: null }),
    ]);
    const client = app.client('alpha');
    expect((await client.signIn('B3', '山田', activityId)).status).toBe(201);
    expect((await app.client('beta').signIn('B3', '山田')).status).toBe(401);
  });

  it('changes nothing when it is imported again, not even what the learner has changed since', async () => {
    const activityId = await newActivity(alpha);
    const rows = ['C1,Cy,Dee,MD,,,,,,', 'C2,Ed,Fox,RN,,ed@x.example,,,,'];
    await apply(alpha, activityId, ...rows);
    const client = app.client('alpha');
    await client.signIn('C1', 'Dee', activityId);
    await client.patch('/api/profile', { displayName: 'Cyrus Q. Dee' });
    const before = await registeredAt(activityId);
    const again = await apply(alpha, activityId, ...rows);
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 2, withdrawn: 0, removed: 0 });
    expect(await registeredAt(activityId)).toEqual(before);

    const upgraded = await apply(alpha, activityId, 'C1,Cy,Dee,MD,,,Premier,,,');
    expect(upgraded.counts).toEqual({ new: 0, changed: 1, unchanged: 0, withdrawn: 0, removed: 0 });
    expect(await registeredAt(activityId)).toEqual([
      { ...before[0], tier: 'Premier', display_name: 'Cyrus Q. Dee' },
      before[1],
    ]);
  });

  it('knows people of earlier activities by member number, else by address and name', async () => {
    const [first, second] = [await newActivity(alpha), await newActivity(alpha)];
    await apply(
      alpha,
      first,
      'D1,Gil,Hay,MD,,gil@x.example,,M-9,,',
      'D2,José,Núñez-Ibarra,MD,,office@x.example,,,,',
      'D3,Ana,Núñez-Ibarra,RN,,office@x.example,,,,',
    );
    const report = await apply(
      alpha,
      second,
      'E1,Gilbert,Hay,MD,,new@x.example,,M-9,,',
      'E2,Jose,Nunez Ibarra,DO,,OFFICE@x.example,,,,',
      'E3,Ana,NÚÑEZ-IBARRA,RN,,office@x.example,,,,',
      'E4,Ina,Núñez-Ibarra,RN,,office@x.example,,,,',
    );
    expect(report.counts).toMatchObject({ new: 4 });
    const [gil, jose, ana] = await registeredAt(first);
    const later = await registeredAt(second);
    expect(later.slice(0, 3).map(({ learner }) => learner)).toEqual([
      gil?.learner,
      jose?.learner,
      ana?.learner,
    ]);
    // Somebody else at the same address and with the same last name is somebody else.
    expect([gil?.learner, jose?.learner, ana?.learner]).not.toContain(later[3]?.learner);
    expect(later[0]).toMatchObject({ display_name: 'Gilbert Hay', email: 'new@x.example' });
  });

  it('makes one learner of two badges of one person, and two of two people', async () => {
    const activityId = await newActivity(alpha);
    await apply(
      alpha,
      activityId,
      'F1,Kay,Lum,MD,,kay@x.example,,M-20,,',
      'F2,Kay,Lum,MD,,kay@x.example,,M-20,,',
      'F3,Max,Ng,MD,,both@x.example,,,,',
      'F4,Mia,Ng,MD,,both@x.example,,,,',
      'F5,Max,Ng,MD,,,,,,',
    );
    const people = (await registeredAt(activityId)).map(({ learner }) => learner);
    expect(people[0]).toBe(people[1]);
    expect(new Set(people).size).toBe(4);
  });

  it('gives a badge to another person when the member number says so', async () => {
    const activityId = await newActivity(alpha);
    await apply(alpha, activityId, 'G1,Pat,Roe,MD,,,,M-30,,');
    const [pat] = await registeredAt(activityId);
    const report = await apply(alpha, activityId, 'G1,Sam,Roe,MD,,,,M-31,,');
    expect(report.counts).toMatchObject({ new: 0, changed: 1 });
    const [sam] = await registeredAt(activityId);
    expect(sam?.learner).not.toBe(pat?.learner);
    const [row] = await app.inspect<{ display_name: string }>(
      'select display_name from learners where id = $1',
      [pat?.learner],
    );
    expect(row?.display_name).toBe('Pat Roe');
  });

  it('never finds people of another tenant', async () => {
    const [here, there] = [await newActivity(alpha), await newActivity(beta)];
    await apply(alpha, here, 'H1,Tia,Uys,MD,,tia@x.example,,M-40,,');
    await apply(beta, there, 'H1,Tia,Uys,MD,,tia@x.example,,M-40,,');
    const [[own], [other]] = [await registeredAt(here), await registeredAt(there)];
    expect(own?.learner).not.toBe(other?.learner);
  });

  it('is refused whole with every fault', async () => {
    const activityId = await newActivity(alpha);
    const before = await everything();
    const error: unknown = await apply(
      alpha,
      activityId,
      'I1,Ok,Fine,MD,,,,,,',
      'I2,No,,MD,,,,,,',
      'I3,Bad,Mail,MD,,nobody,,,,',
      'I4,Dots,...,MD,,,,,,',
      'I5,Npi,Wrong,MD,,,,,1234567890,',
      'I1,Twice,Badge,MD,,,,,,',
    ).catch((thrown: unknown) => thrown);
    if (!(error instanceof DomainError)) throw new Error('It was not refused', { cause: error });
    expect(error.code).toBe('import.refused');
    expect(error.details.faults?.map(({ row, field }) => [row, field])).toEqual([
      [3, 'lastName'],
      [4, 'email'],
      [5, 'lastName'],
      [6, 'npi'],
      [7, 'badge'],
    ]);
    expect(await everything()).toEqual(before);
  });

  it('of another tenant’s activity is not there', async () => {
    const before = await everything();
    await expect(apply(alpha, beta.activityId, ADA)).rejects.toMatchObject({ code: 'not_found' });
    expect(await everything()).toEqual(before);
  });
});

describe('a hundred thousand registrants', () => {
  it('import in under 300 MB, with progress, and import again as unchanged', async () => {
    const activityId = await newActivity(beta);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [`${import.meta.dirname}/import-many-registrants.mjs`, '100000', beta.tenant.id, activityId],
      { env: { ...process.env, DATABASE_URL: app.database.appUrl }, maxBuffer: 10_000_000 },
    );
    const result: { reports: ImportReport[]; steps: number; maxRssBytes: number; seconds: number } =
      JSON.parse(stdout);
    expect(result.reports.map(({ counts }) => counts)).toEqual([
      { new: 100_000, changed: 0, unchanged: 0, withdrawn: 0, removed: 0 },
      { new: 0, changed: 0, unchanged: 100_000, withdrawn: 0, removed: 0 },
    ]);
    expect(result.steps).toBeGreaterThan(100);
    expect(result.maxRssBytes).toBeLessThan(300 * 1_048_576);
    console.info(`${Math.round(result.maxRssBytes / 1_048_576)} MB, ${result.seconds} s for both`);
  }, 180_000);
});
