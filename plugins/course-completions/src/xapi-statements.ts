import type { CollectedEvidence, LearnerReference } from '@laurel/plugin-kit';
import {
  EVIDENCE_KIND,
  isRecord,
  readBatch,
  readInstant,
  readText,
  type Faults,
  type Fields,
  type ReadCompletions,
} from './completion-batch.js';

/** The verbs of ADL's vocabulary; others say that something began, was tried or failed. */
const VERBS = 'http://adlnet.gov/expapi/verbs/';
const EARNING = [`${VERBS}completed`, `${VERBS}passed`];
const VOIDED = `${VERBS}voided`;

export interface StatementRule {
  readonly objectPrefix?: string;
  readonly accountIs: 'member' | 'badge';
  readonly accountHomePage?: string;
  readonly maxBatch: number;
}

/** Reads xAPI statements (IEEE 9274.1.1); properties that say nothing about a completion are not looked at. */
export const readStatements = (items: readonly unknown[], rule: StatementRule): ReadCompletions =>
  readBatch(items, '', rule.maxBatch, (item, faults) => readStatement(item, rule, faults));

const readStatement = (item: Fields, rule: StatementRule, faults: Faults): CollectedEvidence | null => {
  const sourceKey = readText(item['id'], 'id', faults);
  const verb = readText(isRecord(item['verb']) ? item['verb']['id'] : undefined, 'verb.id', faults, 500);
  if (sourceKey === null || verb === null) return null;
  if (verb === VOIDED) {
    faults.worthless('verb.id', 'statements are not voided from outside; staff correct what was earned');
    return null;
  }
  if (!EARNING.includes(verb)) {
    faults.worthless('verb.id', 'only the verbs completed and passed earn credit');
    return null;
  }
  const offeringCode = readTopic(item['object'], rule, faults);
  if (offeringCode === null || !isSuccessful(item['result'], faults)) return null;
  const learner = readActor(item['actor'], rule, faults);
  const field = item['timestamp'] === undefined && item['stored'] !== undefined ? 'stored' : 'timestamp';
  const occurredAt = readInstant(item[field], field, faults);
  if (learner === null || occurredAt === null) return null;
  return { sourceKey, learner, offeringCode, kind: EVIDENCE_KIND, occurredAt };
};

const readTopic = (object: unknown, { objectPrefix = '' }: StatementRule, faults: Faults): string | null => {
  const id = readText(isRecord(object) ? object['id'] : undefined, 'object.id', faults, 1_000);
  if (id === null) return null;
  const code = id.startsWith(objectPrefix) ? id.slice(objectPrefix.length) : '';
  // A course or a page of a topic has an id of its own that merely begins the same.
  if (code !== '' && code.length <= 200) return decoded(code);
  faults.worthless('object.id', `only activities that begin with ${objectPrefix} are topics`);
  return null;
};

/** Codes stand in addresses, so a platform writes a space as %20; what is no such writing is taken as it is. */
const decoded = (code: string): string => {
  try {
    return decodeURIComponent(code);
  } catch {
    // Only thrown for a % that begins no character.
    return code;
  }
};

const isSuccessful = (result: unknown, faults: Faults): boolean => {
  if (result === undefined) return true;
  if (!isRecord(result)) {
    faults.unreadable('result', 'expected an object');
    return false;
  }
  const failed = (['success', 'completion'] as const).filter((field) => result[field] === false);
  for (const field of failed)
    faults.worthless(`result.${field}`, 'a topic that was not passed earns nothing');
  return failed.length === 0;
};

const readActor = (actor: unknown, rule: StatementRule, faults: Faults): LearnerReference | null => {
  const { account, mbox } = isRecord(actor) ? actor : {};
  if (isRecord(account)) {
    const name = readText(account['name'], 'actor.account.name', faults, 100);
    if (name === null) return null;
    if (rule.accountHomePage !== undefined && account['homePage'] !== rule.accountHomePage) {
      faults.worthless('actor.account.homePage', `only accounts of ${rule.accountHomePage} are known here`);
      return null;
    }
    return rule.accountIs === 'member' ? { memberNumber: name } : { badge: name };
  }
  const address = typeof mbox === 'string' ? /^mailto:([^\s@]+@[^\s@]+)$/i.exec(mbox.trim())?.[1] : undefined;
  if (address !== undefined && address.length <= 320) return { email: address };
  faults.unreadable('actor', 'expected an account with a name, or an mbox such as mailto:ada@example.org');
  return null;
};
