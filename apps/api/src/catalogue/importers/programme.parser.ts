import type { Readable } from 'node:stream';
import { parseFrabJson } from './frab-json.js';
import { parseFrabXml } from './frab-xml.js';
import { FileFault, type ParsedRow, reportingFileFaults } from './import-fault.js';
import { type ImportLimits, PROGRAMME_LIMITS } from './import-limits.js';
import type { ParsedOffering } from './parsed-offering.js';
import { parseProgrammeCsv, type ProgrammeCsvOptions } from './programme-csv.js';
import { readText, type TextEncoding } from './text-source.js';

export type ProgrammeFormat = 'csv' | 'frab-json' | 'frab-xml';

export interface ProgrammeOptions
  extends Omit<ProgrammeCsvOptions, keyof ImportLimits>, Partial<ImportLimits> {
  /** `auto`, which is the default, looks at the first character. */
  format?: ProgrammeFormat | 'auto';
  /** Says what the file is saved as; without it UTF-8, unless a byte-order mark or XML declaration says otherwise. */
  encoding?: TextEncoding;
}

/**
 * Reads a programme in bounded memory: a row for each session, with its value or with all that is wrong with it.
 * A file must be taken whole or not at all: once a row has faults, nothing of it should be imported.
 * Identical repetitions of a session are passed over.
 *
 * @throws RangeError at once when `timeZone` is no IANA zone
 * @throws ImportStreamError while iterating, when the stream itself fails; content never throws
 */
export function parseProgramme(
  stream: Readable,
  options: ProgrammeOptions,
): AsyncIterable<ParsedRow<ParsedOffering>> {
  const timeZone = new Intl.DateTimeFormat('en', { timeZone: options.timeZone }).resolvedOptions().timeZone;
  return reportingFileFaults(parse(stream, { ...PROGRAMME_LIMITS, ...options, timeZone }));
}

async function* parse(
  stream: Readable,
  options: ProgrammeOptions & ImportLimits,
): AsyncGenerator<ParsedRow<ParsedOffering>, void> {
  const { head, text } = await peek(readText(stream, options));
  const format =
    options.format === undefined || options.format === 'auto' ? detectFormat(head) : options.format;
  switch (format) {
    case 'csv':
      return yield* parseProgrammeCsv(text, options);
    case 'frab-json':
      return yield* parseFrabJson(text, options);
    case 'frab-xml':
      return yield* parseFrabXml(text, options);
  }
}

/** JSON begins with a brace and XML with an angle bracket; a CSV's header with neither. */
export function detectFormat(head: string): ProgrammeFormat {
  const first = head.trimStart().charAt(0);
  return first === '{' || first === '[' ? 'frab-json' : first === '<' ? 'frab-xml' : 'csv';
}

/** The first text that is not blank, and the whole text including it. */
async function peek(
  text: AsyncGenerator<string, void>,
): Promise<{ head: string; text: AsyncGenerator<string> }> {
  let head = '';
  while (head.trim() === '') {
    const next = await text.next();
    if (next.done === true)
      throw new FileFault({ field: 'file', code: 'file.empty', reason: 'The file is empty.' });
    head += next.value;
  }
  const whole = async function* (): AsyncGenerator<string, void> {
    try {
      yield head;
      yield* text;
    } finally {
      // Also when nobody reads on after the head: the source must be closed.
      await text.return();
    }
  };
  return { head, text: whole() };
}
