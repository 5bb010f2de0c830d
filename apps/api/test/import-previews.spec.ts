import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RegistrantImportService } from '../src/catalogue/imports/registrant-import.service.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { ProgrammeImports, contextOf, refusal, text } from './testing-imports.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let imports: ProgrammeImports;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp();
  imports = new ProgrammeImports(app);
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
}, 60_000);
afterAll(() => app.stop());

const FULL = [
  'Code,Title,Date,Start,End,Room,Track,Highlight,Credits: ama-pra-1',
  'A1,Opening,2026-04-23,09:00,10:00,Hall A,Rhythm,yes,1',
  'A2,Ablation,2026-04-23,10:30,12:00,Hall B,Rhythm,no,1.5',
  'A3,Devices,2026-04-24,10:30,12:00,,,no,1.5',
].join('\n');
const FEWER = [
  'Code,Title,Date,Start,End,Highlight',
  'A1,Opening,2026-04-23,09:00,10:00,yes',
  'A2,Ablation today,2026-04-23,11:00,12:00,no',
  'A4,New one,2026-04-24,09:00,10:00,no',
].join('\n');

describe('the preview of a programme', () => {
  it('says what changes by name, and what is lost because the file does not say it any more', async () => {
    const activityId = await imports.newActivity(alpha);
    await imports.apply(alpha, activityId, FULL);
    await imports.apply(beta, await imports.newActivity(beta), FULL);
    const { lostColumns, changes, counts } = await imports.preview(alpha, activityId, FEWER);
    expect(counts).toMatchObject({ new: 1, changed: 2, removed: 1 });
    expect(lostColumns).toEqual([
      { field: 'room', rows: 2 },
      { field: 'track', rows: 2 },
    ]);
    expect(changes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'changed A1 Opening',
      'changed A2 Ablation today',
      'new A4 New one',
      'removed A3 Devices',
    ]);
    expect(changes[1]?.fields).toEqual(
      expect.arrayContaining([
        { field: 'title', before: 'Ablation', after: 'Ablation today' },
        { field: 'start', before: '2026-04-23 10:30', after: '2026-04-23 11:00' },
        { field: 'room', before: 'Hall B', after: '' },
        { field: 'credits', before: '1.50 ama-pra-1', after: '1.00 ama-pra-1' },
      ]),
    );
  });

  it('lets nothing be lost that was not accepted', async () => {
    const activityId = await imports.newActivity(alpha);
    await imports.apply(alpha, activityId, FULL);
    const before = await imports.offerings(activityId);
    const error = await refusal(imports.apply(alpha, activityId, FEWER));
    expect(error).toMatchObject({
      code: 'import.loses_columns',
      details: {
        faults: [
          { field: 'room', message: 'No row of the file has a value for “room”; 2 rows would lose theirs.' },
          { field: 'track' },
        ],
      },
    });
    expect(await imports.offerings(activityId)).toEqual(before);
    const applied = await imports.apply(alpha, activityId, FEWER, { acceptsLostColumns: true });
    expect(applied.isApplied).toBe(true);
    expect((await imports.offerings(activityId)).map(({ room }) => room)).toEqual(['', '', '']);
    // One value in the column is enough: then the file says it.
    const some = FULL.replace('Hall A', '').replaceAll('Rhythm', '');
    expect((await imports.apply(alpha, activityId, some)).isApplied).toBe(true);
  });

  it('lets half a programme take no sessions away without a question', async () => {
    const activityId = await imports.newActivity(alpha);
    await imports.apply(alpha, activityId, FULL);
    const one = FULL.split('\n').slice(0, 2).join('\n');
    const removals = { sessions: 2, of: 3, first: ['A2 Ablation', 'A3 Devices'] };
    expect(await imports.preview(alpha, activityId, one)).toMatchObject({ removals, counts: { removed: 2 } });
    const before = await imports.offerings(activityId);
    expect(await refusal(imports.apply(alpha, activityId, one))).toMatchObject({
      code: 'import.removes_sessions',
      details: {
        detail: expect.stringContaining(
          '2 of 3 sessions are gone from the file and would be removed or withdrawn. Nothing was changed.',
        ),
        faults: [
          { message: 'A2 Ablation is gone from the file.' },
          { message: 'A3 Devices is gone from the file.' },
        ],
      },
    });
    expect(await imports.offerings(activityId)).toEqual(before);
    const applied = await imports.apply(alpha, activityId, one, { acceptsRemovals: true });
    expect(applied.counts).toMatchObject({ removed: 2 });
    expect((await imports.offerings(activityId)).map(({ code }) => code)).toEqual(['A1']);
  });

  it.each([
    ['two of twenty', 20, 2, null],
    ['three of twenty', 20, 3, { sessions: 3, of: 20 }],
    ['one of two', 2, 1, null],
  ])('asks about more than a tenth, and about two at least: %s', async (_, all, gone, expected) => {
    const activityId = await imports.newActivity(alpha);
    const rows = Array.from(
      { length: all },
      (__, index) => `S${String(index)},Session ${String(index)},2026-04-23,09:00,10:00`,
    );
    const file = (lines: string[]) => ['Code,Title,Date,Start,End', ...lines].join('\n');
    await imports.apply(alpha, activityId, file(rows));
    const { removals } = await imports.preview(alpha, activityId, file(rows.slice(gone)));
    if (expected === null) expect(removals).toBeNull();
    else expect(removals).toMatchObject(expected);
  });

  it('names a credit type that the file does not state any more', async () => {
    const activityId = await imports.newActivity(alpha);
    const stated =
      'Code,Title,Date,Start,End,Type,Credits: ama-pra-1\nA1,One,2026-04-23,09:00,10:00,Exhibit,1';
    await imports.apply(alpha, activityId, stated);
    const unstated = 'Code,Title,Date,Start,End,Type\nA1,One,2026-04-23,09:00,10:00,Exhibit';
    expect((await imports.preview(alpha, activityId, unstated)).lostColumns).toEqual([
      { field: 'credits.ama-pra-1', rows: 1 },
    ]);
  });

  it('refuses days that the activity does not have, and ends before the start, by row and field', async () => {
    const activityId = await imports.newActivity(alpha);
    const { faults } = await imports.preview(
      alpha,
      activityId,
      [
        'Code,Title,Date,Start,End',
        'A1,Too early,2026-04-22,09:00,10:00',
        'A2,Another year,2027-04-23,09:00,10:00',
        'A3,Backwards,2026-04-23,14:00,13:00',
        'A4,Night,2026-04-26,22:00,01:00',
      ].join('\n'),
    );
    expect(faults.map(({ row, field, code }) => [row, field, code])).toEqual([
      [2, 'date', 'day.outside_activity'],
      [3, 'date', 'day.outside_activity'],
      [4, 'end', 'end.before_start'],
    ]);
    expect(faults[0]?.message).toContain('the activity from 2026-04-23 to 2026-04-26');
  });

  it('takes fields from other columns and dates in another order, and knows no other fields', async () => {
    const activityId = await imports.newActivity(alpha);
    const german = 'Nr,Titel,Tag,Los,Aus\nA1,Eröffnung,24/4/2026,09:00,10:00';
    const mapping = { code: 'Nr', title: 'Titel', date: 'Tag', start: 'Los', end: 'Aus' };
    const report = await imports.apply(alpha, activityId, german, { mapping, dateOrder: 'dmy' });
    expect(report.counts.new).toBe(1);
    expect(await imports.offerings(activityId)).toMatchObject([{ code: 'A1', title: 'Eröffnung' }]);
    const error = await refusal(
      imports.apply(alpha, activityId, german, { mapping: { ...mapping, raum: 'Ort' } }),
    );
    expect(error).toMatchObject({
      code: 'request.invalid',
      details: { faults: [{ message: expect.stringContaining('There is no field “raum”. There are: ') }] },
    });
  });
});

