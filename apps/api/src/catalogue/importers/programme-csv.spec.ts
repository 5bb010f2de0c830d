import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import type { ImportFault } from './import-fault.js';
import type { ParsedOffering } from './parsed-offering.js';
import { parseProgramme, type ProgrammeOptions } from './programme.parser.js';

async function parse(content: string, options: Partial<ProgrammeOptions> = {}) {
  const rows = parseProgramme(Readable.from([content]), { timeZone: 'America/New_York', ...options });
  const values: ParsedOffering[] = [];
  const faults: ImportFault[] = [];
  for await (const row of rows) {
    if ('value' in row) values.push(row.value);
    else faults.push(...row.faults);
  }
  return { values, faults };
}

const brief = (faults: ImportFault[]) => faults.map(({ row, field, code }) => ({ row, field, code }));
const times = (values: ParsedOffering[]) =>
  values.map(({ startsAt, endsAt, day }) => [startsAt, endsAt, day]);

describe('a programme in CSV', () => {
  it('takes what has no time where the row states its credit, and asks for the time otherwise', async () => {
    const { values, faults } = await parse(
      'Code,Title,Start,End,Credits: AMA PRA Category 1\n' +
        'OD-1,Recorded lecture,,,1.25\n' +
        'OD-2,Not certified,,,0\n' +
        'OD-3,Forgotten time,,,\n' +
        'OD-4,Half a time,2026-04-24T09:00,,1\n',
    );
    expect(times(values)).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    expect(values.map(({ credits }) => credits)).toEqual([
      [{ creditType: 'AMA PRA Category 1', hundredths: 125 }],
      [],
    ]);
    expect(brief(faults)).toEqual([
      { row: 4, field: 'start', code: 'field.required' },
      { row: 5, field: 'end', code: 'field.required' },
    ]);
  });

  it('is read with all of its columns', async () => {
    const { values, faults } = await parse(
      'Session number,Session title,Session start,Session end,Location,Track,Session category,Session type,Program highlight,Tier,Faculty,Language,Description,Credits: AMA PRA Category 1,Credit (ANCC)\n' +
        'CC-101, Left Bundle   Pacing ,2026-04-24T09:00,2026-04-24T10:30,Hall B,Devices,Pacing,Core Curriculum,yes,Premier,"Ana Ruiz, MD; Li Wei",en,"Line one\nLine two",1.5,"1,25"\n' +
        'BR-1,Coffee,2026-04-24T10:30,2026-04-24T11:00,,,,Coffee Break,,,,,,,\n' +
        'PO-1,Poster session,2026-04-24T11:00,2026-04-24T12:00,,,,Poster,no,,,,,0,\n',
    );
    expect(faults).toEqual([]);
    expect(values[0]).toEqual({
      sourceKey: 'CC-101',
      code: 'CC-101',
      title: 'Left Bundle Pacing',
      description: 'Line one\nLine two',
      course: null,
      startsAt: '2026-04-24T13:00:00Z',
      endsAt: '2026-04-24T14:30:00Z',
      day: '2026-04-24',
      room: 'Hall B',
      track: 'Devices',
      category: 'Pacing',
      type: 'Core Curriculum',
      isHighlight: true,
      tier: 'Premier',
      speakers: ['Ana Ruiz, MD', 'Li Wei'],
      language: 'en',
      isService: false,
      credits: [
        { creditType: 'AMA PRA Category 1', hundredths: 150 },
        { creditType: 'ANCC', hundredths: 125 },
      ],
    });
    expect(values.map(({ isService, credits }) => ({ isService, credits })).slice(1)).toEqual([
      { isService: true, credits: null },
      { isService: false, credits: [] },
    ]);
  });

  it('reads topics of courses, which need no time, with credit of several types', async () => {
    const { values, faults } = await parse(
      'Course,Code,Title,Credits: AMA PRA Category 1,Credits: ACEP\n' +
        'EM,EM-1,Chest pain,1.25,1.25\nPED,PED-1,Fever,0.5,\n',
    );
    expect(faults).toEqual([]);
    expect(
      values.map(({ course, code, startsAt, endsAt, day, credits }) => [
        course,
        code,
        startsAt,
        endsAt,
        day,
        credits,
      ]),
    ).toEqual([
      [
        'EM',
        'EM-1',
        null,
        null,
        null,
        [
          { creditType: 'AMA PRA Category 1', hundredths: 125 },
          { creditType: 'ACEP', hundredths: 125 },
        ],
      ],
      ['PED', 'PED-1', null, null, null, [{ creditType: 'AMA PRA Category 1', hundredths: 50 }]],
    ]);
  });

  it('asks for the time of a row that names no course, and of one that says half of it', async () => {
    const { faults } = await parse(
      'Course,Code,Title,Start,End\n,X-1,No course,,\nEM,X-2,Half,2026-04-24T09:00,\n',
    );
    expect(faults.map(({ row, code }) => [row, code])).toEqual([
      [2, 'field.required'],
      [3, 'field.required'],
    ]);
  });

  it.each([
    ['ISO with a zone', 'Start,End', '2026-04-24T09:00:00-04:00,2026-04-24T14:30:00Z'],
    ['twelve hours', 'Date,Start,End', '4/24/2026,9:00 AM,10:30 a.m.'],
    ['a date in words', 'Date,Start,End', '"Friday, April 24, 2026",9am,10:30AM'],
    ['Excel serials', 'Start,End', '46136.375,46136.4375'],
    ['Excel serial day and fractions', 'Date,Start,End', '46136,0.375,0.4375'],
    ['Excel’s rounding of serials', 'Start,End', '46136.374999999997,46136.437500000003'],
    ['short dates', 'Start,Duration', '4/24/26 9:00,90'],
    ['a day and a duration', 'Day,Start,Duration', '24-Apr-26,0900,1:30'],
    ['dots, day first', 'Start,End', '24.04.2026 09:00,24.04.2026 10.30'],
  ])('reads %s', async (_, columns, cells) => {
    const { values, faults } = await parse(`Code,Title,${columns}\nA,T,${cells}\n`);
    expect(faults).toEqual([]);
    expect(times(values)).toEqual([['2026-04-24T13:00:00Z', '2026-04-24T14:30:00Z', '2026-04-24']]);
  });

  it('reads slashes day first when told, and refuses a month 24 instead of guessing', async () => {
    const file = 'Code,Title,Start,Duration\nA,T,24/04/2026 09:00,90\n';
    expect(times((await parse(file, { dateOrder: 'dmy' })).values)).toEqual([
      ['2026-04-24T13:00:00Z', '2026-04-24T14:30:00Z', '2026-04-24'],
    ]);
    expect(brief((await parse(file)).faults)).toEqual([{ row: 2, field: 'start', code: 'date.unreadable' }]);
  });

  it('lets what runs after midnight belong to the evening before', async () => {
    const { values, faults } = await parse(
      'Code,Title,Date,Day,Start,End\n' +
        'A,Night round,2026-04-25,,00:30,01:30\n' +
        'B,Night round,,2026-04-24,00:30,01:30\n' +
        'C,Over midnight,2026-04-24,,11:00 PM,12:30 AM\n' +
        'D,Until midnight,2026-04-24,,23:00,24:00\n' +
        'E,Early birds,2026-04-25,,04:00,05:00\n',
    );
    expect(faults).toEqual([]);
    expect(times(values)).toEqual([
      ['2026-04-25T04:30:00Z', '2026-04-25T05:30:00Z', '2026-04-24'],
      ['2026-04-25T04:30:00Z', '2026-04-25T05:30:00Z', '2026-04-24'],
      ['2026-04-25T03:00:00Z', '2026-04-25T04:30:00Z', '2026-04-24'],
      ['2026-04-25T03:00:00Z', '2026-04-25T04:00:00Z', '2026-04-24'],
      ['2026-04-25T08:00:00Z', '2026-04-25T09:00:00Z', '2026-04-25'],
    ]);
  });

  it('follows the clock changes: an hour shorter in spring, an hour longer in autumn, none that do not exist', async () => {
    const { values, faults } = await parse(
      'Code,Title,Start,End\n' +
        'A,Spring,2026-03-08 01:30,2026-03-08 03:30\n' +
        'B,Autumn,2026-11-01 00:30,2026-11-01 02:30\n' +
        'C,Autumn twice,2026-11-01 01:45,2026-11-01 01:15\n' +
        'D,Skipped,2026-03-08 02:30,2026-03-08 03:30\n',
    );
    expect(times(values).map(([start, end]) => [start, end])).toEqual([
      ['2026-03-08T06:30:00Z', '2026-03-08T07:30:00Z'],
      ['2026-11-01T04:30:00Z', '2026-11-01T07:30:00Z'],
      ['2026-11-01T05:45:00Z', '2026-11-01T06:15:00Z'],
    ]);
    expect(brief(faults)).toEqual([{ row: 5, field: 'start', code: 'time.skipped' }]);
  });

  it('names every fault of every row', async () => {
    const { values, faults } = await parse(
      'Code,Title,Date,Start,End,Duration,Highlight,Credits: AMA\n' +
        ',,2026-04-24,9:00,8:00 on,,perhaps,lots\n' +
        'B,B,2026-02-30,9:00,10:00,,,\n' +
        'C,C,2026-04-24,2026-04-25 9:00,2026-04-25 10:00,,,\n' +
        'D,D,2026-04-24,9:00,9:00,,,\n' +
        'E,E,2026-04-24,9:00,,-30,,\n' +
        'F,F,2026-04-24,9:00,,,,\n' +
        'G,G,,9:00,10:00,,,\n' +
        'H,H,2026-04-24,,10:00,,,\n' +
        'I,I,2026-04-24,9:00,2026-05-24 9:00,,,\n' +
        'J,J,2026-04-24,9:00,2026-04-24 8:00,,,1.255\n',
    );
    expect(values).toEqual([]);
    expect(brief(faults)).toEqual([
      { row: 2, field: 'code', code: 'field.required' },
      { row: 2, field: 'title', code: 'field.required' },
      { row: 2, field: 'end', code: 'date.unreadable' },
      { row: 2, field: 'isHighlight', code: 'flag.unreadable' },
      { row: 2, field: 'Credits: AMA', code: 'credit.unreadable' },
      { row: 3, field: 'date', code: 'date.unreadable' },
      { row: 4, field: 'date', code: 'date.contradicts_start' },
      { row: 5, field: 'end', code: 'duration.not_positive' },
      { row: 6, field: 'end', code: 'duration.not_positive' },
      { row: 7, field: 'end', code: 'field.required' },
      { row: 8, field: 'start', code: 'date.missing' },
      { row: 9, field: 'start', code: 'field.required' },
      { row: 10, field: 'end', code: 'duration.too_long' },
      { row: 11, field: 'end', code: 'duration.not_positive' },
      { row: 11, field: 'Credits: AMA', code: 'credit.unreadable' },
    ]);
  });

  it('tells at the header what no row could mend', async () => {
    const header = async (line: string) => brief((await parse(`${line}\nx,x,x,x\n`)).faults);
    expect(await header('Title,Start,End')).toEqual([{ row: 1, field: 'code', code: 'column.missing' }]);
    expect(await header('Code,Title,Start')).toEqual([{ row: 1, field: 'end', code: 'column.missing' }]);
    expect(await header('Code,Room')).toEqual([
      { row: 1, field: 'title', code: 'column.missing' },
      { row: 1, field: 'start', code: 'column.missing' },
    ]);
    expect(await header('Code,Title,Start,End,Credits')).toEqual([
      { row: 1, field: 'credits', code: 'column.credit_type_unknown' },
    ]);
  });

  it('gives a bare “Credits” column the credit type it is told', async () => {
    const { values } = await parse('Code,Title,Start,Duration,Credits\nA,T,2026-04-24 09:00,45,0.75\n', {
      defaultCreditType: 'ama-pra-1',
    });
    expect(values[0]?.credits).toEqual([{ creditType: 'ama-pra-1', hundredths: 75 }]);
  });

  it('takes a credit type from a mapped column', async () => {
    const { values } = await parse('Code,Title,Start,Duration,CME hrs\nA,T,2026-04-24 09:00,45,2\n', {
      mapping: { 'credits.ama-pra-1': 'CME hrs' },
    });
    expect(values[0]?.credits).toEqual([{ creditType: 'ama-pra-1', hundredths: 200 }]);
  });

  it('takes the key from its own column, so that a code may be renumbered', async () => {
    const { values, faults } = await parse(
      'Session ID,Code,Title,Start,Duration\n9,A,T,2026-04-24 09:00,45\n9,B,T,2026-04-24 09:00,45\n',
    );
    expect(values[0]).toMatchObject({ sourceKey: '9', code: 'A' });
    expect(brief(faults)).toEqual([{ row: 3, field: 'sourceKey', code: 'row.repeated_differently' }]);
  });

  it('faults a programme of 1 MB in one field, and a quote that swallows the file', async () => {
    const big = await parse(
      `Code,Title,Start,Duration\nA,"${'word '.repeat(200_000)}",2026-04-24 09:00,45\n`,
    );
    expect(brief(big.faults)).toEqual([{ row: 2, field: 'title', code: 'text.too_large' }]);
    const swallowed = await parse(`Code,Title,Start,Duration\nA,"${'x,y\n'.repeat(2_000_000)}`);
    expect(brief(swallowed.faults)).toEqual([{ row: 2, field: 'file', code: 'csv.record_too_large' }]);
  });

  it('refuses at once a zone that does not exist', () => {
    expect(() => parseProgramme(Readable.from(['']), { timeZone: 'Mars/Olympus' })).toThrow(RangeError);
  });
});
