import type {
  CertificateListColumns,
  CertificateListTotal,
  CertificateSession,
  CertificateSessionDay,
} from '@laurel/certificate-renderer';
import { formatCredit, type Hundredths, sumBy } from '@laurel/credit';
import type { LineView } from '@laurel/plugin-kit';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { CreditTypeRow } from '../workflow/inputs/decision-query.js';
import { fullDay, shortDay, timeRange, type Locale } from './certificate-dates.js';
import type { StatedCredit } from './credit-wording.js';

/** What the list of a document is made of. */
export interface ListSubject {
  readonly inputs: DecisionInputs;
  readonly lines: readonly LineView[];
  /** What the document states: a column of the list each. */
  readonly stated: readonly StatedCredit[];
}

/** The list that follows a certificate, as far as it is worded here. */
export interface CertificateList {
  readonly sessions: CertificateSessionDay[];
  readonly listColumns: CertificateListColumns;
  readonly listTotals: CertificateListTotal[];
  readonly sessionsNote?: string;
}

/** The claimed sessions by day, with times in the activity's zone; those without a day of their own come last. */
export const sessionList = (subject: ListSubject): CertificateList => {
  const { inputs } = subject;
  const locale: Locale = { language: inputs.society.language, timeZone: inputs.timeZone };
  const entries = entriesOf(subject).sort((a, b) => compare(sortKey(a), sortKey(b)));
  const days = [...Map.groupBy(entries, ({ offering }) => offering.day?.toString() ?? '')];
  return {
    sessions: days.map(([day, own]) => ({
      day: dayName(day, days.length, locale),
      items: own.map(({ offering, amounts }) => ({
        ...(offering.startsAt === null
          ? {}
          : { time: timeRange(offering.startsAt, offering.endsAt, locale) }),
        title: offering.title,
        ...(offering.room === '' ? {} : { place: offering.room }),
        ...amounts,
      })),
    })),
    ...frameOf(subject, SESSIONS),
  };
};

/** The claimed topics in the order in which they were earned, with the day of each. */
export const topicList = (
  subject: ListSubject,
  earned: ReadonlyMap<string, Temporal.Instant>,
): CertificateList => {
  const { inputs } = subject;
  const topics = entriesOf(subject).map((entry) => ({ ...entry, at: earned.get(entry.offering.id) }));
  topics.sort(
    (a, b) =>
      compare(a.at?.toString() ?? '~', b.at?.toString() ?? '~') ||
      compare(a.offering.title, b.offering.title) ||
      compare(a.offering.id, b.offering.id),
  );
  const items = topics.map(({ offering: { title }, at, amounts }) => ({
    ...(at === undefined ? {} : { time: shortDay(dayOf(at, inputs), inputs.society.language) }),
    title,
    ...amounts,
  }));
  return {
    sessions: items.length === 0 ? [] : [{ day: '', items }],
    ...frameOf(subject, TOPICS),
  };
};

/**
 * Each offering once, with what it carries of each stated type. One that carries none of them is not listed, unless the
 * document states no credit at all.
 */
const entriesOf = ({ lines, stated }: ListSubject) =>
  [...Map.groupBy(lines, ({ offering }) => offering.id).values()].flatMap((own) => {
    const offering = own[0]?.offering;
    const amounts = amountsOf(own, stated);
    return offering === undefined || amounts === null ? [] : { offering, amounts };
  });

const amountsOf = (
  own: readonly LineView[],
  stated: readonly StatedCredit[],
): Pick<CertificateSession, 'credits' | 'amounts'> | null => {
  if (stated.length === 0) return { credits: '', amounts: [] };
  const columns = stated.map(({ type }) => ({ type, amount: sumOf(own, type.key) }));
  const carried = columns.filter(({ amount }) => amount > 0);
  if (carried.length === 0) return null;
  return {
    credits: carried
      .map(({ type, amount }) => formatCredit(amount) + (stated.length === 1 ? '' : ` ${type.shortName}`))
      .join(' · '),
    amounts: columns.map(({ amount }) => (amount > 0 ? formatCredit(amount) : '')),
  };
};

/**
 * The heads of the columns and the lines under the list: what was claimed, and before it what the sessions add up to
 * where that is more.
 */
const frameOf = (
  { lines, stated }: ListSubject,
  words: ListWords,
): Pick<CertificateList, 'listColumns' | 'listTotals' | 'sessionsNote'> => {
  const listed = stated.map(({ type }) => sumOf(lines, type.key));
  const isLess = stated.some(({ amount }, index) => amount < (listed[index] ?? 0));
  const total = (label: string, amounts: readonly Hundredths[]) => ({
    label,
    amounts: amounts.map(formatCredit),
  });
  const claimed = total(
    'Claimed',
    stated.map(({ amount }) => amount),
  );
  return {
    listColumns: { when: words.when, what: words.what, credits: stated.map(columnName) },
    listTotals: stated.length === 0 ? [] : [...(isLess ? [total(words.sum, listed)] : []), claimed],
    ...(isLess ? { sessionsNote: words.less } : {}),
  };
};

interface ListWords {
  readonly when: string;
  readonly what: string;
  readonly sum: string;
  /** Why less was claimed than the list adds up to: an auditor will ask. */
  readonly less: string;
}

const SESSIONS: ListWords = {
  when: 'Time',
  what: 'Session',
  sum: 'Sum of the sessions',
  less: 'Time in two rooms at once counts once, and a learner may claim less than was offered.',
};

const TOPICS: ListWords = {
  when: 'Earned',
  what: 'Topic',
  sum: 'Sum of the topics',
  less: 'A learner may claim less than was earned.',
};

/** A column counts many: the plural. */
const columnName = ({ type, unit }: StatedCredit): string => unit ?? type.unit.other;

const sumOf = (lines: readonly LineView[], creditType: CreditTypeRow['key']): Hundredths =>
  sumBy(
    lines,
    (line) => line.creditType,
    ({ amount }) => amount,
  ).get(creditType) ?? 0;

/** Sessions without a day are watched when the learner likes; alone they need no heading. */
const dayName = (day: string, days: number, { language }: Locale): string => {
  if (day !== '') return fullDay(Temporal.PlainDate.from(day), language);
  return days > 1 ? 'On demand' : '';
};

const dayOf = (at: Temporal.Instant, { timeZone }: DecisionInputs): Temporal.PlainDate =>
  at.toZonedDateTimeISO(timeZone).toPlainDate();

const sortKey = ({ offering }: { offering: LineView['offering'] }): string =>
  `${offering.day?.toString() ?? '~'} ${offering.startsAt?.toString() ?? '~'} ${offering.code} ${offering.id}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
