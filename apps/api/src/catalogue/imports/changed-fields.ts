import { formatCredit } from '@laurel/credit';
import { canonical } from '../../database/same-json.js';
import type { ImportChange } from './import-report.js';

/** Of each kind; more would be read by nobody. */
export const MOST_CHANGES = 10;

/** A row as it is and as the file has it, each as JSON by field. */
export interface ComparedRow {
  readonly kind: ImportChange['kind'];
  readonly name: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

const LONGEST = 80;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** What differs between the rows, in words: instants in the activity's zone, credit as people write it. */
export const changedFields = (rows: readonly ComparedRow[], timeZone: string): ImportChange[] =>
  rows.map(({ kind, name, before, after }) => ({
    kind,
    name,
    fields: Object.keys(after ?? {}).flatMap((field) => {
      const [was, is] = [before?.[field] ?? '', after?.[field] ?? ''];
      if (canonical(was) === canonical(is)) return [];
      return [{ field, before: inWords(was, timeZone), after: inWords(is, timeZone) }];
    }),
  }));

const inWords = (value: unknown, timeZone: string): string => {
  const text = Array.isArray(value)
    ? value.map((item) => inWords(item, timeZone)).join(', ')
    : one(value, timeZone);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…`.toWellFormed() : text;
};

const one = (value: unknown, timeZone: string): string => {
  if (typeof value === 'string') {
    if (!INSTANT.test(value)) return value;
    const local = Temporal.Instant.from(value).toZonedDateTimeISO(timeZone).toPlainDateTime();
    return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
  }
  if (typeof value === 'object' && value !== null) {
    const type: unknown = Reflect.get(value, 'creditType');
    const amount: unknown = Reflect.get(value, 'amount');
    if (typeof type === 'string' && typeof amount === 'number') return `${formatCredit(amount)} ${type}`;
  }
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : JSON.stringify(value);
};
