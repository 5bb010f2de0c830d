import { type KeyedColumn, keyedColumns } from './column-mapping.js';
import { readTable, type TableOptions, type TableRow } from './csv-table.js';
import { FileFault, type ParsedRow } from './import-fault.js';
import { isServiceType, type ParsedOffering } from './parsed-offering.js';
import {
  creditTypeOfHeader,
  parseCredit,
  PROGRAMME_COLUMNS,
  type ProgrammeField,
} from './programme-columns.js';
import { hasNoTime, type ProgrammeClock, readSessionTime, UNTIMED } from './programme-time.js';
import { RepeatedRows } from './repeated-rows.js';

export interface ProgrammeCsvOptions extends TableOptions, ProgrammeClock {
  /** The credit type of a column headed just “Credits”. */
  defaultCreditType?: string;
}

type ProgrammeRow = TableRow<ProgrammeField>;

/** Reads a programme from CSV, one session a row. */
export async function* parseProgrammeCsv(
  text: AsyncIterable<string>,
  options: ProgrammeCsvOptions,
): AsyncGenerator<ParsedRow<ParsedOffering>, void> {
  const repeated = new RepeatedRows();
  let credits: KeyedColumn[] | undefined;
  for await (const row of readTable(text, PROGRAMME_COLUMNS, options)) {
    credits ??= findCreditColumns(row, options);
    const value = readOffering(row, credits, options);
    if (row.faults.length === 0) {
      const seen = repeated.check(value.sourceKey, row.row, value);
      if (seen === 'same') continue;
      if (seen !== 'new') {
        row.refuse(
          row.has('sourceKey') ? 'sourceKey' : 'code',
          'row.repeated_differently',
          `Row ${seen.earlierRow} already describes this session, differently. Keep one of them.`,
          value.sourceKey,
        );
      }
    }
    yield row.faults.length > 0 ? { row: row.row, faults: row.faults } : { row: row.row, value };
  }
}

function findCreditColumns(row: ProgrammeRow, options: ProgrammeCsvOptions): KeyedColumn[] {
  if (!row.has('code') && !row.has('sourceKey')) {
    throw new FileFault({
      row: 1,
      field: 'code',
      code: 'column.missing',
      reason:
        'There is no column “Code”. Without it a session cannot be recognised when the file is imported again.',
    });
  }
  if (!row.has('end') && !row.has('duration') && !row.has('course')) {
    throw new FileFault({
      row: 1,
      field: 'end',
      code: 'column.missing',
      reason: 'There is neither a column “End” nor a column “Duration”.',
    });
  }
  return keyedColumns(row.map.others, 'credits', options.mapping, (header) => {
    const named = creditTypeOfHeader(header);
    if (named !== '') return named;
    if (options.defaultCreditType !== undefined) return options.defaultCreditType;
    throw new FileFault({
      row: 1,
      field: 'credits',
      code: 'column.credit_type_unknown',
      reason: `The column “${header}” does not say which credit it counts. Name it “Credits: <credit type>”.`,
      value: header,
    });
  });
}

function readOffering(
  row: ProgrammeRow,
  creditColumns: KeyedColumn[],
  options: ProgrammeCsvOptions,
): ParsedOffering {
  const code = row.line('code', 100) || row.line('sourceKey', 200);
  if (code === '') row.refuseMissing('code', 'Every session needs a code that stays the same.');
  const title = row.line('title', 1000);
  if (title === '') row.refuseMissing('title', 'Every session needs a title.');
  const type = row.line('type', 200);
  const course = row.line('course', 100) || null;
  // Without a time nothing can be counted by duration: only a topic of a course, or a row that states its credit,
  // may do without.
  const statesCredit = creditColumns.some(({ header, column }) => row.other(column, header) !== '');
  const time = hasNoTime(row) && (course !== null || statesCredit) ? UNTIMED : readSessionTime(row, options);
  return {
    sourceKey: row.line('sourceKey', 200) || code,
    code,
    title,
    description: row.paragraphs('description'),
    course,
    ...time,
    room: row.line('room', 200),
    track: row.line('track', 200),
    category: row.line('category', 200),
    type,
    isHighlight: readFlag(row, 'isHighlight') ?? false,
    tier: row.line('tier', 100) || null,
    speakers: readSpeakers(row),
    language: row.line('language', 50) || null,
    isService: readFlag(row, 'isService') ?? isServiceType(type),
    credits: readCredits(row, creditColumns),
  };
}

/** Speakers are parted by semicolons, bars or lines; a comma stands before degrees (“Ana Ruiz, MD”). */
function readSpeakers(row: ProgrammeRow): string[] {
  return row
    .paragraphs('speakers')
    .split(/[;|\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function readFlag(row: ProgrammeRow, field: ProgrammeField): boolean | undefined {
  const text = row.line(field, 50);
  if (text === '') return undefined;
  if (/^(?:yes|y|true|1|x|✓|✔)$/i.test(text)) return true;
  if (/^(?:no|n|false|0|-)$/i.test(text)) return false;
  row.refuse(field, 'flag.unreadable', 'Write “yes” or “no”, or leave the cell empty.', text);
  return undefined;
}

function readCredits(row: ProgrammeRow, columns: KeyedColumn[]): ParsedOffering['credits'] {
  let credits: ParsedOffering['credits'] = null;
  for (const { key, header, column } of columns) {
    const text = row.other(column, header);
    if (text === '') continue;
    const hundredths = parseCredit(text);
    if (hundredths === undefined) {
      row.refuse(
        header,
        'credit.unreadable',
        'Write the credit as a number with at most two decimals, e.g. 1.25.',
        text,
      );
      continue;
    }
    credits ??= [];
    if (hundredths > 0) credits.push({ creditType: key, hundredths });
  }
  return credits;
}
