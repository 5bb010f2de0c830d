import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { Readable } from 'node:stream';
import { parseMoment } from './date-cell.js';
import { parseCellDuration, parseFrabDuration } from './duration-text.js';
import type { ParsedRow } from './import-fault.js';
import type { ParsedOffering } from './parsed-offering.js';
import { parseProgramme } from './programme.parser.js';
import { type ParsedRegistrant, parseRegistrants } from './registrant.parser.js';

// Hundreds of runs each, on machines that may be busy with other things.
jest.setTimeout(60_000);

const FULL_SESSION = {
  guid: '7a0fc001-e587-47e1-b378-b6ec7e666337',
  id: 7,
  code: 'ABC',
  date: '2026-05-01T09:00:00+02:00',
  start: '09:00',
  duration: '00:45',
  room: 'A',
  title: 'T',
  track: null,
  type: 'Talk',
  persons: [{ id: 1, public_name: 'Ada' }],
};

const SEEDS = {
  csv: 'Code;Title;Start;End;Speakers\r\nA;"Left; ""bundle""";2026-04-24 09:00;10:30;Åsa\r\nB;x;46136,375;9 PM;\r\n',
  json: JSON.stringify({
    schedule: { conference: { title: 'C', days: [{ date: '2026-05-01', rooms: { A: [FULL_SESSION] } }] } },
  }),
  xml:
    '<?xml version="1.0"?><schedule><day date="2026-05-01"><room name="A"><event id="7"><title>T &amp; é</title>' +
    '<start>09:00</start><duration>00:45</duration><persons><person>Ada</person></persons></event></room></day></schedule>',
  registrants: 'Badge,First name,Last name,NPI\n1,Åsa,Lindqvist,1234567893\n2,"Thị, Minh",Nguyễn,\n',
};

