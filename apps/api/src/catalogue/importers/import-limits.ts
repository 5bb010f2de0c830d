/** A field may hold this much text. A whole programme pasted into one cell is a mistake, not a description. */
export const MAX_FIELD_BYTES = 100_000;

/** A CSV record larger than this comes from a quote that is never closed; reading on would swallow the file. */
export const MAX_RECORD_BYTES = 4 * 1024 * 1024;

/** What one session of a JSON or XML programme may hold in all. */
export const MAX_SESSION_CHARACTERS = 1_000_000;

/** Deeper nesting than this has no meaning in a programme and only serves to exhaust memory. */
export const MAX_DEPTH = 32;

export interface ImportLimits {
  /** Largest file in bytes. */
  maxBytes: number;
  /** Most rows or sessions in one file. */
  maxRows: number;
}

export const PROGRAMME_LIMITS: ImportLimits = { maxBytes: 64 * 1024 * 1024, maxRows: 20_000 };

export const REGISTRANT_LIMITS: ImportLimits = { maxBytes: 512 * 1024 * 1024, maxRows: 1_000_000 };
