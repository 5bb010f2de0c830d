/** One thing that is wrong with an imported file, in words a meetings manager can act on. */
export interface ImportFault {
  /** 1-based row as a spreadsheet counts it, the header line included. Absent for JSON and XML. */
  row?: number;
  /** JSON Pointer (JSON) or XPath (XML) of the faulty value. Absent for CSV. */
  path?: string;
  /** The field's name in the parsed result, the format's property, or `file` for the file as a whole. */
  field: string;
  /** Stable code for programs, e.g. `date.unreadable`. */
  code: string;
  /** What was expected and what to do, as a sentence. */
  reason: string;
  /** The offending text, cut to a readable length. */
  value?: string;
}

/**
 * What a parser yields for each row or session: its value, or all of its faults.
 * `row` is the spreadsheet row in a CSV, and the ordinal of the session in JSON and XML;
 * 0 stands for the file as a whole.
 */
export type ParsedRow<T> = { row: number; value: T } | { row: number; faults: ImportFault[] };

/** The source stream itself failed (upload cut off, disk error): nothing is known about the file's content. */
export class ImportStreamError extends Error {
  constructor(cause: unknown) {
    super('The file could not be read to its end.', { cause });
    this.name = 'ImportStreamError';
  }
}

/** Ends the reading of a file that cannot be understood any further; parsers turn it into a faulty row. */
export class FileFault extends Error {
  readonly faults: ImportFault[];

  constructor(faults: ImportFault | ImportFault[]) {
    const list = Array.isArray(faults) ? faults : [faults];
    super(list.map((fault) => fault.reason).join(' '));
    this.name = 'FileFault';
    this.faults = list;
  }
}

/** Yields what `rows` yields; a `FileFault` becomes a last row of faults instead of an exception. */
export async function* reportingFileFaults<T>(
  rows: AsyncIterable<ParsedRow<T>>,
): AsyncGenerator<ParsedRow<T>, void> {
  try {
    yield* rows;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    yield { row: error.faults[0]?.row ?? 0, faults: error.faults };
  }
}

/** The offending text as a report shows it: one line, at most 80 characters. */
export function quoteValue(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  const line = text.slice(0, 400).replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…`.toWellFormed() : line.toWellFormed();
}
