import type { ColumnSpec } from '../../apps/api/src/catalogue/importers/column-mapping.js';
import {
  PROGRAMME_COLUMNS,
  type ProgrammeField,
} from '../../apps/api/src/catalogue/importers/programme-columns.js';
import {
  REGISTRANT_COLUMNS,
  type RegistrantField,
} from '../../apps/api/src/catalogue/importers/registrant-columns.js';

const PROGRAMME: Readonly<Record<ProgrammeField, string>> = {
  sourceKey: 'What recognises the session when the file is imported again; without it the code does.',
  code: 'What people know the session by. It must stay the same.',
  title: 'As learners read it.',
  course: 'The code of a course of the tenant file: the row is a topic of it.',
  description: 'Several lines are fine.',
  date: 'The calendar day on which it starts, where “Start” gives the time alone.',
  day: 'The programme day, where a session after midnight belongs to the evening before.',
  start: 'A time, or date and time, in the zone of the activity.',
  end: 'As “Start”. One of “End” and “Duration” is needed for rows with a time.',
  duration: '`45`, `45 min`, `1:30`.',
  room: 'As learners read it.',
  track: 'Shown, and named by rules.',
  category: 'Filtered by, and named by rules.',
  type: 'Filtered by, and named by rules. A `Break`, `Lunch` or `Registration` carries no credit.',
  isHighlight: '`yes` or `no`.',
  tier: 'The registration tier that it asks for.',
  speakers: 'Several are parted by semicolons.',
  language: 'Of the session.',
  isService: '`yes` for breaks and the like, whatever their type: they carry no credit.',
};

const REGISTRANTS: Readonly<Record<RegistrantField, string>> = {
  badge: 'The number on the badge. Format the column as text, so that no zero is lost.',
  firstName: 'Empty for a person of one name.',
  lastName: 'Also what the person signs in with.',
  credentials: 'As printed after the name: `MD, FACC`.',
  profession: 'Without it, told by the credentials.',
  email: 'Without case.',
  tier: 'The registration tier, e.g. `Premier`.',
  memberNumber: 'Recognises the person at other activities, and at the society’s own sign-in.',
  npi: 'Ten digits; the check digit is checked.',
};

/** The columns of a programme and of a list of registrants, as Markdown, from what the importers know them by. */
export const importColumns = (kind: 'programme' | 'registrants'): string =>
  kind === 'programme' ? table(PROGRAMME_COLUMNS, PROGRAMME) : table(REGISTRANT_COLUMNS, REGISTRANTS);

const table = <Field extends string>(
  columns: readonly ColumnSpec<Field>[],
  meanings: Readonly<Record<Field, string>>,
): string =>
  [
    '| column | also called | `--map` name | needed | meaning |',
    '| --- | --- | --- | --- | --- |',
    ...columns.map(({ field, headers: [first = '', ...others], isRequired = false }) => {
      const needed =
        typeof isRequired === 'object' ? `without “${isRequired.unless}”` : isRequired ? 'yes' : '';
      return `| ${[first, others.join(', '), `\`${field}\``, needed, meanings[field]].join(' | ')} |`;
    }),
  ].join('\n');
