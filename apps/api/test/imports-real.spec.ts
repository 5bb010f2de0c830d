import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from './testing-app.js';
import { ProgrammeImports, refusal } from './testing-imports.js';
import type { Society } from './testing-society.js';

const DATA = path.join(process.env.LAUREL_TEST_DATA ?? path.resolve('..', 'shared', 'data'), 'schedules');
const hasData = existsSync(DATA);
if (!hasData) console.warn(`Real programmes are not at ${DATA}; their tests are skipped.`);
const withData = hasData ? it : it.skip;

let app: TestApp;
let imports: ProgrammeImports;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp();
  imports = new ProgrammeImports(app);
  await app.createTenant('alpha');
  beta = await app.createTenant('beta');
}, 60_000);
afterAll(() => app.stop());

describe('real programmes', () => {
  withData.each([
    ['frab-camp2019.json', 79],
    ['pretalx-democon.json', 36],
    ['pretalx-rc3.json', 48],
  ])('%s imports, once', async (name, sessions) => {
    const activityId = await imports.newActivity(beta);
    await app.inspect(
      `update activities set starts_on = '2019-01-01', ends_on = '2039-12-31' where id = $1`,
      [activityId],
    );
    const read = () => createReadStream(path.join(DATA, name));
    const report = await imports.apply(beta, activityId, read(), { fileName: name });
    expect(report.counts).toEqual({ new: sessions, changed: 0, unchanged: 0, withdrawn: 0, removed: 0 });
    const rows = await imports.offerings(activityId);
    const again = await imports.apply(beta, activityId, read(), { fileName: name });
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: sessions, withdrawn: 0, removed: 0 });
    expect(await imports.offerings(activityId)).toEqual(rows);
    expect(again.sha256).toBe(report.sha256);
  });

  withData('invalid-example.json is refused with a report that names the faults', async () => {
    const before = await imports.everything();
    const stream = createReadStream(path.join(DATA, 'invalid-example.json'));
    const error = await refusal(imports.apply(beta, beta.activityId, stream));
    expect(error.code).toBe('import.refused');
    const session = '/schedule/conference/days/0/rooms/Winterchaos/0';
    expect(error.details.faults).toMatchObject([
      { path: `${session}/id`, field: 'id', code: 'frab.type', value: '2814' },
      { path: `${session}/persons/0`, field: 'persons', code: 'frab.person_unnamed' },
      { path: `${session}/persons/0/id`, field: 'id', code: 'frab.type', value: 'dsadf' },
      { path: `${session}/persons/0/code`, field: 'code', code: 'frab.pattern', value: 'MÄaN0' },
      { path: '/schedule/rooms', field: 'rooms', code: 'frab.misplaced' },
    ]);
    expect(await imports.everything()).toEqual(before);
  });
});
