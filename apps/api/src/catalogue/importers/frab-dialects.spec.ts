import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import type { ImportFault } from './import-fault.js';
import type { ParsedOffering } from './parsed-offering.js';
import { parseProgramme, type ProgrammeOptions } from './programme.parser.js';

async function parse(content: string, options: Partial<ProgrammeOptions> = {}) {
  const values: ParsedOffering[] = [];
  const faults: ImportFault[] = [];
  for await (const row of parseProgramme(Readable.from([content]), {
    timeZone: 'Europe/Berlin',
    ...options,
  })) {
    if ('value' in row) values.push(row.value);
    else faults.push(...row.faults);
  }
  return { values, faults };
}

const where = (faults: ImportFault[]) => faults.map(({ path, code }) => [path, code]);

const GUID = '7a0fc001-e587-47e1-b378-b6ec7e666337';
const SESSION = {
  guid: GUID,
  id: 7,
  date: '2026-05-01T09:00:00+02:00',
  start: '09:00',
  duration: '00:45',
  room: 'Saal 1',
  title: 'Title',
  type: 'Talk',
  persons: [{ name: 'Ada' }],
};

const dayJson = (sessions: unknown[], day: object = {}) => ({
  index: 1,
  date: '2026-05-01',
  day_start: '2026-05-01T09:00:00+02:00',
  day_end: '2026-05-02T04:00:00+02:00',
  rooms: { 'Saal 1/2': sessions },
  ...day,
});
const json = (sessions: unknown[], day: object = {}) =>
  JSON.stringify({ schedule: { version: '1', conference: { title: 'C', days: [dayJson(sessions, day)] } } });

const ROOM = '/schedule/conference/days/0/rooms/Saal 1~12';