describe('the preview of registrants', () => {
  it('says who changes and how, and that tiers are lost', async () => {
    const service = app.app.get(RegistrantImportService);
    const activityId = await imports.newActivity(alpha);
    const options = { fileName: 'people.csv' };
    const first =
      'Badge,First name,Last name,Email,Tier\n7001,Ana,Ruiz,ana@mail.example,Premier\n7002,Bo,Li,,Standard';
    await service.apply(contextOf(alpha), activityId, text(first), options);
    const second = 'Badge,First name,Last name,Email\n7001,Anna,Ruiz,,\n7003,Cy,Oe,';
    const { lostColumns, changes } = await service.preview(
      contextOf(alpha),
      activityId,
      text(second),
      options,
    );
    expect(lostColumns).toEqual([{ field: 'tier', rows: 1 }]);
    expect(changes).toEqual([
      {
        kind: 'changed',
        name: '7001 Anna Ruiz',
        fields: expect.arrayContaining([
          { field: 'firstName', before: 'Ana', after: 'Anna' },
          { field: 'tier', before: 'Premier', after: '' },
        ]),
      },
      { kind: 'new', name: '7003 Cy Oe', fields: [] },
    ]);
    expect(changes[0]?.fields.map(({ field }) => field)).not.toContain('email');
    await expect(service.apply(contextOf(alpha), activityId, text(second), options)).rejects.toMatchObject({
      code: 'import.loses_columns',
    });
    const accepted = { ...options, acceptsLostColumns: true };
    expect(await service.apply(contextOf(alpha), activityId, text(second), accepted)).toMatchObject({
      counts: { new: 1, changed: 1 },
    });
  });
});
