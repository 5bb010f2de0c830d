import { DomainError } from '../../problem/domain-error.js';
import type { ImportReport, LostColumn, Removals } from './import-report.js';

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

/** What would be lost, as a refusal: thrown where it was not accepted. */
export function refuseLostColumns(lost: readonly LostColumn[]): DomainError {
  return new DomainError('import.loses_columns', {
    faults: lost.map(({ field, rows }) => ({
      field,
      code: 'column.lost',
      message: lostInWords({ field, rows }),
    })),
    extra: { lostColumns: lost },
  });
}

const ACCEPT_REMOVALS =
  'Nothing was changed. Import the whole programme, or accept it with --accept-removals (over HTTP, acceptRemovals=true).';

/** The sessions that would go, as a refusal: thrown where it was not accepted. */
export function refuseRemovals(removals: Removals): DomainError {
  return new DomainError('import.removes_sessions', {
    detail: `${removalsInWords(removals)} ${ACCEPT_REMOVALS}`,
    faults: removals.first.map((session) => ({
      code: 'session.gone',
      message: `${session} is gone from the file.`,
    })),
    extra: { removals },
  });
}

export const removalsInWords = ({ sessions, of, first }: Removals): string => {
  const shown = sessions > first.length ? `; the first ${String(first.length)} are listed` : '';
  return `${String(sessions)} of ${String(of)} sessions are gone from the file and would be removed or withdrawn${shown}.`;
};

export const lostInWords = ({ field, rows }: LostColumn): string =>
  `No row of the file has a value for “${field}”; ${rows === 1 ? 'one row' : `${String(rows)} rows`} would lose theirs.`;
