import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ImportFault, ParsedRow } from './import-fault.js';
import type { ParsedOffering } from './parsed-offering.js';
import { parseProgramme } from './programme.parser.js';

const schedules = join(process.env['LAUREL_TEST_DATA'] ?? join(process.cwd(), '../shared/data'), 'schedules');
const hasData = existsSync(schedules);
const describeData = hasData ? describe : describe.skip;
if (!hasData) console.warn(`Skipped: the real schedules are not at ${schedules} (set LAUREL_TEST_DATA).`);

const ACCEPTED = ['pretalx-rc3.json', 'pretalx-democon.json', 'frab-camp2019.json'];

async function parse(name: string): Promise<ParsedRow<ParsedOffering>[]> {
  return Array.fromAsync(
    parseProgramme(createReadStream(join(schedules, name)), { timeZone: 'Europe/Berlin' }),
  );
}

const faultsOf = (rows: ParsedRow<ParsedOffering>[]): ImportFault[] =>
  rows.flatMap((row) => ('faults' in row ? row.faults : []));
const valuesOf = (rows: ParsedRow<ParsedOffering>[]): ParsedOffering[] =>
  rows.flatMap((row) => ('value' in row ? [row.value] : []));

/** The official validator, as the format's authors run it. */
function officialValidator() {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const ajv = new Ajv({ allErrors: true, strict: false });
  const draft6: unknown = require('ajv/dist/refs/json-schema-draft-06.json');
  if (!isObject(draft6)) throw new TypeError('ajv does not bring the meta-schema of draft 6.');
  ajv.addMetaSchema(draft6);
  addFormats(ajv);
  ajv.addFormat('color', true);
  const schema = documentOf('frab-schedule.schema.json');
  if (!isObject(schema)) throw new TypeError('The official schema is no object.');
  return ajv.compile(schema);
}

let validator: ReturnType<typeof officialValidator> | undefined;

function officialErrors(document: unknown) {
  validator ??= officialValidator();
  return validator(document) ? [] : (validator.errors ?? []);
}

const documentOf = (name: string): unknown => JSON.parse(readFileSync(join(schedules, name), 'utf8'));

/** The first session of a schedule, to be changed. */
function firstSession(document: unknown): Record<string, unknown> {
  return at(document, 'schedule', 'conference', 'days', '0', 'rooms', 'Gray Room', '0');
}

function at(value: unknown, ...keys: string[]): Record<string, unknown> {
  let found: unknown = value;
  for (const key of keys) found = isObject(found) ? found[key] : undefined;
  if (!isObject(found)) throw new Error(`The schedule has nothing at ${keys.join('/')}`);
  return found;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const sessionProperties = (document: unknown): string[] => Object.keys(firstSession(document));

describeData('real schedules', () => {
  it.each([
    ['pretalx-rc3.json', 48],
    ['pretalx-democon.json', 36],
    ['frab-camp2019.json', 79],
  ])('%s is accepted with its %i sessions', async (name, sessions) => {
    const rows = await parse(name);
    expect(faultsOf(rows)).toEqual([]);
    expect(valuesOf(rows)).toHaveLength(sessions);
    expect(new Set(valuesOf(rows).map(({ sourceKey }) => sourceKey)).size).toBe(sessions);
  });

  it('reads a session whole', async () => {
    const [first] = valuesOf(await parse('frab-camp2019.json'));
    expect(first).toEqual({
      sourceKey: 'a0a0fcfe-b7fb-46e3-84b6-97a5406016b4',
      code: '10386',
      title: 'Opening Ceremony',
      description: expect.any(String),
      startsAt: '2019-08-21T09:00:00Z',
      endsAt: '2019-08-21T09:30:00Z',
      day: '2019-08-21',
      room: 'Curie',
      track: 'CCC',
      category: '',
      type: 'lecture',
      isHighlight: false,
      course: null,
      tier: null,
      speakers: ['jinxx', 'smtw'],
      language: 'en',
      isService: false,
      credits: null,
    });
  });

  it('refuses invalid-example.json at exactly the paths the official schema faults', async () => {
    // What published programmes break as well is tolerated; the rest of the official verdict is ours.
    const kind = (error: { keyword: string; params: object; instancePath: string }) =>
      `${error.keyword} ${JSON.stringify(error.params)} ${error.instancePath.split('/').at(-1)?.replace(/^\d+$/, '#')}`;
    const tolerated = new Set(ACCEPTED.flatMap((name) => officialErrors(documentOf(name)).map(kind)));
    const official = officialErrors(documentOf('invalid-example.json')).filter(
      (error) => !tolerated.has(kind(error)),
    );
    const paths = new Set(official.map(({ instancePath }) => instancePath));

    const faults = faultsOf(await parse('invalid-example.json'));
    expect(new Set(faults.map(({ path }) => path))).toEqual(paths);
    const session = '/schedule/conference/days/0/rooms/Winterchaos/0';
    expect(faults.map(({ path, code, value }) => ({ path, code, value }))).toEqual([
      { path: `${session}/id`, code: 'frab.type', value: '2814' },
      { path: `${session}/persons/0`, code: 'frab.person_unnamed', value: undefined },
      { path: `${session}/persons/0/id`, code: 'frab.type', value: 'dsadf' },
      { path: `${session}/persons/0/code`, code: 'frab.pattern', value: 'MÄaN0' },
      { path: '/schedule/rooms', code: 'frab.misplaced', value: undefined },
    ]);
    expect(faults.every(({ reason }) => reason.length > 20)).toBe(true);
  });

  it('is as strict as the official schema about every property of a session, but for what it tolerates on purpose', async () => {
    const wrong: Record<string, unknown> = {
      nothing: undefined,
      null: null,
      number: 5.5,
      text: 'ä b',
      flag: true,
      list: [1],
      object: { a: 1 },
    };
    const looser: string[] = [];
    const stricter: string[] = [];
    for (const property of sessionProperties(documentOf('pretalx-democon.json'))) {
      for (const [name, value] of Object.entries(wrong)) {
        const document = documentOf('pretalx-democon.json');
        const session = { ...firstSession(document), [property]: value };
        const conference = at(document, 'schedule', 'conference');
        conference['days'] = [{ ...at(conference, 'days', '0'), rooms: { 'Gray Room': [session] } }];
        const text = JSON.stringify(document);
        const official = officialErrors(JSON.parse(text)).length > 0;
        const rows = await Array.fromAsync(parseProgramme(Readable.from([text]), { timeZone: 'UTC' }));
        const ours = faultsOf(rows).length > 0;
        if (official && !ours) looser.push(`${property}: ${name}`);
        if (!official && ours) stricter.push(`${property}: ${name}`);
      }
    }
    const optional = [
      'id',
      'guid',
      'date',
      'start',
      'room',
      'slug',
      'url',
      'subtitle',
      'track',
      'type',
      'language',
      'abstract',
      'persons',
      'links',
    ];
    expect(new Set(looser)).toEqual(
      new Set([...optional.map((property) => `${property}: nothing`), 'slug: text', 'url: text']),
    );
    expect(stricter).toEqual([]);
  });
});
