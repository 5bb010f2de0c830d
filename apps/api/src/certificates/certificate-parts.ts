import type { CertificatePart } from '@laurel/certificate-renderer';
import { shareOut, type Hundredths } from '@laurel/credit';
import type { DocumentOffer, LineView } from '@laurel/plugin-kit';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { CourseRow } from '../workflow/inputs/decision-query.js';
import { earnedTimes } from '../workflow/inputs/earned-at.js';
import { dayRange } from './certificate-dates.js';
import { topicList } from './certificate-sessions.js';
import { statementsOf } from './certificate-statements.js';
import { creditTypesOf, statedCredits, wordStated, type StatedCredit } from './credit-wording.js';

/** What a document is made of, by course or as a whole. */
export interface DocumentSubject {
  readonly inputs: DecisionInputs;
  readonly offer: DocumentOffer;
  readonly lines: readonly LineView[];
  /** What was claimed per credit type key, hundredths. */
  readonly claimed: Readonly<Record<string, Hundredths>>;
}

/** As far as the credit that a document states goes. */
export type CreditSubject = Omit<DocumentSubject, 'offer'> & {
  readonly offer: Pick<DocumentOffer, 'documentKind' | 'credits'>;
};

/** One course of a claim with its share of the credit that the document states. */
export interface CourseShare {
  /** `null` for topics that belong to no course. */
  readonly course: CourseRow | null;
  readonly lines: readonly LineView[];
  readonly credits: readonly StatedCredit[];
}

/**
 * Shares the credit that a document states out among the courses, in their order. All shares of a type add up to what
 * the document states of it; a course that gets nothing has no certificate.
 */
export const courseShares = (subject: CreditSubject): CourseShare[] => {
  const { inputs, offer, lines, claimed } = subject;
  const types = creditTypesOf(inputs);
  const courses = [...inputs.activity.courses, null];
  const known = new Set(inputs.activity.courses.map(({ id }) => id));
  const byCourse = Map.groupBy(lines, ({ offering: { courseId } }) =>
    courseId !== null && known.has(courseId) ? courseId : null,
  );
  const linesOf = (course: CourseRow | null) => byCourse.get(course?.id ?? null) ?? [];
  const stated = statedCredits(offer, claimed, types).map((credit) => ({
    credit,
    shares: shareInSteps(
      credit.amount,
      courses.map((course) => sumOf(linesOf(course), credit.type.key)),
      credit.type.increment,
    ),
  }));
  return courses.flatMap((course, index) => {
    const credits = stated.flatMap(({ credit, shares }) => {
      const amount = shares[index] ?? 0;
      return amount > 0 ? { ...credit, amount } : [];
    });
    return credits.length === 0 ? [] : { course, lines: linesOf(course), credits };
  });
};

/**
 * Shares a claimed total out among courses, none of which gets more than its own sum: in steps of the increment when
 * all amounts are. The shares add up to the total, or to all sums when that is less.
 */
export const shareInSteps = (
  total: Hundredths,
  sums: readonly Hundredths[],
  increment: Hundredths,
): readonly Hundredths[] => {
  if (total >= sums.reduce((whole, sum) => whole + sum, 0)) return sums;
  const step = [total, ...sums].every((amount) => amount % increment === 0) ? increment : 1;
  return shareOut(
    total / step,
    sums.map((sum) => sum / step),
  ).map((share) => share * step);
};

/** One certificate for each course, in the society's language and the activity's zone. */
export const certificateParts = (subject: DocumentSubject, verificationUrl: string): CertificatePart[] => {
  const { inputs, offer } = subject;
  const earned = earnedTimes(inputs.evidence);
  const shares = courseShares(subject);
  return shares.map(({ course, lines, credits }, index) => ({
    activity: {
      ...courseFacts(inputs, course),
      dates: earnedDays(inputs, lines, earned),
    },
    credits: credits.map(wordStated),
    statements: courseStatements(inputs, offer, course, credits),
    verificationUrl: shares.length === 1 ? verificationUrl : `${verificationUrl}?part=${String(index + 1)}`,
    ...topicList({ inputs, lines, stated: credits }, earned),
  }));
};

/** The days from the first completion to the last; those of the activity while none is known. */
export const earnedDays = (
  { timeZone, society, activity }: DecisionInputs,
  lines: readonly LineView[],
  earned: ReadonlyMap<string, Temporal.Instant>,
): string => {
  const times = lines.flatMap(({ offering }) => earned.get(offering.id) ?? []);
  times.sort((a, b) => Temporal.Instant.compare(a, b));
  const [first] = times;
  const last = times.at(-1);
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate();
  return first === undefined || last === undefined
    ? dayRange(
        Temporal.PlainDate.from(activity.startsOn),
        Temporal.PlainDate.from(activity.endsOn),
        society.language,
      )
    : dayRange(dayOf(first), dayOf(last), society.language);
};

const courseFacts = ({ activity, society }: DecisionInputs, course: CourseRow | null) => {
  const { title, code, learningFormat, parsId } = course ?? activity;
  const format = learningFormat.charAt(0).toLocaleUpperCase(society.language) + learningFormat.slice(1);
  return { title, code, format, ...(parsId === null ? {} : { parsId }) };
};

/** The designation statement names the course's own format and maximum, which is what was designated. */
const courseStatements = (
  { society, activity, creditTypes }: DecisionInputs,
  offer: DocumentOffer,
  course: CourseRow | null,
  credits: readonly StatedCredit[],
): string[] =>
  statementsOf(
    offer.documentKind,
    {
      provider: society.displayName,
      statements: society.statements,
      activityStatements: [...activity.statements, ...(course?.statements ?? [])],
      activity: course ?? activity,
      creditTypes,
      stated: credits,
    },
    offer.statements,
  );

const sumOf = (lines: readonly LineView[], creditType: string): Hundredths =>
  lines.reduce((sum, line) => (line.creditType === creditType ? sum + line.amount : sum), 0);
