import type { ColumnSpec } from './column-mapping.js';
import { normaliseHeader } from './column-mapping.js';

export type RegistrantField =
  | 'badge'
  | 'firstName'
  | 'lastName'
  | 'credentials'
  | 'profession'
  | 'email'
  | 'tier'
  | 'memberNumber'
  | 'npi';

/** The columns of a registration list, with the headers registration systems give them. */
export const REGISTRANT_COLUMNS: readonly ColumnSpec<RegistrantField>[] = [
  {
    field: 'badge',
    headers: [
      'Badge',
      'Badge ID',
      'Badge number',
      'Badge no',
      'Badge ID number',
      'Registration ID',
      'Registrant ID',
    ],
    isRequired: true,
  },
  {
    field: 'firstName',
    headers: ['First name', 'First', 'Given name', 'Given names', 'Forename', 'Prénom', 'Vorname', 'Nombre'],
  },
  {
    field: 'lastName',
    headers: [
      'Last name',
      'Last',
      'Surname',
      'Family name',
      'Nom de famille',
      'Nachname',
      'Apellido',
      'Apellidos',
    ],
    isRequired: true,
  },
  {
    field: 'credentials',
    headers: ['Credentials', 'Credential', 'Degree', 'Degrees', 'Designation', 'Suffix'],
  },
  {
    field: 'profession',
    headers: ['Profession', 'Professional category', 'Occupation', 'Role', 'Discipline'],
  },
  { field: 'email', headers: ['Email', 'E-mail', 'Email address', 'E-mail address', 'Mail'] },
  {
    field: 'tier',
    headers: ['Tier', 'Registration tier', 'Registration type', 'Registration category', 'Package'],
  },
  {
    field: 'memberNumber',
    headers: ['Member number', 'Member no', 'Member ID', 'Membership number', 'Member'],
  },
  { field: 'npi', headers: ['NPI', 'NPI number', 'NPI no', 'National Provider Identifier'] },
];

/** Boards and registries whose identifiers come as a column of their own, e.g. `ABIM ID`. */
const BOARDS = [
  'aapa',
  'aba',
  'abfm',
  'abim',
  'abp',
  'abpath',
  'abpn',
  'abps',
  'abr',
  'abs',
  'abts',
  'ancc',
  'aocr',
  'arrt',
  'asrt',
  'cci',
  'ibhre',
  'nabp',
  'nccpa',
];

/**
 * The board a header asks an identifier of, in lower case: `ABIM ID`, `ASRT number`, `Board ID: Royal College`.
 */
export function boardOfHeader(header: string): string | undefined {
  const named = /^board\s*(?:id|number|no)?\.?\s*[:\-–—]\s*(.+)$/i.exec(header.trim())?.[1];
  if (named !== undefined) {
    return (
      named
        .trim()
        .toLowerCase()
        .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
        .replace(/^-|-$/g, '') || undefined
    );
  }
  const plain = normaliseHeader(header)
    .replace(/(?:unique)?(?:identifier|number|no|id)$/, '')
    .replace(/board$/, '');
  return BOARDS.includes(plain) ? plain : undefined;
}
