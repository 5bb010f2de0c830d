import type { EntityManager } from 'typeorm';
import type { ParsedRow } from '../importers/index.js';
import { FaultList, listedFault } from './fault-list.js';
import type { ImportProgress, ListedFault } from './import-report.js';

/**
 * Rows sent to the database at once. Measured with 100,000 registrants: 250 rows peak at 242 MB of memory, 1,000
 * at 281 MB, and take as long.
 */
const BATCH = 250;

/** A temporary table that holds the file's rows until they are compared, and goes with the transaction. */
export interface StagingTable<Value> {
  readonly name: string;
  /** Column definitions, as in `create table`. */
  readonly columns: string;
  /** The row as the table has it, by column name; or what is wrong with it. */
  readonly toRow: (value: Value, row: number) => Record<string, unknown> | { faults: ListedFault[] };
}

export interface Staged {
  readonly rowCount: number;
  readonly faults: FaultList;
}

/**
 * Reads the file into the staging table, batch by batch, in bounded memory. After the first fault nothing is
 * staged any more, but reading goes on, so that every fault is told.
 */
export async function stage<Value>(
  manager: EntityManager,
  rows: AsyncIterable<ParsedRow<Value>>,
  table: StagingTable<Value>,
  onProgress?: (progress: ImportProgress) => void,
): Promise<Staged> {
  await manager.query(`create temporary table ${table.name} (${table.columns}) on commit drop`);
  const faults = new FaultList();
  let batch: Record<string, unknown>[] = [];
  let rowCount = 0;
  const flush = async (): Promise<void> => {
    if (faults.count === 0 && batch.length > 0) {
      await manager.query(
        `insert into ${table.name} select * from jsonb_populate_recordset(null::${table.name}, $1::jsonb)`,
        [JSON.stringify(batch)],
      );
    }
    batch = [];
    onProgress?.({ phase: 'reading', rows: rowCount });
  };
  for await (const parsed of rows) {
    rowCount += 1;
    if ('faults' in parsed) faults.add(parsed.faults.map(listedFault));
    else {
      const row = table.toRow(parsed.value, parsed.row);
      if (isFaulty(row)) faults.add(row.faults);
      else batch.push(row);
    }
    if (rowCount % BATCH === 0) await flush();
  }
  await flush();
  if (rowCount === 0) {
    faults.add([
      { field: 'file', code: 'file.no_rows', message: 'The file has a header but no rows below it.' },
    ]);
  }
  // A temporary table has no statistics of its own accord, and a hundred thousand rows need a good plan.
  await manager.query(`analyze ${table.name}`);
  return { rowCount, faults };
}

const isFaulty = (
  row: Record<string, unknown> | { faults: ListedFault[] },
): row is { faults: ListedFault[] } => Array.isArray(row['faults']);
