import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { FrabOptions } from './frab-json.js';
import { type FrabDay, type FrabPlace, type FrabSession, offeringFromFrab } from './frab-session.js';
import { FileFault, type ImportFault, type ParsedRow, quoteValue } from './import-fault.js';
import { MAX_DEPTH, MAX_FIELD_BYTES } from './import-limits.js';
import type { ParsedOffering } from './parsed-offering.js';
import { RepeatedRows } from './repeated-rows.js';

/** Elements of an event whose text is read; all others are passed over. */
const TEXT_ELEMENTS = [
  'title',
  'date',
  'start',
  'duration',
  'end',
  'room',
  'track',
  'type',
  'language',
  'abstract',
  'description',
  'slug',
] as const;

type TextElement = (typeof TEXT_ELEMENTS)[number];

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads a frab/pretalx schedule in XML from its text, the older dialects included; memory holds one session. */
export async function* parseFrabXml(
  text: AsyncIterable<string>,
  options: FrabOptions,
): AsyncGenerator<ParsedRow<ParsedOffering>, void> {
  const reader = new FrabXmlReader(options);
  for await (const piece of text) {
    reader.write(piece);
    yield* reader.take();
  }
  reader.end();
  yield* reader.take();
}

class FrabXmlReader {
  private readonly parser = new SaxesParser();
  private readonly repeated = new RepeatedRows();
  private rows: ParsedRow<ParsedOffering>[] = [];
  private readonly path: string[] = [];
  private counts = { day: 0, room: 0, event: 0 };
  private day: FrabDay = {};
  private roomName = '';
  private event: { session: FrabSession; faults: ImportFault[] } | undefined;
  private pieces: string[] | undefined;
  private length = 0;
  private row = 0;
  private isSchedule = false;

  constructor(private readonly options: FrabOptions) {
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('closetag', (tag) => this.close(tag));
    this.parser.on('text', (text) => this.addText(text));
    this.parser.on('cdata', (text) => this.addText(text));
    this.parser.on('error', () => {
      throw new FileFault({
        path: this.xpath(),
        field: 'file',
        code: 'xml.malformed',
        reason: `The file is not well-formed XML at line ${this.parser.line}: it is cut off or damaged. Export it again.`,
      });
    });
  }

  write(text: string): void {
    this.parser.write(text);
  }

  end(): void {
    this.parser.close();
    if (!this.isSchedule) throw notASchedule();
    if (this.row === 0) {
      throw new FileFault({
        path: '/schedule',
        field: 'event',
        code: 'file.no_rows',
        reason: 'The schedule has no sessions.',
      });
    }
  }

  /** The rows read since the last call. */
  take(): ParsedRow<ParsedOffering>[] {
    return this.rows.splice(0);
  }

  private open(tag: SaxesTagPlain): void {
    this.path.push(tag.name);
    if (this.path.length > MAX_DEPTH) {
      throw new FileFault({
        path: '/schedule',
        field: 'file',
        code: 'file.too_deep',
        reason: 'The file nests too deeply to be a schedule.',
      });
    }
    switch (this.path.join('/')) {
      case 'schedule':
        this.isSchedule = true;
        return;
      case 'schedule/day':
        this.counts = { day: this.counts.day + 1, room: 0, event: 0 };
        this.openDay(tag.attributes);
        return;
      case 'schedule/day/room':
        this.counts = { ...this.counts, room: this.counts.room + 1, event: 0 };
        this.roomName = tag.attributes['name'] ?? '';
        return;
      case 'schedule/day/room/event':
        this.counts.event += 1;
        this.openEvent(tag.attributes);
        return;
      default:
        if (this.path.length === 1) throw notASchedule();
        if (this.event !== undefined && (this.path.length === 5 || this.path.at(-1) === 'person')) {
          this.pieces = [];
          this.length = 0;
        }
    }
  }

  private close(tag: SaxesTagPlain): void {
    if (this.event !== undefined && this.pieces !== undefined) {
      const place = this.path.slice(4).join('/');
      if (place === tag.name || place === 'persons/person') this.closeText(tag.name, this.event);
    }
    if (this.path.join('/') === 'schedule/day/room/event') this.closeEvent();
    this.path.pop();
  }

  private addText(text: string): void {
    if (this.pieces === undefined) return;
    this.length += text.length;
    if (this.length <= MAX_FIELD_BYTES) this.pieces.push(text);
  }