/** A real file with pieces cut out, doubled or replaced, as damage happens. */
const damaged = (seed: string) =>
  fc
    .array(
      fc.record({
        at: fc.nat(seed.length),
        length: fc.nat(12),
        insert: fc.oneof(
          fc.constantFrom(
            '',
            '"',
            '\n',
            '\r',
            ';',
            ',',
            '<',
            '>',
            '&',
            '{',
            '}',
            '[',
            ']',
            '\\',
            '\u0000',
            '\uFEFF',
            '\\ud800',
            '<![CDATA[',
            '-->',
          ),
          fc.string({ unit: 'binary', maxLength: 6 }),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((cuts) =>
      cuts.reduce(
        (text, { at, length, insert }) => text.slice(0, at) + insert + text.slice(at + length),
        seed,
      ),
    );

/** The same bytes in chunks of any size, also in the middle of a letter. */
const chunked = (content: Uint8Array, size: number): Readable => {
  const chunks: Uint8Array[] = [];
  for (let start = 0; start < content.length; start += size)
    chunks.push(content.subarray(start, start + size));
  return Readable.from(chunks);
};

const collectProgramme = (content: Uint8Array, size = 7): Promise<ParsedRow<ParsedOffering>[]> =>
  Array.fromAsync(parseProgramme(chunked(content, size), { timeZone: 'Europe/Berlin' }));
const collectRegistrants = (content: Uint8Array, size = 7): Promise<ParsedRow<ParsedRegistrant>[]> =>
  Array.fromAsync(parseRegistrants(chunked(content, size)));

/** Every row is either a value in shape or at least one fault that says where and why. */
function expectSound<T>(rows: ParsedRow<T>[], isSound: (value: T) => boolean): void {
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    if ('value' in row) expect(isSound(row.value)).toBe(true);
    else {
      expect(row.faults.length).toBeGreaterThan(0);
      for (const fault of row.faults) {
        expect(fault.code).toMatch(/^[a-z_]+\.[a-zA-Z_]+$/);
        expect(fault.reason.length).toBeGreaterThan(10);
        expect((fault.value ?? '').length).toBeLessThanOrEqual(80);
      }
    }
  }
}

/** All of a time, or nothing of it where the credit is stated. */
const isSoundTime = ({ startsAt, endsAt, day, course, credits }: ParsedOffering): boolean =>
  startsAt === null || endsAt === null || day === null
    ? startsAt === null && endsAt === null && day === null && (course !== null || credits !== null)
    : Temporal.Instant.compare(startsAt, endsAt) < 0 && Temporal.PlainDate.from(day).toString() === day;

const isSoundOffering = (value: ParsedOffering): boolean =>
  value.sourceKey !== '' &&
  value.title !== '' &&
  isSoundTime(value) &&
  value.title.isWellFormed() &&
  !value.title.includes('\u0000');

const isSoundRegistrant = (value: ParsedRegistrant): boolean =>
  value.badge !== '' &&
  value.lastName !== '' &&
  value.lastName.isWellFormed() &&
  !value.lastName.includes('\u0000');

describe('importers never throw and never hang', () => {
  it.each(['csv', 'json', 'xml'] as const)('on a damaged %s programme', async (format) => {
    await fc.assert(
      fc.asyncProperty(damaged(SEEDS[format]), fc.integer({ min: 1, max: 300 }), async (text, size) => {
        expectSound(await collectProgramme(Buffer.from(text), size), isSoundOffering);
      }),
      { numRuns: 300 },
    );
  });

  it('on damaged registrants', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(SEEDS.registrants), fc.integer({ min: 1, max: 100 }), async (text, size) => {
        expectSound(await collectRegistrants(Buffer.from(text), size), isSoundRegistrant);
      }),
      { numRuns: 300 },
    );
  });

  it('on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('{', '<', 'Badge,Last name\n', ''),
        async (bytes, head) => {
          const content = Buffer.concat([Buffer.from(head), bytes]);
          expectSound(await collectProgramme(content), isSoundOffering);
          expectSound(await collectRegistrants(content), isSoundRegistrant);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('on any value in any property of a session', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(FULL_SESSION)),
        fc.jsonValue(),
        async (property, value) => {
          const session = { ...FULL_SESSION, [property]: value };
          const document = {
            schedule: { conference: { title: 'C', days: [{ date: '2026-05-01', rooms: { A: [session] } }] } },
          };
          expectSound(await collectProgramme(Buffer.from(JSON.stringify(document)), 64), isSoundOffering);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('chunks', () => {
  it.each(['csv', 'json', 'xml'] as const)('of any size read the same %s', async (format) => {
    const whole = await collectProgramme(Buffer.from(SEEDS[format]), 1_000_000);
    expect(whole.every((row) => 'value' in row)).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (size) => {
        expect(await collectProgramme(Buffer.from(SEEDS[format]), size)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});

describe('cells', () => {
  it('of any text are a moment, a duration or nothing', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.stringMatching(/^[0-9:./\-T ,apmAPM]{0,20}$/),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(cell, (text) => {
        const moment = parseMoment(text);
        expect(
          moment === undefined ||
            [moment.date, moment.time, moment.instant].some((part) => part !== undefined),
        ).toBe(true);
        for (const minutes of [parseCellDuration(text), parseFrabDuration(text)]) {
          expect(minutes === undefined || Number.isSafeInteger(minutes)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('bring back the moment they were written from', () => {
    const moments = fc
      .date({ min: new Date('1990-01-01Z'), max: new Date('2099-12-31Z'), noInvalidDate: true })
      .map((date) =>
        Temporal.Instant.fromEpochMilliseconds(date.getTime())
          .toZonedDateTimeISO('UTC')
          .toPlainDateTime()
          .round('minute'),
      );
    fc.assert(
      fc.property(moments, (local) => {
        const iso = local.toString({ smallestUnit: 'minute' });
        const half = local.hour < 12 ? 'AM' : 'PM';
        const minute = String(local.minute).padStart(2, '0');
        const days = Temporal.PlainDate.from('1899-12-30').until(local.toPlainDate()).days;
        const serial = days + (local.hour * 60 + local.minute) / 1440;
        for (const text of [
          iso,
          iso.replace('T', ' '),
          `${local.month}/${local.day}/${local.year} ${local.hour % 12 || 12}:${minute} ${half}`,
          `${local.day}.${local.month}.${local.year} ${local.hour}:${minute}`,
          local.toLocaleString('en-US', { dateStyle: 'full', timeStyle: 'short' }),
          ...(Number.isInteger(serial) ? [] : [String(serial), serial.toFixed(10).replace('.', ',')]),
        ]) {
          const moment = parseMoment(text);
          expect([
            text,
            moment?.date?.toString(),
            moment?.time?.toString({ smallestUnit: 'minute' }),
          ]).toEqual([
            text,
            local.toPlainDate().toString(),
            local.toPlainTime().toString({ smallestUnit: 'minute' }),
          ]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
