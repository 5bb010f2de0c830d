import type { Readable } from 'node:stream';
import { type KeyedColumn, keyedColumns } from './column-mapping.js';
import { readTable, type TableOptions, type TableRow } from './csv-table.js';
import { type ParsedRow, reportingFileFaults } from './import-fault.js';
import { type ImportLimits, REGISTRANT_LIMITS } from './import-limits.js';
import { isNpi } from './npi.js';
import { professionOf } from './profession.js';
import { boardOfHeader, REGISTRANT_COLUMNS, type RegistrantField } from './registrant-columns.js';
import { RepeatedRows } from './repeated-rows.js';
import { readText, type TextEncoding } from './text-source.js';

/** A person registered for an activity, as the registration system lists them. */
export interface ParsedRegistrant {
  badge: string;
  /** Empty for a person of one name, which then is the last name. */
  firstName: string;
  lastName: string;
  /** As printed after the name: `MD, FHRS`. */
  credentials: string;
  /** A key such as `physician`; told by the credentials where the file gives none. */
  profession: string;
  email: string | null;
  tier: string | null;
  memberNumber: string | null;
  /** National Provider Identifier, ten digits with a valid check digit. */
  npi: string | null;
  /** Identifier per board, the board in lower case: `{ asrt: '123456' }`. */
  boardIds: Record<string, string>;
}

export interface RegistrantOptions extends Omit<TableOptions, keyof ImportLimits>, Partial<ImportLimits> {
  /** Says what the file is saved as; without it UTF-8, unless a byte-order mark says otherwise. */
  encoding?: TextEncoding;
}

type RegistrantRow = TableRow<RegistrantField>;

/** One `@`, something on both sides, a dot in the domain: enough to catch what was no address. */
const EMAIL = /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/u;

/**
 * Reads a list of registrants from CSV in bounded memory: a row for each person, with their value or with all that
 * is wrong with it. A file must be taken whole or not at all. Identical repetitions of a badge are passed over.
 *
 * @throws ImportStreamError while iterating, when the stream itself fails; content never throws
 */
export function parseRegistrants(
  stream: Readable,
  options: RegistrantOptions = {},
): AsyncIterable<ParsedRow<ParsedRegistrant>> {
  return reportingFileFaults(parse(stream, { ...REGISTRANT_LIMITS, ...options }));
}

async function* parse(
  stream: Readable,
  options: RegistrantOptions & ImportLimits,
): AsyncGenerator<ParsedRow<ParsedRegistrant>, void> {
  const repeated = new RepeatedRows();
  let boards: KeyedColumn[] | undefined;
  for await (const row of readTable(readText(stream, options), REGISTRANT_COLUMNS, options)) {
    boards ??= keyedColumns(row.map.others, 'boardIds', options.mapping, boardOfHeader);
    const value = readRegistrant(row, boards);
    if (row.faults.length === 0) {
      const seen = repeated.check(value.badge.toUpperCase(), row.row, value);
      if (seen === 'same') continue;
      if (seen !== 'new') {
        row.refuse(
          'badge',
          'row.repeated_differently',
          `Row ${seen.earlierRow} already has this badge, with other data. Keep one of them.`,
          value.badge,
        );
      }
    }
    yield row.faults.length > 0 ? { row: row.row, faults: row.faults } : { row: row.row, value };
  }
}

function readRegistrant(row: RegistrantRow, boards: KeyedColumn[]): ParsedRegistrant {
  const lastName = row.line('lastName', 300);
  if (lastName === '')
    row.refuseMissing('lastName', 'The last name is missing. A person of one name has it here.');
  const credentials = row.line('credentials', 200);
  return {
    badge: readBadge(row),
    firstName: row.line('firstName', 300),
    lastName,
    credentials,
    profession: professionOf(row.line('profession', 100), credentials),
    email: readEmail(row),
    tier: row.line('tier', 100) || null,
    memberNumber: readIdentifier(row, 'memberNumber', row.line('memberNumber', 100)) || null,
    npi: readNpi(row),
    boardIds: Object.fromEntries(
      boards.flatMap(({ key, header, column }) => {
        const id = readIdentifier(row, header, row.other(column, header));
        return id === '' ? [] : [[key, id]];
      }),
    ),
  };
}

function readBadge(row: RegistrantRow): string {
  const text = row.line('badge', 100).replaceAll(' ', '');
  const badge = readIdentifier(row, 'badge', text);
  if (badge === '') row.refuseMissing('badge', 'The badge number is missing.');
  return badge;
}

/** Identifiers that a spreadsheet took for a number have lost digits (`1.00E+05`) or gained a fraction (`100001.0`). */
function readIdentifier(row: RegistrantRow, field: string, text: string): string {
  if (/^\d+(?:[.,]\d+)?E\+\d+$/i.test(text)) {
    row.refuse(
      field,
      'identifier.rounded',
      'The spreadsheet has rounded this number. Format the column as text and export again.',
      text,
    );
    return '';
  }
  return /^\d+\.0+$/.test(text) ? text.slice(0, text.indexOf('.')) : text.replace(/^'(?=\d)/, '');
}

function readEmail(row: RegistrantRow): string | null {
  const text = row.line('email', 320).replace(/^mailto:/i, '');
  if (text === '') return null;
  if (EMAIL.test(text)) return text;
  row.refuse(
    'email',
    'email.unreadable',
    'This is no e-mail address. Mend it or leave the cell empty.',
    text,
  );
  return null;
}

function readNpi(row: RegistrantRow): string | null {
  const text = readIdentifier(row, 'npi', row.line('npi', 50).replace(/[\s-]/g, ''));
  if (text === '') return null;
  if (isNpi(text)) return text;
  row.refuse(
    'npi',
    'npi.invalid',
    'An NPI has ten digits of which the last checks the others; these do not fit.',
    text,
  );
  return null;
}
