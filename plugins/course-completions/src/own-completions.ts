import type { CollectedEvidence, LearnerReference } from '@laurel/plugin-kit';
import {
  EVIDENCE_KIND,
  readBatch,
  readInstant,
  readText,
  type Faults,
  type Fields,
  type ReadCompletions,
} from './completion-batch.js';

const fields = ['id', 'member', 'email', 'badge', 'topic', 'completedAt', 'isPassed'];

/** Reads a list of our own `{ id, member | email | badge, topic, completedAt, isPassed? }`, strictly. */
export const readOwnCompletions = (items: readonly unknown[], maxBatch: number): ReadCompletions =>
  readBatch(items, 'completions', maxBatch, readCompletion);

const readCompletion = (item: Fields, faults: Faults): CollectedEvidence | null => {
  for (const name of Object.keys(item)) if (!fields.includes(name)) faults.unreadable(name, 'unknown field');
  const sourceKey = readText(item['id'], 'id', faults);
  const learner = readLearner(item, faults);
  const offeringCode = readText(item['topic'], 'topic', faults);
  const occurredAt = readInstant(item['completedAt'], 'completedAt', faults);
  const { isPassed } = item;
  if (isPassed !== undefined && typeof isPassed !== 'boolean')
    faults.unreadable('isPassed', 'expected true or false');
  if (isPassed === false) {
    faults.worthless('isPassed', 'a topic that was not passed earns nothing');
    return null;
  }
  if (sourceKey === null || learner === null || offeringCode === null || occurredAt === null) return null;
  return { sourceKey, learner, offeringCode, kind: EVIDENCE_KIND, occurredAt };
};

const readLearner = (item: Fields, faults: Faults): LearnerReference | null => {
  const [key, other] = (['member', 'email', 'badge'] as const).filter((name) => item[name] !== undefined);
  if (key === undefined || other !== undefined) {
    faults.unreadable('', 'name the learner by exactly one of member, email and badge');
    return null;
  }
  const text = readText(item[key], key, faults);
  if (text === null) return null;
  switch (key) {
    case 'member':
      return { memberNumber: text };
    case 'email':
      return { email: text };
    case 'badge':
      return { badge: text };
  }
};
