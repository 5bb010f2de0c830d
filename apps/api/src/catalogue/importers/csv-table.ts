import { cleanLine, cleanParagraphs, textFault } from './clean-text.js';
import { type ColumnMap, type ColumnSpec, mapColumns } from './column-mapping.js';
import { type CsvOptions, readCsvRecords } from './csv-records.js';
import { FileFault, type ImportFault, quoteValue } from './import-fault.js';

export interface TableOptions extends CsvOptions {
  /**
   * field → column header, as the tenant mapped them before. A credit type's column is mapped as
   * `credits.<type>`, a board's as `boardIds.<board>`.
   */
  mapping?: Readonly<Record<string, string>>;
}

/** One row below the header, read by field; what is wrong with it gathers in `faults`. */
export class TableRow<Field extends string> {
  readonly faults: ImportFault[] = [];

  constructor(
    readonly row: number,
    private readonly cells: readonly string[],
    readonly map: ColumnMap<Field>,
  ) {}

  has(field: Field): boolean {
    return this.map.columns.has(field);
  }

  /** The field's text on one line; empty when the column or the cell is. */
  line(field: Field, maxCharacters = 500): string {
    return this.read(field, this.map.columns.get(field), cleanLine, maxCharacters);
  }

  /** The field's text with its line breaks. */
  paragraphs(field: Field): string {
    return this.read(field, this.map.columns.get(field), cleanParagraphs, undefined);
  }

  /** The text of a column that no field took. */
  other(column: number, header: string): string {
    return this.read(header, column, cleanLine, 500);
  }

  /** Notes a fault of this row. */
  refuse(field: string, code: string, reason: string, value?: string): void {
    this.faults.push({
      row: this.row,
      field,
      code,
      reason,
      ...(value === undefined ? {} : { value: quoteValue(value) }),
    });
  }

  /** Notes that a required field is empty, unless something else was already wrong with it. */
  refuseMissing(field: Field, reason: string): void {
    if (!this.faults.some((fault) => fault.field === field)) this.refuse(field, 'field.required', reason);
  }

  private read(
    field: string,
    column: number | undefined,
    clean: (text: string) => string,
    maxCharacters: number | undefined,
  ): string {
    const cell = column === undefined ? '' : (this.cells[column] ?? '');
    if (cell === '') return '';
    // Excel's way to keep leading zeros: ="00123"
    const text = /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
    const fault = textFault(text, { row: this.row, field }, maxCharacters);
    if (fault !== undefined) {
      // A field may be read twice; its fault is told once.
      if (!this.faults.some(({ field: known, code }) => known === field && code === fault.code))
        this.faults.push(fault);
      return '';
    }
    return clean(text);
  }
}

/**
 * Reads a CSV with a header line.
 *
 * @throws FileFault when the file or its header cannot be used
 */
export async function* readTable<Field extends string>(
  text: AsyncIterable<string>,
  specs: readonly ColumnSpec<Field>[],
  options: TableOptions,
): AsyncGenerator<TableRow<Field>, void> {
  let map: ColumnMap<Field> | undefined;
  let width = 0;
  let rows = 0;
  for await (const { row, cells } of readCsvRecords(text, options)) {
    if (map === undefined) {
      map = mapColumns(cells, row, specs, options.mapping);
      width = cells.length;
      continue;
    }
    rows += 1;
    const tableRow = new TableRow(row, cells, map);
    const extra = cells.slice(width).find((cell) => cell !== '');
    if (extra !== undefined) {
      tableRow.refuse(
        'row',
        'csv.too_many_cells',
        `This row has ${cells.length} cells, the header ${width}. A cell that holds the separator needs quotation marks.`,
        extra,
      );
    }
    yield tableRow;
  }
  if (map === undefined || rows === 0) {
    throw new FileFault({
      row: 1,
      field: 'file',
      code: 'file.no_rows',
      reason: map === undefined ? 'The file is empty.' : 'The file has a header but no rows.',
    });
  }
}