  private closeText(name: string, event: { session: FrabSession; faults: ImportFault[] }): void {
    const text = this.length > MAX_FIELD_BYTES ? undefined : (this.pieces ?? []).join('');
    this.pieces = undefined;
    const isRead = isTextElement(name) || name === 'person';
    if (!isRead) return;
    if (text === undefined) {
      event.faults.push({
        path: this.xpath(),
        field: name,
        code: 'text.too_large',
        reason: `This text holds more than ${MAX_FIELD_BYTES / 1000} kB.`,
      });
    } else if (isTextElement(name)) event.session[name] = text;
    else event.session.persons.push(text);
  }

  private openDay(attributes: Record<string, string>): void {
    const date = attributes['date'];
    this.day = { date, dayStart: attributes['start'] };
    if (date === undefined || /^\d{4}-\d{2}-\d{2}$/.test(date)) return;
    this.rows.push({
      row: 0,
      faults: [
        {
          path: `${this.xpath()}/@date`,
          field: 'date',
          code: 'frab.format',
          reason: 'Must be a date, e.g. 2026-05-01.',
          value: quoteValue(date),
        },
      ],
    });
  }

  private openEvent(attributes: Record<string, string>): void {
    this.row += 1;
    if (this.row > this.options.maxRows) {
      throw new FileFault({
        path: '/schedule',
        field: 'file',
        code: 'file.too_many_rows',
        reason: `The schedule has more than ${this.options.maxRows} sessions.`,
      });
    }
    const { guid, id, code } = attributes;
    const faults: ImportFault[] = [];
    const refuse = (field: string, reason: string, value: string): void => {
      faults.push({
        path: `${this.xpath()}/@${field}`,
        field,
        code: 'frab.format',
        reason,
        value: quoteValue(value),
      });
    };
    if (guid !== undefined && guid !== '' && !UUID.test(guid))
      refuse('guid', 'Must be a UUID, e.g. 7a0fc001-e587-47e1-b378-b6ec7e666337.', guid);
    if (id !== undefined && id !== '' && !/^[1-9]\d{0,15}$/.test(id))
      refuse('id', 'Must be a whole number, 1 or more.', id);
    if (code !== undefined && code !== '' && !/^[0-9A-Z]+$/.test(code))
      refuse('code', 'A code consists of capital letters A to Z and digits only.', code);
    this.event = { session: { guid, id, code: code === '' ? undefined : code, persons: [] }, faults };
  }

  private closeEvent(): void {
    if (this.event === undefined) return;
    const { session, faults } = this.event;
    this.event = undefined;
    const path = this.xpath();
    const place: FrabPlace = {
      field: (name) => `${path}/${name === 'guid' ? '@guid' : name}`,
      roomName: this.roomName,
    };
    const parsed = offeringFromFrab(session, this.day, place, this.options.timeZone);
    const told = new Set(faults.map((fault) => fault.path));
    if ('faults' in parsed) faults.push(...parsed.faults.filter((fault) => !told.has(fault.path)));
    else {
      const seen = this.repeated.check(parsed.value.sourceKey, this.row, parsed.value);
      if (seen === 'same') return;
      if (seen === 'new' && faults.length === 0) {
        this.rows.push({ row: this.row, value: parsed.value });
        return;
      }
      if (seen !== 'new') {
        faults.push({
          path,
          field: 'guid',
          code: 'row.repeated_differently',
          reason: `Session ${seen.earlierRow} of the file has the same key and says something else.`,
          value: parsed.value.sourceKey,
        });
      }
    }
    this.rows.push({ row: this.row, faults });
  }

  /** Where the reader stands, with the days, rooms and events counted from 1 as XPath does. */
  private xpath(): string {
    const [, ...rest] = this.path;
    const counted = rest.map((name, depth) => {
      const count =
        depth === 0 && name === 'day'
          ? this.counts.day
          : depth === 1 && name === 'room'
            ? this.counts.room
            : depth === 2 && name === 'event'
              ? this.counts.event
              : 0;
      return count > 0 ? `${name}[${count}]` : name;
    });
    return ['', 'schedule', ...counted].join('/');
  }
}

function isTextElement(name: string): name is TextElement {
  return TEXT_ELEMENTS.some((known) => known === name);
}

function notASchedule(): FileFault {
  return new FileFault({
    path: '/',
    field: 'schedule',
    code: 'frab.not_a_schedule',
    reason: 'This is no frab or pretalx schedule: its root is not <schedule>.',
  });
}
