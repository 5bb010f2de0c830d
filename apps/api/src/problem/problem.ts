import type { DomainError, Fault } from './domain-error.js';
import { listedFaults } from './listed-faults.js';
import { type ProblemCode, problems } from './problem-codes.js';

/** A problem document of RFC 9457, as every refusal is answered. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  faults?: readonly Fault[];
  requestId: string;
  [extra: string]: unknown;
}

/** The document for a refusal. Members of `extra` never hide the standard ones. */
export function problemOf({ code, details }: DomainError, requestId: string): Problem {
  const { status, title } = problems[code];
  return {
    ...details.extra,
    type: `/problems/${code}`,
    title,
    status,
    code,
    ...(details.detail === undefined ? {} : { detail: details.detail }),
    ...(details.faults === undefined ? {} : { faults: listedFaults(details.faults) }),
    requestId,
  };
}
