import { DomainError } from '../../problem/domain-error.js';
import type { ImportReport, LostColumn, OtherPersons, Removals } from './import-report.js';

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

const ACCEPT_OTHER_PERSONS =
  'Nothing was changed. See whether rows have slipped. Where the badges are really theirs, accept it with ' +
  '--accept-other-persons (over HTTP, acceptOtherPersons=true); claims stay with who made them.';

/** The badges that would be somebody else's, as a refusal: thrown where it was not accepted. */
export function refuseOtherPersons(persons: OtherPersons): DomainError {
  return new DomainError('import.gives_badges_away', {
    detail: `${otherPersonsInWords(persons)} ${ACCEPT_OTHER_PERSONS}`,
    faults: persons.first.map((person) => ({
      field: 'badge',
      code: 'badge.other_person',
      message: otherPersonInWords(person),
    })),
    extra: { otherPersons: persons },
  });
}

export const otherPersonsInWords = ({ badges, first }: OtherPersons): string => {
  const shown = badges > first.length ? `; the first ${String(first.length)} are listed` : '';
  return `${badges === 1 ? 'One badge' : `${String(badges)} badges`} would be another person’s${shown}.`;
};

export const otherPersonInWords = ({ badge, before, after }: OtherPersons['first'][number]): string =>
  `Badge ${badge} is ${before}’s, and ${after}’s in the file.`;

export const lostInWords = ({ field, rows }: LostColumn): string =>
  `No row of the file has a value for “${field}”; ${rows === 1 ? 'one row' : `${String(rows)} rows`} would lose theirs.`;
