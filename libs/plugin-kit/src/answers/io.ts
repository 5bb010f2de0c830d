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
        ),
      ),
    () => findListFault(answer['faults'], 'faults', (entry) => findTextFault(entry, ['path', 'reason'])),
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

/** What is wrong with the answer of a `deliver` stage, or `null`. */
export const checkDeliverAnswer = (answer: unknown): Fault => {
  if (!isRecord(answer)) return 'the answer is not an object';
  switch (answer['outcome']) {
    case 'accepted':
      return null;
    case 'rejected':
      return isText(answer['why']) && typeof answer['isMendable'] === 'boolean'
        ? null
        : 'a rejection says neither why nor whether it can be mended';
    case 'retry':
      return isText(answer['why']) ? null : 'a retry does not say why';
    default:
      return `there is no outcome "${String(answer['outcome'])}"`;
  }
};
