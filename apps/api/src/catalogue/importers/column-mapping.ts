import { cleanLine } from './clean-text.js';
import { FileFault, type ImportFault, quoteValue } from './import-fault.js';

/** A field of the parsed result and the column headers it is known by. */
export interface ColumnSpec<Field extends string> {
  field: Field;
  /** Headers in words; case, accents, spaces and punctuation do not count. The first names the field in reports. */
  headers: readonly string[];
  isRequired?: boolean;
}

/** Which column holds which field, for one file. */
export interface ColumnMap<Field extends string> {
  columns: ReadonlyMap<Field, number>;
  /** Columns that no field took, with their headers as written. */
  others: readonly { header: string; column: number }[];
}

/** `Badge #` and `badge` are the same header; so are `Prénom` and `prenom`. */
export function normaliseHeader(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/**
 * Finds each field's column from the header line, the tenant's remembered `mapping` (field → header) first.
 *
 * @throws FileFault with every missing, unknown and doubly used column
 */
export function mapColumns<Field extends string>(
  header: readonly string[],
  row: number,
  specs: readonly ColumnSpec<Field>[],
  mapping: Readonly<Record<string, string>> = {},
): ColumnMap<Field> {
  const faults: ImportFault[] = [];
  const names = header.map(normaliseHeader);
  const columns = new Map<Field, number>();
  const taken = new Set<number>();

  for (const { field } of specs) {
    const wanted = mapping[field];
    if (wanted === undefined) continue;
    const column = names.indexOf(normaliseHeader(wanted));
    if (column < 0) {
      faults.push({
        row,
        field,
        code: 'column.mapped_missing',
        reason: `The mapping takes “${field}” from the column “${cleanLine(wanted)}”, which this file does not have.`,
        value: quoteValue(header.join(', ')),
      });
    } else {
      columns.set(field, column);
      taken.add(column);
    }
  }

  for (const { field, headers, isRequired } of specs) {
    if (columns.has(field) || mapping[field] !== undefined) continue;
    const known = headers.map(normaliseHeader);
    const found = names.flatMap((name, column) =>
      known.includes(name) && !taken.has(column) ? [column] : [],
    );
    const [first, second] = found;
    if (first !== undefined && second !== undefined) {
      faults.push({
        row,
        field,
        code: 'column.ambiguous',
        reason: `The columns “${header[first]}” and “${header[second]}” could both be “${headers[0]}”. Rename or map one of them.`,
      });
    } else if (first !== undefined) {
      columns.set(field, first);
      taken.add(first);
    } else if (isRequired === true) {
      faults.push({
        row,
        field,
        code: 'column.missing',
        reason: `There is no column “${headers[0]}”. Name it so, or map another column to it.`,
        value: quoteValue(header.join(', ')),
      });
    }
  }
  if (faults.length > 0) throw new FileFault(faults);
  const others = header.flatMap((name, column) =>
    taken.has(column) ? [] : [{ header: cleanLine(name), column }],
  );
  return { columns, others };
}
