import { Parser } from 'csv-parse';
import { FileFault } from './import-fault.js';
import { MAX_RECORD_BYTES } from './import-limits.js';

export type ColumnSeparator = ',' | ';' | '\t' | '|';

export interface CsvOptions {
  /** Most rows below the header. */
  maxRows: number;
  /** Without it the separator is found from the first line. */
  columnSeparator?: ColumnSeparator;
}

export interface CsvRecord {
  /** 1-based row as a spreadsheet shows it. */
  row: number;
  cells: string[];
}

const SEPARATORS: readonly ColumnSeparator[] = [',', ';', '\t', '|'];

/** The first line is looked for in this many characters. */
const HEAD_CHARACTERS = 64 * 1024;

/**
 * Reads a CSV record by record; empty lines count as rows but are not yielded. Memory holds one piece of
 * the file and its records.
 *
 * @throws FileFault when the file cannot be split into records any further
 */
export async function* readCsvRecords(
  pieces: AsyncIterable<string>,
  options: CsvOptions,
): AsyncGenerator<CsvRecord, void> {
  const records: string[][] = [];
  let row = 0;
  let parser: Parser | undefined;
  const feed = async function* (text: string | undefined): AsyncGenerator<CsvRecord, void> {
    if (parser === undefined) return;
    const error = await write(parser, text);
    for (const cells of records.splice(0)) {
      row += 1;
      if (row > options.maxRows + 1) throw tooManyRows(options.maxRows);
      if (cells.some((cell) => cell !== '')) yield { row, cells };
    }
    if (error !== undefined) throw new FileFault(recordFault(error, row + 1));
  };

  let head = '';
  for await (const text of pieces) {
    if (parser !== undefined) {
      yield* feed(text);
      continue;
    }
    head += text;
    if (head.length < HEAD_CHARACTERS && !/[\r\n]./s.test(head)) continue;
    const start = openParser(head, options, records);
    parser = start.parser;
    row = start.rowsSkipped;
    yield* feed(start.text);
  }
  if (parser === undefined) {
    const start = openParser(head, options, records);
    parser = start.parser;
    row = start.rowsSkipped;
    yield* feed(start.text);
  }
  yield* feed(undefined);
}

function openParser(
  head: string,
  options: CsvOptions,
  records: string[][],
): { parser: Parser; text: string; rowsSkipped: number } {
  // Excel writes and reads a first line “sep=;” that names the separator.
  const declared = /^sep=([,;\t|])\r?\n/i.exec(head);
  const text = declared === null ? head : head.slice(declared[0].length);
  const delimiter =
    options.columnSeparator ??
    SEPARATORS.find((separator) => separator === declared?.[1]) ??
    detectSeparator(text);
  const parser = new Parser({
    delimiter,
    // Named rather than discovered: a file pasted together from two systems mixes its line ends.
    record_delimiter: ['\r\n', '\n', '\r'],
    trim: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD_BYTES,
    // Taken here rather than from the stream: a stream that fails drops the records it still holds.
    on_record: (record: string[]) => {
      records.push(record);
      return null;
    },
  });
  parser.on('error', () => undefined); // The write's callback reports it.
  parser.resume();
  return { parser, text, rowsSkipped: declared === null ? 0 : 1 };
}

/** The separator that is most frequent outside quotes in the first line; a comma when there is none. */
export function detectSeparator(text: string): ColumnSeparator {
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (const character of text.slice(0, HEAD_CHARACTERS)) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '\n' || character === '\r')) {
      if (counts.size > 0) break;
    } else if (!isQuoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  let best: ColumnSeparator = ',';
  for (const separator of SEPARATORS) {
    if ((counts.get(separator) ?? 0) > (counts.get(best) ?? 0)) best = separator;
  }
  return best;
}

function write(parser: Parser, text: string | undefined): Promise<Error | undefined> {
  return new Promise((resolve) => {
    parser.once('error', resolve);
    const done = (error?: Error | null): void => {
      parser.off('error', resolve);
      resolve(error ?? undefined);
    };
    if (text === undefined) parser.end(done);
    else parser.write(Buffer.from(text, 'utf8'), done);
  });
}

function tooManyRows(maxRows: number): FileFault {
  return new FileFault({
    row: maxRows + 2,
    field: 'file',
    code: 'file.too_many_rows',
    reason: `The file has more than ${maxRows} rows. Split it and import the parts.`,
  });
}

function recordFault(error: Error, row: number) {
  const code = 'code' in error ? error.code : undefined;
  switch (code) {
    case 'CSV_MAX_RECORD_SIZE':
      return {
        row,
        field: 'file',
        code: 'csv.record_too_large',
        reason: `Row ${row} does not end within ${MAX_RECORD_BYTES / 1_048_576} MB. A quotation mark is opened there and never closed, or the file is not a CSV.`,
      };
    case 'CSV_QUOTE_NOT_CLOSED':
      return {
        row,
        field: 'file',
        code: 'csv.quote_not_closed',
        reason: `A quotation mark opened in row ${row} is never closed.`,
      };
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
      return {
        row,
        field: 'file',
        code: 'csv.text_after_quote',
        reason: `In row ${row} text follows a closing quotation mark. Write a quotation mark inside a quoted cell twice ("").`,
      };
    default:
      return {
        row,
        field: 'file',
        code: 'csv.unreadable',
        reason: `Row ${row} cannot be read as CSV. Export the sheet again as “CSV UTF-8”.`,
      };
  }
}
