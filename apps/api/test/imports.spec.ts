import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CreditType } from '../src/catalogue/credit-type.entity.js';
import { type TestApp, startTestApp } from './testing-app.js';
import {
  COFFEE,
  contextOf,
  csv,
  OPENING,
  ProgrammeImports,
  refusal,
  STANDS,
  SUMMIT,
} from './testing-imports.js';
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

describe('a programme', () => {
  it('is previewed without a change, then taken whole, with credit by duration', async () => {
    const activityId = await imports.newActivity(alpha);
    const content = csv(OPENING, SUMMIT, COFFEE, STANDS);
    const before = await imports.everything();
    const preview = await imports.preview(alpha, activityId, content);
    expect(preview).toEqual({
      isApplied: false,
      fileName: 'programme.csv',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      rowCount: 4,
      counts: { new: 4, changed: 0, unchanged: 0, withdrawn: 0, removed: 0 },
      faults: [],
      faultCount: 0,
      lostColumns: [],
      removals: null,
      otherPersons: null,
      changes: ['A1 Opening', 'A2 AF Summit', 'A3 Coffee', 'A4 Stands'].map((name) => ({
        ...{ kind: 'new', name, fields: [] },
      })),
    });
    expect(await imports.everything()).toEqual(before);

    expect(await imports.apply(alpha, activityId, content)).toEqual({ ...preview, isApplied: true });
    const rows = await imports.offerings(activityId);
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
    expect(await imports.revision(activityId)).toBe(1);
  });

  it('changes nothing when it is imported again', async () => {
    const activityId = await imports.newActivity(alpha);
    const content = csv(OPENING, SUMMIT, COFFEE);
    await imports.apply(alpha, activityId, content);
    const before = await imports.offerings(activityId);
    const again = await imports.apply(alpha, activityId, content);
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 3, withdrawn: 0, removed: 0 });
    expect(await imports.offerings(activityId)).toEqual(before);
    expect(await imports.revision(activityId)).toBe(1);
  });

  it('keeps the identity of what changes, and moves no other', async () => {
    const activityId = await imports.newActivity(alpha);
    await imports.apply(alpha, activityId, csv(OPENING, SUMMIT, COFFEE));
    const before = await imports.offerings(activityId);
    const moved = SUMMIT.replace('Hall B', 'Hall Z').replace('12:00', '11:30');
    const report = await imports.apply(alpha, activityId, csv(COFFEE, moved, OPENING));
    expect(report.counts).toEqual({ new: 0, changed: 1, unchanged: 2, withdrawn: 0, removed: 0 });
    const after = await imports.offerings(activityId);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect([after[0], after[2]]).toEqual([before[0], before[2]]);
    expect(after[1]).toMatchObject({ room: 'Hall Z', credits: [{ creditType: 'ama-pra-1', amount: 100 }] });
    expect(await imports.revision(activityId)).toBe(2);
  });

  it('takes credits from its own columns, and changes when the rule does', async () => {
    const activityId = await imports.newActivity(alpha);
    const stated = `Code,Title,Start,End,Credits: AMA PRA 1,Credits: ANCC contact hours
B1,One,2026-04-23 09:00,2026-04-23 12:00,2.5,3
B2,Two,2026-04-23 09:00,2026-04-23 12:00,0,`;
    await imports.apply(alpha, activityId, stated);
    const rows = await imports.offerings(activityId);
    expect(rows.map(({ credits }) => credits)).toEqual([
      [
        { creditType: 'ama-pra-1', amount: 250 },
        { creditType: 'ancc', amount: 300 },
      ],
      [],
    ]);
    const plain = 'Code,Title,Start,End\nB3,Three,2026-04-23 09:00,2026-04-23 10:00';
    await imports.apply(alpha, activityId, plain, { acceptsRemovals: true });
    const both = { creditTypes: ['ama-pra-1', 'ancc'], minutesPerCredit: 50, exceptTypes: [] };
    const report = await imports.apply(alpha, activityId, plain, { durationCredit: both });
    expect(report.counts).toMatchObject({ changed: 1 });
    expect((await imports.offerings(activityId))[0]?.['credits']).toEqual([
      { creditType: 'ama-pra-1', amount: 125 },
      { creditType: 'ancc', amount: 125 },
    ]);
    const unknown = { creditTypes: ['aapa'], minutesPerCredit: 60, exceptTypes: [] };
    expect(await refusal(imports.apply(alpha, activityId, plain, { durationCredit: unknown }))).toMatchObject(
      {
        code: 'request.invalid',
      },
    );
  });

  it('is refused whole with every fault, by row and field', async () => {
    const activityId = await imports.newActivity(alpha);
    await imports.apply(alpha, activityId, csv(OPENING));
    const before = await imports.everything();
    const faulty = `Code,Title,Start,End,Credits: AMA PRA 1,Credits: Moon dust
C1,Fine,2026-04-23 09:00,2026-04-23 10:00,1,
C2,,2026-04-23 09:00,2026-04-23 10:00,1,
C3,Backwards,2026-04-23 11:00,2026-04-23 10:00,1,
C4,Odd,2026-04-23 09:00,2026-04-23 10:00,1.1,2`;
    const preview = await imports.preview(alpha, activityId, faulty);
    expect(preview.counts).toEqual({ new: 0, changed: 0, unchanged: 0, withdrawn: 0, removed: 0 });
    expect(preview.faults.map(({ row, field }) => [row, field])).toEqual(
      expect.arrayContaining([
        [3, 'title'],
        [4, 'end'],
        [5, 'credits.AMA PRA 1'],
        [5, 'credits.Moon dust'],
      ]),
    );
    const error = await refusal(imports.apply(alpha, activityId, faulty));
    expect(error.code).toBe('import.refused');
    expect(error.details.faults).toEqual(preview.faults);
    expect(await imports.everything()).toEqual(before);
  });

  it('with thousands of faults lists the first and counts all', async () => {
    const activityId = await imports.newActivity(alpha);
    const rows = Array.from({ length: 3_000 }, (_, index) => `D${index},,nonsense,,,,,,,`);
    const { details } = await refusal(imports.apply(alpha, activityId, csv(...rows)));
    expect(details.faults).toHaveLength(200);
    expect(Number(details.extra?.['faultCount'])).toBeGreaterThanOrEqual(3_000);
    expect(details.detail).toMatch(/The first 200 are listed/);
  });

  it.each([
    ['one field of 1 MB', csv(OPENING, `E1,"${'x'.repeat(1_000_000)}",2026-04-23,9:00,10:00,,,,,`)],
    ['nothing', ''],
    ['a header alone', csv()],
    ['a quotation mark that never closes', `${csv(OPENING)}\r\nE2,"Open,2026-04-23,9:00,10:00`],
    ['another column for sessions', 'Foo,Bar\n1,2'],
    ['binary', '\u0000\u0001\u0002PK\u0003\u0004'],
    ['JSON that is no programme', '{"schedule": {"conference": {"days": 7}}}'],
    ['XML with an entity', '<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><schedule>&a;</schedule>'],
  ])('of %s is refused and changes nothing', async (_, content) => {
    const before = await imports.everything();
    const error = await refusal(imports.apply(alpha, alpha.activityId, content));
    expect(error.code).toBe('import.refused');
    expect(error.details.faults?.length).toBeGreaterThan(0);
    expect(await imports.everything()).toEqual(before);
  });

  it('with hostile texts keeps them as texts', async () => {
    const activityId = await imports.newActivity(alpha);
    const title = `Robert'); drop table offerings; -- {{constructor}} <script>alert(1)</script> 👩‍⚕️ שלום`;
    await imports.apply(alpha, activityId, csv(`"'; --","${title}",2026-04-23,9:00,10:00,,,,,`));
    expect(await imports.offerings(activityId)).toMatchObject([{ code: "'; --", title }]);
  });

  it('of another tenant’s activity is not there', async () => {
    const before = await imports.everything();
    expect(await refusal(imports.apply(alpha, beta.activityId, csv(OPENING)))).toMatchObject({
      code: 'not_found',
    });
    expect(await imports.everything()).toEqual(before);
  });
});
