import { toDecimal, type Hundredths } from '@laurel/credit';
import { requirementView } from '../claims/cart-view.js';
import { unitOfType } from '../claims/submitted-claim-view.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { CreditTypeRow } from '../workflow/inputs/decision-query.js';
import { sentenceOf } from '../workflow/trail/why-entry.js';
import type { DecidedRequirement } from '../workflow/workflow.types.js';
import type {
  EarnedCourseDto,
  EarnedCreditTypeDto,
  EarnedTopicDto,
  EarningsDto,
  ExpiringCreditDto,
} from './dto/earnings.dto.js';
import { isExpired, isExpiringSoon } from './earned-expiry.js';
import type { EarnedCredit } from './earned-credit.js';

/** One topic's credit of the type that is looked at. */
interface Topic {
  readonly earned: EarnedCredit;
  readonly amount: Hundredths;
}

/** What was earned, of one credit type, grouped by course. */
export const earningsView = (
  inputs: DecisionInputs,
  earned: readonly EarnedCredit[],
  types: readonly CreditTypeRow[],
  type: CreditTypeRow,
  requirements: readonly DecidedRequirement[],
): EarningsDto => {
  const topics = earned.flatMap((one): Topic[] => {
    const amount = one.amounts.get(type.key);
    return amount === undefined ? [] : [{ earned: one, amount }];
  });
  const expired = topics.filter((topic) => isExpired(topic.earned.offer));
  const shown = topics.filter((topic) => !isExpired(topic.earned.offer));
  return {
    creditType: type.key,
    creditTypes: types.map((one) => typeView(one, earned, inputs.now)),
    available: toDecimal(availableOf(shown)),
    courses: coursesOf(inputs, shown, type),
    expired: { count: expired.length, amount: toDecimal(sum(expired)) },
    requirements: requirements
      .filter(({ action }) => action?.kind !== 'sessions')
      .map((requirement) => requirementView(requirement, inputs)),
  };
};

const typeView = (
  type: CreditTypeRow,
  earned: readonly EarnedCredit[],
  now: Temporal.Instant,
): EarnedCreditTypeDto => {
  let available = 0;
  let count = 0;
  const expiring = new FirstExpiry();
  for (const { amounts, offer } of earned) {
    const amount = amounts.get(type.key);
    if (amount === undefined || !offer.allowed) continue;
    available += amount;
    count += 1;
    if (offer.until !== undefined && isExpiringSoon(offer, now)) expiring.take(offer.until, amount);
  }
  const { key, name, shortName } = type;
  return {
    creditType: key,
    name,
    shortName,
    unit: unitOfType(type, available),
    available: toDecimal(available),
    count,
    expiring: expiring.view(),
  };
};

/** Adds up what ends at the earliest moment of all. */
class FirstExpiry {
  private until: Temporal.Instant | null = null;
  private amount: Hundredths = 0;

  take(until: Temporal.Instant, amount: Hundredths): void {
    const order = this.until === null ? -1 : Temporal.Instant.compare(until, this.until);
    if (order > 0) return;
    this.amount = order === 0 ? this.amount + amount : amount;
    this.until = until;
  }

  view(): ExpiringCreditDto | null {
    return this.until === null ? null : { until: this.until.toString(), amount: toDecimal(this.amount) };
  }
}

/** In the order of the activity's courses; topics without one stand last, under the activity's own title. */
const coursesOf = (
  { activity, now }: DecisionInputs,
  topics: readonly Topic[],
  type: CreditTypeRow,
): EarnedCourseDto[] => {
  const known = new Set(activity.courses.map(({ id }) => id));
  const byCourse = Map.groupBy(topics, ({ earned: { offering } }) =>
    offering.courseId !== null && known.has(offering.courseId) ? offering.courseId : null,
  );
  const { code, title } = activity;
  return [...activity.courses, { id: null, code, title }].flatMap((course) => {
    const own = byCourse.get(course.id) ?? [];
    return own.length === 0
      ? []
      : {
          courseId: course.id,
          code: course.code,
          title: course.title,
          available: toDecimal(availableOf(own)),
          topics: own.map((topic) => topicView(topic, type, now)),
        };
  });
};

const topicView = (
  { earned: { offering, offer, earnedAt }, amount }: Topic,
  { increment }: CreditTypeRow,
  now: Temporal.Instant,
): EarnedTopicDto => ({
  offeringId: offering.id,
  code: offering.code,
  title: offering.title,
  amount: toDecimal(amount),
  increment: toDecimal(increment),
  earnedAt: earnedAt.toString(),
  until: offer.until?.toString() ?? null,
  isExpiringSoon: offer.allowed && isExpiringSoon(offer, now),
  isAllowed: offer.allowed,
  denials: offer.denials.map(sentenceOf),
});

const sum = (topics: readonly Topic[]): Hundredths => topics.reduce((total, { amount }) => total + amount, 0);

const availableOf = (topics: readonly Topic[]): Hundredths =>
  sum(topics.filter(({ earned }) => earned.offer.allowed));
