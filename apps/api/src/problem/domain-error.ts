import type { ProblemCode } from './problem-codes.js';

/** One fault in what was sent: where it is, and what was expected. */
export interface Fault {
  /** A field's path, e.g. `amounts.ama-pra-1`. */
  field?: string;
  /** A row of an imported file, counted as a person counts, the header included. */
  row?: number;
  code: string;
  message: string;
}

export interface ProblemDetails {
  /** What to do next, in a sentence for the person. */
  detail?: string;
  faults?: readonly Fault[];
  retryAfterSeconds?: number;
  /** Further members of the problem document. */
  extra?: Readonly<Record<string, unknown>>;
}

/** A refusal the domain knows. Anything else that is thrown is a defect and answers 500. */
export class DomainError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(details.detail ?? code);
    this.name = 'DomainError';
  }
}
