import type { Fault } from '../../problem/domain-error.js';
import type { ImportCounts } from '../import-run.entity.js';

/** A fault with what a programme in JSON or XML has instead of rows: a path, and the value that was found. */
export interface ListedFault extends Fault {
  path?: string;
  value?: string;
}

/** What an import would do, or has done. */
export interface ImportReport {
  readonly isApplied: boolean;
  readonly fileName: string;
  /** Of the file's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** Rows or sessions read, those with faults included. */
  readonly rowCount: number;
  readonly counts: ImportCounts;
  readonly faults: readonly ListedFault[];
  readonly faultCount: number;
}

export interface ImportProgress {
  readonly phase: 'reading' | 'comparing' | 'writing';
  /** Rows read so far. */
  readonly rows: number;
}

export interface ImportSettings {
  /** As shown in the list of imports. */
  readonly fileName: string;
  readonly onProgress?: (progress: ImportProgress) => void;
}