const xml = (events: string, day = 'date="2026-05-01" index="1"') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<schedule><version>1</version><conference><title>C</title></conference>` +
  `<day ${day}><room name="Saal 1">${events}</room></day></schedule>`;
const event = (children: string, attributes = `id="7" guid="${GUID}"`) =>
  `<event ${attributes}>${children}</event>`;

describe('frab JSON', () => {
  it('reads dates without a zone in the zone given, and days past midnight', async () => {
    const { values, faults } = await parse(
      json([
        { ...SESSION, date: '2026-05-01T09:00:00' },
        { ...SESSION, guid: undefined, date: undefined, start: '23:30', duration: '1:30' },
        { ...SESSION, guid: undefined, id: undefined, slug: 'Late', date: '2026-05-02T00:30:00+02:00' },
        { ...SESSION, guid: undefined, id: 9, date: undefined, start: '00:30', duration: '1:00:30' },
      ]),
    );
    expect(faults).toEqual([]);
    expect(values.map(({ sourceKey, startsAt, endsAt, day }) => [sourceKey, startsAt, endsAt, day])).toEqual([
      [GUID, '2026-05-01T07:00:00Z', '2026-05-01T07:45:00Z', '2026-05-01'],
      ['id:7', '2026-05-01T21:30:00Z', '2026-05-01T23:00:00Z', '2026-05-01'],
      ['slug:Late', '2026-05-01T22:30:00Z', '2026-05-01T23:15:00Z', '2026-05-01'],
      ['id:9', '2026-05-01T22:30:00Z', '2026-05-02T23:00:00Z', '2026-05-01'],
    ]);
  });

  it('reads a day whose date stands after its rooms', async () => {
    const text = JSON.stringify({
      schedule: {
        conference: {
          days: [{ rooms: { A: [{ ...SESSION, date: undefined }] }, date: '2026-05-01' }],
          title: 'C',
        },
      },
    });
    const { values, faults } = await parse(text);
    expect(faults).toEqual([]);
    expect(values[0]).toMatchObject({ startsAt: '2026-05-01T07:00:00Z', day: '2026-05-01' });
  });

  it('names the faults of a session by their paths', async () => {
    const { values, faults } = await parse(
      json([
        { ...SESSION, title: undefined, duration: '00:00' },
        { ...SESSION, guid: undefined, id: undefined },
        { ...SESSION, date: 'tomorrow' },
        { ...SESSION, duration: '-1:00' },
        { ...SESSION, duration: '12:77' },
        { ...SESSION, duration: undefined },
        { ...SESSION, date: '2026-05-09T09:00:00+02:00' },
        { ...SESSION, guid: 'no', start: '9', persons: [{ biography: '' }, 'Ada'], track: 5 },
        'talk',
      ]),
    );
    expect(values).toEqual([]);
    expect(where(faults)).toEqual([
      [`${ROOM}/0`, 'frab.missing'],
      [`${ROOM}/0/duration`, 'duration.not_positive'],
      [`${ROOM}/1/guid`, 'frab.no_key'],
      [`${ROOM}/2/date`, 'date.unreadable'],
      [`${ROOM}/3/duration`, 'duration.not_positive'],
      [`${ROOM}/4/duration`, 'duration.unreadable'],
      [`${ROOM}/5/duration`, 'field.required'],
      [`${ROOM}/6/date`, 'date.outside_day'],
      [`${ROOM}/7/guid`, 'frab.format'],
      [`${ROOM}/7/start`, 'frab.pattern'],
      [`${ROOM}/7/track`, 'frab.type'],
      [`${ROOM}/7/persons/0`, 'frab.person_unnamed'],
      [`${ROOM}/7/persons/1`, 'frab.type'],
      [`${ROOM}/8`, 'frab.type'],
    ]);
  });

  it('names the faults of the document', async () => {
    const conference = '/schedule/conference';
    const document = (value: unknown) => parse(JSON.stringify({ schedule: { conference: value } }));
    expect(where((await parse('{"a": 1}')).faults)).toEqual([['', 'frab.not_a_schedule']]);
    expect(where((await parse('[1]')).faults)).toEqual([['', 'frab.not_a_schedule']]);
    expect(where((await document({ title: 'C', days: {} })).faults)).toEqual([
      [`${conference}/days`, 'frab.type'],
    ]);
    expect(where((await document({ title: 'C', days: [] })).faults)).toEqual([
      [`${conference}/days`, 'file.no_rows'],
    ]);
    expect(where((await document({ days: [dayJson([], { rooms: [] })] })).faults)).toEqual([
      [conference, 'frab.missing'],
      [`${conference}/days/0/rooms`, 'frab.type'],
    ]);
    expect(
      where((await document({ title: 5, days: [dayJson([SESSION], { date: 'May', index: 'x' })] })).faults),
    ).toEqual([
      [`${conference}/title`, 'frab.type'],
      [`${conference}/days/0/index`, 'frab.type'],
      [`${conference}/days/0/date`, 'frab.format'],
    ]);
  });

  it('takes an identical session once and faults a differing one of the same key', async () => {
    const { values, faults } = await parse(json([SESSION, SESSION, { ...SESSION, title: 'Other' }]));
    expect(values).toHaveLength(1);
    expect(where(faults)).toEqual([[`${ROOM}/2/guid`, 'row.repeated_differently']]);
  });

  it('faults 1 MB in one field, too large and too deep sessions, and reads on', async () => {
    const deep = `${'['.repeat(60)}${']'.repeat(60)}`;
    const text = json([
      { ...SESSION, description: 'x'.repeat(1_000_000) },
      { ...SESSION, links: Array.from({ length: 80_000 }, () => ({ url: '' })) },
      { ...SESSION, attachments: '#deep' },
      { ...SESSION, answers: Array.from({ length: 80_000 }, () => ({ url: '' })) },
    ]).replace('"#deep"', deep);
    const { values, faults } = await parse(text);
    expect(faults.map(({ path, field, code }) => [path?.split('/')[7], field, code])).toEqual([
      ['0', 'description', 'text.too_large'],
      ['1', 'links', 'session.too_large'],
      ['2', 'attachments', 'session.too_deep'],
    ]);
    expect(values).toHaveLength(1);
  });

  it.each([
    ['cut off', json([SESSION]).slice(0, -5), 'json.malformed'],
    ['damaged', json([SESSION]).replace('"09:00"', '"09:00'), 'json.malformed'],
    ['followed by more', `${json([SESSION])}{}`, 'json.malformed'],
    ['blank', ' \n ', 'file.empty'],
  ])('refuses a file that is %s', async (_, text, code) => {
    expect((await parse(text)).faults.map((fault) => fault.code)).toEqual([code]);
  });

  it('is not reached by keys that name parts of an object’s prototype', async () => {
    const { values } = await parse(
      json([SESSION]).replace('"type":"Talk"', '"__proto__":{"polluted":true},"type":"Talk"'),
    );
    expect(values).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('frab XML', () => {
  it('reads a modern schedule', async () => {
    const { values, faults } = await parse(
      xml(
        event(
          '<date>2026-05-02T00:30:00+02:00</date><start>00:30</start><duration>01:30</duration><room>Saal 1</room>' +
            '<slug>c-7-x</slug><title>R &amp; D</title><track>T</track><type>Talk</type><language>de</language>' +
            '<abstract>Short</abstract><description><![CDATA[Long <b>text</b>]]></description>' +
            '<persons><person id="1">Ada</person><person id="2">Grace</person></persons>' +
            '<links><link href="https://x">title</link></links>',
          `id="7" guid="${GUID.toUpperCase()}" code="ABC123"`,
        ),
      ),
    );
    expect(faults).toEqual([]);
    expect(values).toEqual([
      {
        sourceKey: GUID,
        code: 'ABC123',
        title: 'R & D',
        description: 'Short\n\nLong <b>text</b>',
        startsAt: '2026-05-01T22:30:00Z',
        endsAt: '2026-05-02T00:00:00Z',
        day: '2026-05-01',
        room: 'Saal 1',
        track: 'T',
        category: '',
        type: 'Talk',
        isHighlight: false,
        course: null,
        tier: null,
        speakers: ['Ada', 'Grace'],
        language: 'de',
        isService: false,
        credits: null,
      },
    ]);
  });

  it('reads older dialects: no guid, no date, no zone, a start alone, durations with seconds', async () => {
    const { values, faults } = await parse(
      xml(
        event('<start>10:00</start><duration>00:45:00</duration><title>A</title>', 'id="1"') +
          event('<slug>b</slug><start>00:15</start><duration>0:45</duration><title>B</title>', '') +
          event(
            '<date>2026-05-01</date><start>11:00</start><duration>1:00</duration><title>C</title>',
            'id="3"',
          ),
      ),
    );
    expect(faults).toEqual([]);
    expect(
      values.map(({ sourceKey, startsAt, endsAt, day, room }) => [sourceKey, startsAt, endsAt, day, room]),
    ).toEqual([
      ['id:1', '2026-05-01T08:00:00Z', '2026-05-01T08:45:00Z', '2026-05-01', 'Saal 1'],
      ['slug:b', '2026-05-01T22:15:00Z', '2026-05-01T23:00:00Z', '2026-05-01', 'Saal 1'],
      ['id:3', '2026-05-01T09:00:00Z', '2026-05-01T10:00:00Z', '2026-05-01', 'Saal 1'],
    ]);
  });

  it('reads the encoding its declaration names', async () => {
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?><schedule><day date="2026-05-01"><room name="Sälë">${event('<start>10:00</start><duration>1:00</duration><title>Çà</title>')}</room></day></schedule>`;
    const rows = await Array.fromAsync(
      parseProgramme(Readable.from([Buffer.from(text, 'latin1')]), { timeZone: 'Europe/Berlin' }),
    );
    expect(rows).toEqual([{ row: 1, value: expect.objectContaining({ title: 'Çà', room: 'Sälë' }) }]);
  });

  it('names faults by their place', async () => {
    const { values, faults } = await parse(
      xml(
        event('<start>10:00</start><duration>00:45</duration><title>A</title>', '') +
          event('<start>10:00</start><duration>00:45</duration>', 'id="x" guid="y" code="ä"') +
          event(
            `<start>10:00</start><duration>0:45</duration><title>${'x'.repeat(200_000)}</title>`,
            'id="3"',
          ),
        'date="1 May"',
      ),
    );
    expect(values).toEqual([]);
    const at = '/schedule/day[1]/room[1]/event';
    expect(where(faults)).toEqual(
      expect.arrayContaining([
        ['/schedule/day[1]/@date', 'frab.format'],
        [`${at}[1]/@guid`, 'frab.no_key'],
        [`${at}[2]/@guid`, 'frab.format'],
        [`${at}[2]/@id`, 'frab.format'],
        [`${at}[2]/@code`, 'frab.format'],
        [`${at}[2]/title`, 'field.required'],
        [`${at}[3]/title`, 'text.too_large'],
      ]),
    );
  });

  it.each([
    ['cut off', xml('').slice(0, -20), 'xml.malformed'],
    ['no schedule', '<rss><channel/></rss>', 'frab.not_a_schedule'],
    ['without sessions', xml(''), 'file.no_rows'],
    [
      'a bomb of entities',
      `<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${xml(event('<title>&b;</title>')).slice(39)}`,
      'xml.malformed',
    ],
    ['too deep', xml('<a>'.repeat(100)), 'file.too_deep'],
  ])('refuses a file that is %s', async (_, text, code) => {
    expect((await parse(text)).faults.map((fault) => fault.code)).toEqual([code]);
  });
});

describe('the source stream', () => {
  it.each([
    ['CSV', `Code,Title,Start,Duration\nA,T,2026-05-01 09:00,30\n`],
    ['JSON', json([SESSION])],
    ['XML', xml(event('<start>10:00</start><duration>1:00</duration><title>A</title>'))],
  ])('of %s is closed when the reader stops early, and when the file is refused', async (_, text) => {
    const endless = () =>
      Readable.from(
        (function* () {
          yield Buffer.from(text);
          for (;;) yield Buffer.from(' '.repeat(1000));
        })(),
      );
    const stopped = endless();
    for await (const row of parseProgramme(stopped, { timeZone: 'UTC' })) {
      expect(row).toHaveProperty('value');
      break;
    }
    expect(stopped.destroyed).toBe(true);

    const refused = endless();
    const rows = await Array.fromAsync(parseProgramme(refused, { timeZone: 'UTC', maxBytes: 50_000 }));
    expect(rows.at(-1)).toMatchObject({ faults: [{ code: 'file.too_large' }] });
    expect(refused.destroyed).toBe(true);
  });
});
