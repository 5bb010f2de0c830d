import type { ColumnSpec } from './column-mapping.js';

export type ProgrammeField =
  | 'sourceKey'
  | 'code'
  | 'title'
  | 'course'
  | 'description'
  | 'date'
  | 'day'
  | 'start'
  | 'end'
  | 'duration'
  | 'room'
  | 'track'
  | 'category'
  | 'type'
  | 'isHighlight'
  | 'tier'
  | 'speakers'
  | 'language'
  | 'isService';

/** The columns of a programme, with the headers societies' systems give them. */
export const PROGRAMME_COLUMNS: readonly ColumnSpec<ProgrammeField>[] = [
  { field: 'sourceKey', headers: ['Source key', 'ID', 'Session ID', 'GUID', 'UID', 'Unique ID'] },
  {
    field: 'code',
    headers: ['Code', 'Session code', 'Session number', 'Session no', 'Number', 'No', 'Abbreviation'],
  },
  {
    field: 'title',
    headers: ['Title', 'Session title', 'Name', 'Session name', 'Session'],
    isRequired: true,
  },
  { field: 'course', headers: ['Course', 'Course code'] },
  { field: 'description', headers: ['Description', 'Session description', 'Abstract', 'Summary'] },
  { field: 'date', headers: ['Date', 'Session date', 'Start date'] },
  { field: 'day', headers: ['Day', 'Programme day', 'Program day', 'Conference day'] },
  {
    field: 'start',
    headers: [
      'Start',
      'Start time',
      'Starts',
      'Starts at',
      'Begin',
      'Begins',
      'From',
      'Start date time',
      'Session start',
    ],
    isRequired: { unless: 'course' },
  },
  {
    field: 'end',
    headers: ['End', 'End time', 'Ends', 'Ends at', 'Finish', 'Until', 'To', 'End date time', 'Session end'],
  },
  { field: 'duration', headers: ['Duration', 'Length', 'Minutes', 'Duration minutes', 'Duration min'] },
  { field: 'room', headers: ['Room', 'Location', 'Hall', 'Venue', 'Room name'] },
  { field: 'track', headers: ['Track', 'Session track'] },
  { field: 'category', headers: ['Category', 'Session category', 'Topic', 'Primary category'] },
  { field: 'type', headers: ['Type', 'Session type', 'Format', 'Session format'] },
  {
    field: 'isHighlight',
    headers: [
      'Highlight',
      'Is highlight',
      'Highlights',
      'Program highlight',
      'Programme highlight',
      'Featured',
    ],
  },
  { field: 'tier', headers: ['Tier', 'Required tier', 'Registration tier', 'Access'] },
  { field: 'speakers', headers: ['Speakers', 'Speaker', 'Faculty', 'Presenters', 'Presenter', 'Persons'] },
  { field: 'language', headers: ['Language', 'Lang'] },
  { field: 'isService', headers: ['Service', 'Is service', 'Break', 'Is break', 'Service session'] },
];

/** The credit type a header names: `Credits: AMA PRA Category 1`, `Credit (ANCC)`. Empty for a bare `Credits`. */
export function creditTypeOfHeader(header: string): string | undefined {
  const match = /^credits?(?:\s+hours?)?\s*(?:[:\-–—|/]\s*(.+)|[([]\s*(.+?)\s*[)\]])?$/i.exec(header.trim());
  return match === null ? undefined : (match[1] ?? match[2] ?? '').trim();
}

/**
 * Credit in hundredths from a cell: `1`, `1.25`, `1,25`, `0`, `none`. Undefined when it is no credit amount.
 */
export function parseCredit(cell: string): number | undefined {
  if (/^(?:none|no|no credit|n\/?a|-|–|—)$/i.test(cell)) return 0;
  const match = /^(\d{1,4})(?:[.,](\d{1,2})0*)?$/.exec(cell);
  return match === null ? undefined : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
