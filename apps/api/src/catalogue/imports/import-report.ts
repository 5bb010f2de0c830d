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
  /** What the file does not say any more, so that it would be lost; to be accepted before it is applied. */
  readonly lostColumns: readonly LostColumn[];
  /** Where many sessions are gone from the file; to be accepted before it is applied. Null for registrants, who stay. */
  readonly removals: Removals | null;
  /** Badges that would be somebody else's; to be accepted before it is applied. Null for programmes. */
  readonly otherPersons: OtherPersons | null;
  /** The first of what is new, changed, withdrawn or removed, by name. */
  readonly changes: readonly ImportChange[];
}

/** A field that rows have a value of by now, and that no row of the file has a value of. */
export interface LostColumn {
  /** As `mapping` names it, e.g. `room` or `credits.ancc`. */
  readonly field: string;
  /** How many rows would lose their value. */
  readonly rows: number;
}

/** Sessions of the programme that are gone from the file, where they are so many that half of it may be missing. */
export interface Removals {
  /** How many would be withdrawn or removed. */
  readonly sessions: number;
  /** How many are in the programme now. */
  readonly of: number;
  /** The first ten of them, by code and title. */
  readonly first: readonly string[];
}

/** Badges that the file gives to people of another name whom nothing says to be the same. */
export interface OtherPersons {
  /** How many. */
  readonly badges: number;
  /** The first ten of them, with the name of now and the one of the file. */
  readonly first: readonly { readonly badge: string; readonly before: string; readonly after: string }[];
}

/** What becomes of one session or person. */
export interface ImportChange {
  readonly kind: 'new' | 'changed' | 'withdrawn' | 'removed';
  /** The code and title, or the badge and name. */
  readonly name: string;
  /** What differs, was and will be; nothing for those that are new or go. */
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

export interface ImportProgress {
  readonly phase: 'reading' | 'comparing' | 'writing';
  /** Rows read so far. */
  readonly rows: number;
}

export interface ImportSettings {
  /** As shown in the list of imports. */
  readonly fileName: string;
  /** Applies the file although columns are lost, see `ImportReport`. */
  readonly acceptsLostColumns?: boolean;
  /** Applies a programme although many sessions are gone from it, see `ImportReport`. */
  readonly acceptsRemovals?: boolean;
  /** Applies a list although badges go to other people, see `ImportReport`. */
  readonly acceptsOtherPersons?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
}
