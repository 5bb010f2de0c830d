import { DomainError } from '../../problem/domain-error.js';
import type { ImportReport } from './import-report.js';

/** Thrown inside the transaction, so that nothing of a faulty file stays. */
export function refuse({
  faults,
  faultCount,
  rowCount,
}: Pick<ImportReport, 'faults' | 'faultCount' | 'rowCount'>): DomainError {
  const shown = faultCount > faults.length ? ` The first ${faults.length} are listed.` : '';
  const things = faultCount === 1 ? 'one thing is' : `${faultCount} things are`;
  return new DomainError('import.refused', {
    detail: `The file was refused, because ${things} wrong with it; nothing was changed.${shown}`,
    faults,
    extra: { faultCount, rowCount },
  });
}
