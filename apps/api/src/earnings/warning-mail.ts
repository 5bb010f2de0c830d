import { formatCredit, type Hundredths } from '@laurel/credit';
import { unitOfType } from '../claims/submitted-claim-view.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { CreditTypeRow } from '../workflow/inputs/decision-query.js';
import type { EarnedCredit } from './earned-credit.js';

/** Credit of one type and course that ends on the same day. */
interface WarnedCredit {
  readonly type: CreditTypeRow;
  readonly course: string;
  readonly until: Temporal.PlainDate;
  amount: Hundredths;
  topics: number;
}

/**
 * The mail that tells a learner what expires when, by type of credit, course and day; it does not grow with the number
 * of topics. Days are those of the activity's zone.
 *
 * @param credits that can be claimed now and end at a known moment
 */
export const warningMail = (
  inputs: DecisionInputs,
  types: readonly CreditTypeRow[],
  credits: readonly EarnedCredit[],
  address: string,
): { subject: string; body: string } => {
  const { society, learner } = inputs;
  const day = (date: Temporal.PlainDate) => date.toLocaleString(society.language, { dateStyle: 'long' });
  const warned = sumUp(inputs, types, credits);
  const first = warned.map(({ until }) => until).sort((a, b) => Temporal.PlainDate.compare(a, b))[0];
  const lines = [...Map.groupBy(warned, ({ type }) => type)].flatMap(([type, own]) => [
    '',
    type.name,
    ...own.map(
      ({ course, amount, topics, until }) =>
        `  ${course}: ${formatCredit(amount)} ${unitOfType(type, amount)} (${topicCount(topics)}), until ${day(until)}`,
    ),
  ]);
  return {
    // A name with a line break must not become a header of its own.
    subject:
      `${society.shortName}: credit that you earned expires${first === undefined ? ' soon' : ` from ${day(first)}`}`.replace(
        /\s+/g,
        ' ',
      ),
    body: [
      `Dear ${learner.displayName},`,
      '',
      'You have earned credit that you have not claimed yet. It can be claimed until the days below; after that it is gone.',
      ...lines,
      '',
      `Claim it here: ${address}`,
      '',
      `Questions? Write to ${society.support.email}.`,
      society.displayName,
      '',
    ].join('\n'),
  };
};

/** In the order of the types, then of the days, then of the courses. */
const sumUp = (
  { activity, timeZone }: DecisionInputs,
  types: readonly CreditTypeRow[],
  credits: readonly EarnedCredit[],
): WarnedCredit[] => {
  const titles = new Map(activity.courses.map(({ id, title }) => [id, title]));
  const sums = new Map<string, WarnedCredit>();
  for (const { offering, offer, amounts } of credits) {
    if (offer.until === undefined) continue;
    const until = offer.until.toZonedDateTimeISO(timeZone).toPlainDate();
    const course = titles.get(offering.courseId ?? '') ?? activity.title;
    for (const type of types) {
      const amount = amounts.get(type.key);
      if (amount === undefined) continue;
      const key = JSON.stringify([type.key, course, until.toString()]);
      const sum = sums.get(key) ?? { type, course, until, amount: 0, topics: 0 };
      sum.amount += amount;
      sum.topics += 1;
      sums.set(key, sum);
    }
  }
  return [...sums.values()].sort(
    (a, b) =>
      types.indexOf(a.type) - types.indexOf(b.type) ||
      Temporal.PlainDate.compare(a.until, b.until) ||
      (a.course < b.course ? -1 : 1),
  );
};

const topicCount = (topics: number): string => (topics === 1 ? '1 topic' : `${String(topics)} topics`);
