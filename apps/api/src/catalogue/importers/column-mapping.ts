import { cleanLine } from './clean-text.js';
import { FileFault, type ImportFault, quoteValue } from './import-fault.js';

/** A field of the parsed result and the column headers it is known by. */
export interface ColumnSpec<Field extends string> {
  field: Field;
  /** Headers in words; case, accents, spaces and punctuation do not count. The first names the field in reports. */
  headers: readonly string[];
  /** `unless`: only where the file has no column for that earlier field. */
  isRequired?: boolean | { unless: Field };
}

/** Which column holds which field, for one file. */
export interface ColumnMap<Field extends string> {
  columns: ReadonlyMap<Field, number>;
  /** Columns that no field took, with their headers as written. */
  others: readonly { header: string; column: number }[];
}

/** A column that stands for one of many of a kind: a credit type, a board. */
export interface KeyedColumn {
  key: string;
  header: string;
  column: number;
}

/**
 * The columns of a kind: those the mapping names (`credits.ama-pra-1` → header), then those whose header says it.
 *
 * @param kind the mapping's prefix, `credits` or `boardIds`
 * @param keyOf the key a header names by itself
 * @throws FileFault when a mapped column is missing, or two columns have one key
 */
export function keyedColumns(
  others: ColumnMap<string>['others'],
  kind: string,
  mapping: Readonly<Record<string, string>> = {},
  keyOf: (header: string) => string | undefined,
): KeyedColumn[] {
  const mapped = Object.entries(mapping).flatMap(([name, wanted]) => {
    if (!name.startsWith(`${kind}.`)) return [];
    const found = others.find(({ header }) => normaliseHeader(header) === normaliseHeader(wanted));
    if (found === undefined) throw new FileFault(mappedColumnMissing(1, name, wanted, others));
    return [{ key: name.slice(kind.length + 1), ...found }];
  });
  const named = others.flatMap(({ header, column }) => {
    const key = mapped.some((known) => known.column === column) ? undefined : keyOf(header);
    return key === undefined ? [] : [{ key, header, column }];
  });
  const columns = [...mapped, ...named];
  for (const [at, { key, header }] of columns.entries()) {
    const earlier = columns.slice(0, at).find((known) => known.key === key);
    if (earlier === undefined) continue;
    throw new FileFault({
      row: 1,
      field: `${kind}.${key}`,
      code: 'column.ambiguous',
      reason: `The columns “${earlier.header}” and “${header}” both stand for ${key}. Keep or map one of them.`,
    });
  }
  return columns;
}

function isNeeded<Field extends string>(
  isRequired: ColumnSpec<Field>['isRequired'],
  columns: ReadonlyMap<Field, number>,
): boolean {
  return typeof isRequired === 'object' ? !columns.has(isRequired.unless) : isRequired === true;
}

function mappedColumnMissing(
  row: number,
  field: string,
  wanted: string,
  header: ColumnMap<string>['others'],
): ImportFault {
  return {
    row,
    field,
    code: 'column.mapped_missing',
    reason: `The mapping takes “${field}” from the column “${cleanLine(wanted)}”, which this file does not have.`,
    value: quoteValue(header.map((column) => column.header).join(', ')),
  };
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
      const columns = header.map((name, at) => ({ header: name, column: at }));
      faults.push(mappedColumnMissing(row, field, wanted, columns));
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
    } else if (isNeeded(isRequired, columns)) {
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
