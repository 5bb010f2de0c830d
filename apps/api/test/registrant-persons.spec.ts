import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportReport } from '../src/catalogue/imports/import-report.js';
import { RegistrantImportService } from '../src/catalogue/imports/registrant-import.service.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { arrange, Learner } from './testing-claims.js';
import { contextOf, ProgrammeImports, refusal, text } from './testing-imports.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let imports: ProgrammeImports;
let alpha: Society;

beforeAll(async () => {
  app = await startTestApp();
  imports = new ProgrammeImports(app);
  alpha = await app.createTenant('alpha');
  await arrange(app, alpha);
}, 60_000);
afterAll(() => app.stop());

const HEADER = 'Badge,First name,Last name,Email,Tier,Member number';
const FILE = { fileName: 'people.csv' };
const ACCEPTED = { ...FILE, acceptsOtherPersons: true };
const list = (...rows: string[]) => text([HEADER, ...rows].join('\n'));
const service = () => app.app.get(RegistrantImportService);
const preview = (activityId: string, ...rows: string[]): Promise<ImportReport> =>
  service().preview(contextOf(alpha), activityId, list(...rows), FILE);
const apply = (activityId: string, rows: string[], options = FILE): Promise<ImportReport> =>
  service().apply(contextOf(alpha), activityId, list(...rows), options);

const people = () =>
  app.inspect(`select (select jsonb_agg(l order by l.id) from learners l) as learners,
    (select jsonb_agg(r order by r.id) from registrations r) as registrations`);
const badges = (activityId: string) =>
  app.inspect<{ badge: string; learner: string; name: string }>(
    `select r.badge, l.id as learner, l.display_name as name
     from registrations r join learners l on l.id = r.learner_id where r.activity_id = $1 order by r.badge`,
    [activityId],
  );
const claimants = () =>
  app.inspect<{ learner: string; name: string }>(
    `select distinct l.id as learner, l.display_name as name from claims c join learners l on l.id = c.learner_id`,
  );

describe('a badge that is another person’s in the file', () => {
  it('is given away only when that is accepted, and never with the claim of who had it', async () => {
    const okafor = await Learner.signIn(app, alpha);
    await okafor.submit('other-person');
    const smyth = '100001,Ann,Smyth,ann@mail.example,Premier,';
    const otherPersons = {
      badges: 1,
      first: [{ badge: '100001', before: 'Chidi Okafor', after: 'Ann Smyth' }],
    };
    expect(await preview(alpha.activityId, smyth)).toMatchObject({ otherPersons, counts: { changed: 1 } });
    const before = await people();
    expect(await refusal(apply(alpha.activityId, [smyth]))).toMatchObject({
      code: 'import.gives_badges_away',
      details: {
        faults: [{ message: 'Badge 100001 is Chidi Okafor’s, and Ann Smyth’s in the file.' }],
        extra: { otherPersons },
      },
    });
    expect(await people()).toEqual(before);

    expect((await apply(alpha.activityId, [smyth], ACCEPTED)).counts).toMatchObject({ changed: 1 });
    const learner = alpha.learners['100001']?.learnerId;
    expect(await claimants()).toEqual([{ learner, name: 'Chidi Okafor' }]);
    const [given] = await badges(alpha.activityId);
    expect(given).toMatchObject({ badge: '100001', name: 'Ann Smyth' });
    expect(given?.learner).not.toBe(learner);
    expect((await okafor.client.get('/api/session')).body).toMatchObject({
      learner: { id: learner, displayName: 'Chidi Okafor' },
    });
    expect((await app.client('alpha').signIn('100001', 'Okafor')).status).toBe(401);
    const ann = await Learner.signIn(app, alpha, '100001', 'Smyth');
    expect((await ann.cart()).lines).toEqual([]);
    // Nobody is asked twice.
    expect((await apply(alpha.activityId, [smyth])).counts).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('finds who the rows belong to where they have slipped, and renames nobody', async () => {
    const activityId = await imports.newActivity(alpha);
    const rows = ['1,Ida,Berg,ida@mail.example,,', '2,Jon,Dahl,jon@mail.example,,'];
    await apply(activityId, rows);
    const before = await badges(activityId);
    const slipped = ['1,Jon,Dahl,jon@mail.example,,', '2,Kim,Eide,,,'];
    const { otherPersons } = await preview(activityId, ...slipped);
    expect(otherPersons?.first.map(({ badge, before: was, after }) => [badge, was, after])).toEqual([
      ['1', 'Ida Berg', 'Jon Dahl'],
      ['2', 'Jon Dahl', 'Kim Eide'],
    ]);
    await apply(activityId, slipped, ACCEPTED);
    const [first, second] = await badges(activityId);
    expect(first).toMatchObject({ learner: before[1]?.learner, name: 'Jon Dahl' });
    expect(second?.name).toBe('Kim Eide');
    expect(before.map(({ learner }) => learner)).not.toContain(second?.learner);
  });

  it.each([
    ['the e-mail address', '1,Lea,Foss,LEA@mail.example,,'],
    ['the member number', '1,Lea,Foss,new@mail.example,,M-77'],
    ['the last name, in another writing', '1,Lea,HAGÈN,,,'],
  ])('is the same person’s where %s says so', async (_, row) => {
    const activityId = await imports.newActivity(alpha);
    await apply(activityId, ['1,Lea,Hagen,lea@mail.example,,M-77']);
    const [before] = await badges(activityId);
    expect((await preview(activityId, row)).otherPersons).toBeNull();
    expect((await apply(activityId, [row])).counts).toMatchObject({ changed: 1 });
    expect((await badges(activityId))[0]?.learner).toBe(before?.learner);
  });
});
