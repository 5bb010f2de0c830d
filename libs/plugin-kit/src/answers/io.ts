import { findListFault, findTextFault, firstFault, isFact, isRecord, isText, type Fault } from './shape.js';

/** What is wrong with the answer of a `collect` stage, or `null`. */
export const checkCollectAnswer = (answer: unknown): Fault => {
  if (!isRecord(answer)) return 'the answer is not an object';
  return firstFault(
    () =>
      findListFault(answer['evidence'], 'evidence', (entry) =>
        firstFault(
          () => findTextFault(entry, ['sourceKey', 'offeringCode', 'kind']),
          () => findLearnerFault(entry['learner']),
          () => (entry['occurredAt'] instanceof Temporal.Instant ? null : 'occurredAt is not an instant'),
        ),
      ),
    () =>
      findListFault(answer['facts'], 'facts', (entry) =>
        firstFault(
          () => findTextFault(entry, ['sourceKey', 'key']),
          () => findLearnerFault(entry['learner']),
          () => (isFact(entry['value']) ? null : 'value is not a text, number, yes or no, or list of texts'),
          () => findOptionalInstantFault(entry, 'validFrom'),
          () => findOptionalInstantFault(entry, 'validUntil'),
          () => findOptionalInstantFault(entry, 'asOf'),
        ),
      ),
    () => findListFault(answer['faults'], 'faults', (entry) => findTextFault(entry, ['path', 'reason'])),
    () => findCursorFault(answer['cursor']),
  );
};

const findLearnerFault = (learner: unknown): Fault =>
  isRecord(learner) &&
  [learner['badge'], learner['memberNumber'], learner['email']].filter(isText).length === 1
    ? null
    : 'learner is not named by exactly one of badge, memberNumber and email';

const findOptionalInstantFault = (entry: Readonly<Record<string, unknown>>, field: string): Fault =>
  entry[field] === undefined || entry[field] instanceof Temporal.Instant
    ? null
    : `${field} is not an instant`;

/** Longer ones are no place in a list; they would be kept and sent with every poll. */
const LONGEST_CURSOR = 2_000;

const findCursorFault = (cursor: unknown): Fault => {
  if (cursor === undefined) return null;
  if (!isText(cursor)) return 'cursor is not a text';
  return cursor.length > LONGEST_CURSOR ? `cursor is longer than ${String(LONGEST_CURSOR)} characters` : null;
};

/** What is wrong with the answer of a `deliver` stage, or `null`. */
export const checkDeliverAnswer = (answer: unknown): Fault => {
  if (!isRecord(answer)) return 'the answer is not an object';
  switch (answer['outcome']) {
    case 'accepted':
      return answer['detail'] === undefined || typeof answer['detail'] === 'string'
        ? null
        : 'detail is not a text';
    case 'rejected':
      return isText(answer['why']) && typeof answer['isMendable'] === 'boolean'
        ? null
        : 'a rejection says neither why nor whether it can be mended';
    case 'retry':
      if (!isText(answer['why'])) return 'a retry does not say why';
      return answer['afterSeconds'] === undefined || isDuration(answer['afterSeconds'])
        ? null
        : 'afterSeconds is not a number of seconds from 0 on';
    default:
      return `there is no outcome "${String(answer['outcome'])}"`;
  }
};

const isDuration = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
