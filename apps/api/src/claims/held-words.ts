import { DomainError } from '../problem/domain-error.js';
import type { HeldFault } from './claim.entity.js';

/** What a stage is for, to people who run a meeting. */
const WORK: Readonly<Record<string, string>> = {
  award: 'working out the credit',
  certify: 'deciding about certificates',
  report: 'writing the reports to authorities',
};

/** A fault in words, for staff. */
export const faultInWords = ({ plugin, stage, detail }: HeldFault): string =>
  `The step "${plugin}" failed in ${WORK[stage] ?? stage}: ${/[.!?]$/u.test(detail) ? detail : `${detail}.`}`;

/** The refusal of a release, with what fails and what to do about it. */
export const stillHeld = (faults: readonly HeldFault[]): DomainError =>
  new DomainError('claim.still_held', {
    detail: [
      'The claim stays held.',
      ...faults.map(faultInWords),
      'Mend that step of the activity’s workflow or switch it off, then release the claim again.',
    ].join(' '),
    extra: { heldFaults: faults },
  });
