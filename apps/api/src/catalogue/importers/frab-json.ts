import { Readable } from 'node:stream';
import jsonParser, { type Token } from 'stream-json/parser.js';
import { FileFault, type ImportFault, type ParsedRow } from './import-fault.js';
import { FrabJsonWalker, type FrabJsonItem } from './frab-json-walker.js';
import { schemaFaults } from './frab-schema.js';
import { type FrabDay, type FrabPlace, type FrabSession, offeringFromFrab } from './frab-session.js';
import { jsonPointer } from './json-path.js';
import type { JsonValue } from './json-capture.js';
import type { ParsedOffering } from './parsed-offering.js';
import { RepeatedRows } from './repeated-rows.js';

export interface FrabOptions {
  /** IANA zone of dates without an offset, and of the programme's days. */
  timeZone: string;
  maxRows: number;
}

/**
 * Reads a frab/pretalx schedule in JSON from its text, session by session; memory holds one session, and
 * those of one day only where the file gives the day's date after its rooms.
 */
export async function* parseFrabJson(
  text: AsyncIterable<string>,
  options: FrabOptions,
): AsyncGenerator<ParsedRow<ParsedOffering>, void> {
  const reader = new FrabJsonReader(options);
  const walker = new FrabJsonWalker();
  for await (const token of tokens(text)) {
    const item = walker.take(token);
    if (item !== undefined) yield* reader.read(item);
  }
  yield* reader.finish();
}

async function* tokens(text: AsyncIterable<string>): AsyncGenerator<Token, void> {
  const source = Readable.from(text, { objectMode: true });
  const parser = jsonParser.asStream({ packStrings: false, streamKeys: false, streamNumbers: false });
  source.on('error', (error) => parser.destroy(error));
  try {
    yield* source.pipe(parser);
  } catch (error) {
    // The text's own faults come through as they are; any other error is the JSON parser's.
    if (!(error instanceof Error) || !error.message.startsWith('Parser ')) throw error;
    throw new FileFault({
      field: 'file',
      code: 'json.malformed',
      reason: 'The file is not valid JSON: it is cut off or damaged. Export it again.',
    });
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** Turns the parts of a schedule into rows, in the order of the document. */
class FrabJsonReader {
  private readonly repeated = new RepeatedRows();
  private readonly documentFaults: ImportFault[] = [];
  private conference: Record<string, JsonValue> | undefined;
  private day:
    { fields: Record<string, JsonValue>; waiting: Extract<FrabJsonItem, { kind: 'session' }>[] } | undefined;
  private row = 0;

  constructor(private readonly options: FrabOptions) {}

  *read(item: FrabJsonItem): Generator<ParsedRow<ParsedOffering>, void> {
    switch (item.kind) {
      case 'conference-start':
        this.conference = {};
        return;
      case 'conference-field':
        if (this.conference) this.conference[item.name] = item.value;
        return;
      case 'day-start':
        this.day = { fields: {}, waiting: [] };
        return;
      case 'day-field':
        if (this.day) this.day.fields[item.name] = item.value;
        return;
      case 'day-end':
        this.documentFaults.push(...schemaFaults('day', this.day?.fields ?? {}, jsonPointer(item.path)));
        for (const session of this.day?.waiting ?? []) yield* this.session(session);
        this.day = undefined;
        return;
      case 'fault':
        this.documentFaults.push({
          path: jsonPointer(item.path),
          field: item.field,
          code: item.code,
          reason: item.reason,
        });
        return;
      case 'session':
        if (this.day !== undefined && this.day.fields['date'] === undefined) {
          this.day.waiting.push(item);
          return;
        }
        yield* this.session(item);
    }
  }

  *finish(): Generator<ParsedRow<ParsedOffering>, void> {
    if (this.conference === undefined) {
      throw new FileFault({
        path: '',
        field: 'schedule',
        code: 'frab.not_a_schedule',
        reason: 'This is no frab or pretalx schedule: it has no /schedule/conference.',
      });
    }
    const faults = [
      ...schemaFaults('conference', this.conference, '/schedule/conference'),
      ...this.documentFaults,
    ];
    if (faults.length > 0) yield { row: 0, faults };
    else if (this.row === 0) {
      throw new FileFault({
        path: '/schedule/conference/days',
        field: 'days',
        code: 'file.no_rows',
        reason: 'The schedule has no sessions.',
      });
    }
  }

  private *session(
    item: Extract<FrabJsonItem, { kind: 'session' }>,
  ): Generator<ParsedRow<ParsedOffering>, void> {
    this.row += 1;
    if (this.row > this.options.maxRows) {
      throw new FileFault({
        field: 'file',
        code: 'file.too_many_rows',
        reason: `The schedule has more than ${this.options.maxRows} sessions.`,
      });
    }
    const path = jsonPointer(item.path);
    const place: FrabPlace = {
      field: (name) => `${path}${jsonPointer([name])}`,
      roomName: item.roomName,
    };
    // A session that is too large or too deep was not kept whole: nothing more can be said of it.
    if (item.isCut) {
      yield { row: this.row, faults: item.faults };
      return;
    }
    const faults = [...item.faults];
    for (const fault of schemaFaults('session', item.value, path)) {
      if (!item.faults.some((known) => known.path === fault.path)) faults.push(fault);
    }
    if (!isRecord(item.value)) {
      yield { row: this.row, faults };
      return;
    }

    const parsed = offeringFromFrab(
      toSession(item.value),
      toDay(this.day?.fields ?? {}),
      place,
      this.options.timeZone,
    );
    if ('faults' in parsed) {
      // The schema has already said what is wrong with a property's type or presence.
      const told = new Set(
        faults.map(({ path: faulty, field }) => (faulty === path ? place.field(field) : faulty)),
      );
      faults.push(...parsed.faults.filter((fault) => !told.has(fault.path)));
    }
    if (faults.length > 0 || 'faults' in parsed) {
      yield { row: this.row, faults };
      return;
    }

    const seen = this.repeated.check(parsed.value.sourceKey, this.row, parsed.value);
    if (seen === 'same') return;
    if (seen === 'new') {
      yield { row: this.row, value: parsed.value };
      return;
    }
    yield {
      row: this.row,
      faults: [
        {
          path: place.field('guid'),
          field: 'guid',
          code: 'row.repeated_differently',
          reason: `Session ${seen.earlierRow} of the file has the same key and says something else.`,
          value: parsed.value.sourceKey,
        },
      ],
    };
  }
}

function isRecord(value: JsonValue | undefined): value is Record<string, JsonValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

function toDay(fields: Record<string, JsonValue>): FrabDay {
  return { date: textOf(fields['date']), dayStart: textOf(fields['day_start']) };
}

function toSession(value: Record<string, JsonValue>): FrabSession {
  const persons = Array.isArray(value['persons']) ? value['persons'] : [];
  return {
    guid: textOf(value['guid']),
    code: textOf(value['code']),
    id: textOf(value['id']),
    slug: textOf(value['slug']),
    title: textOf(value['title']),
    date: textOf(value['date']),
    start: textOf(value['start']),
    end: textOf(value['end']),
    duration: textOf(value['duration']),
    room: textOf(value['room']),
    track: textOf(value['track']),
    type: textOf(value['type']),
    language: textOf(value['language']),
    abstract: textOf(value['abstract']),
    description: textOf(value['description']),
    persons: persons
      .filter(isRecord)
      .map((person) => textOf(person['name']) ?? textOf(person['public_name']) ?? ''),
  };
}
