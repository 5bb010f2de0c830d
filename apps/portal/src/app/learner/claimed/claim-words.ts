import type { ClaimHistoryItem } from '../../core/api/contract.js';

const STATES: Record<ClaimHistoryItem['state'], string> = {
  submitted: 'Being made',
  certified: 'Certified',
  held: 'Being looked at',
  amended: 'Replaced',
  revoked: 'Revoked',
};

/** Where a claim stands; that its certificates are there needs no word. */
export const stateWord = ({
  state,
  certificates,
}: Pick<ClaimHistoryItem, 'state' | 'certificates'>): string =>
  state === 'submitted' && certificates.some((certificate) => certificate.state === 'issued')
    ? 'Certified'
    : STATES[state];

/** "2024 and 2026": the years in which what is claimed was earned. */
export const yearsEarned = (years: readonly number[]): string => {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? String(first) : `${String(first)}–${String(last)}`;
};

/** "Emergency Medicine and 2 more". */
export const coursesInWords = ([first, ...more]: readonly string[]): string =>
  first === undefined ? '' : more.length === 0 ? first : `${first} and ${String(more.length)} more`;
