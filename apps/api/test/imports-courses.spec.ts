import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from './testing-app.js';
import { arrangeCourses, earningPlugins } from './testing-earnings.js';
import { ProgrammeImports, refusal } from './testing-imports.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let imports: ProgrammeImports;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp({ plugins: earningPlugins });
  imports = new ProgrammeImports(app);
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await arrangeCourses(app, alpha);
  await arrangeCourses(app, beta);
  await app.inspect(`update courses set code = 'BETA-ONLY' where tenant_id = $1 and code = 'C3'`, [
    beta.tenant.id,
  ]);
}, 60_000);
afterAll(() => app.stop());

const HEADER = 'Course,Code,Title,Credits: AMA PRA 1,Credits: ACEP,Credits: ANCC';
const file = (...rows: string[]) => [HEADER, ...rows].join('\n');

const topics = async (society: Society) =>
  app.inspect(
    `select o.code, c.code as course, o.starts_at, o.day::text, o.credits
     from offerings o join courses c on c.tenant_id = o.tenant_id and c.id = o.course_id
     where o.activity_id = $1 and o.withdrawn_at is null order by o.code`,
    [society.activityId],
  );

describe('topics of courses', () => {
  it('come from a file with their course and credit of several types, and without a time', async () => {
    const content = file('C1,EM-1,Chest pain,1.25,1.25,1', 'c2,PED-1,Fever,0.5,,');
    const report = await imports.apply(alpha, alpha.activityId, content, { acceptsRemovals: true });
    expect(report.counts).toMatchObject({ new: 2 });
    expect(await topics(alpha)).toEqual([
      {
        code: 'EM-1',
        course: 'C1',
        starts_at: null,
        day: null,
        credits: [
          { creditType: 'ama-pra-1', amount: 125 },
          { creditType: 'acep', amount: 125 },
          { creditType: 'ancc', amount: 100 },
        ],
      },
      {
        code: 'PED-1',
        course: 'C2',
        starts_at: null,
        day: null,
        credits: [{ creditType: 'ama-pra-1', amount: 50 }],
      },
    ]);
    expect((await imports.apply(alpha, alpha.activityId, content)).counts).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 2,
    });
    const moved = await imports.apply(alpha, alpha.activityId, content.replace('c2,', 'C3,'));
    expect(moved.counts).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await topics(alpha)).toMatchObject([
      { code: 'EM-1', course: 'C1' },
      { code: 'PED-1', course: 'C3' },
    ]);
  });

  it('are refused whole when a course is unknown, of another society too, with every row named', async () => {
    const before = await imports.everything();
    const content = file('C1,EM-1,Chest pain,1,,', 'BETA-ONLY,X-1,Nowhere,1,,', 'C9,X-2,Nowhere,1,,9.1');
    const { details } = await refusal(imports.apply(alpha, alpha.activityId, content));
    expect((details.faults ?? []).map(({ row, field, code }) => [row, field, code])).toEqual([
      [3, 'course', 'course.unknown'],
      [4, 'course', 'course.unknown'],
      [4, 'credits.ANCC', 'credit.not_in_steps'],
    ]);
    expect(await imports.everything()).toEqual(before);
  });
});
