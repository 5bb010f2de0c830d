import { isAmount, MAX_CREDIT } from '@laurel/credit';
import { allow, type Plugin } from '../plugin.js';
import type { DocumentOffer, Reason } from '../stages.js';
import {
  findDuplicateFault,
  findListFault,
  findReasonFault,
  findTextFault,
  firstFault,
  isRecord,
  isText,
  type Fault,
} from './shape.js';

type Messages = Plugin['messages'];
type Entry = Readonly<Record<string, unknown>>;

/** What is wrong with what a plugin says its rule is, or `null`. */
export const checkRule = (answer: unknown, messages: Messages): Fault =>
  findListFault(answer, 'rule', (entry) => findReasonFault(entry, messages));

/** What is wrong with the answer of an `offer` stage, or `null`. */
export const checkOfferAnswer = (answer: unknown, messages: Messages): Fault => {
  if (answer === allow) return null;
  if (!isRecord(answer)) return 'the answer is not an object';
  if (answer['allowed'] === true) return findUntilFault(answer);
  if (answer['allowed'] !== false) return 'the answer neither allows nor denies';
  return findReasonFault(answer['reason'], messages);
};

const findUntilFault = ({ until, warnAt }: Entry): Fault => {
  if (until !== undefined && !(until instanceof Temporal.Instant)) return 'until is not an instant';
  if (warnAt === undefined) return null;
  return Array.isArray(warnAt) && warnAt.every((at) => at instanceof Temporal.Instant)
    ? null
    : 'warnAt is not a list of instants';
};

/** What is wrong with the answer of an `award` stage, or `null`. */
export const checkAdjustments = (
  answer: unknown,
  messages: Messages,
  creditTypes: ReadonlySet<string>,
): Fault =>
  findListFault(answer, 'adjustments', (entry) => {
    const { creditType, delta, offeringIds } = entry;
    if (!isText(creditType) || !creditTypes.has(creditType)) {
      return `there is no credit type "${String(creditType)}"`;
    }
    if (typeof delta !== 'number' || !Number.isInteger(delta) || Math.abs(delta) > MAX_CREDIT) {
      return 'delta is not a whole number of hundredths';
    }
    if (!Array.isArray(offeringIds) || !offeringIds.every(isText)) return 'offeringIds is not a list of ids';
    if (!['boolean', 'undefined'].includes(typeof entry['isSimultaneous']))
      return 'isSimultaneous is not a boolean';
    return findSharesFault(entry['shares'], delta) ?? findReasonFault(entry['reason'], messages);
  });

const findSharesFault = (shares: unknown, delta: number): Fault => {
  if (shares === undefined) return null;
  if (!isRecord(shares)) return 'shares is not an object';
  let sum = 0;
  for (const share of Object.values(shares)) {
    if (typeof share !== 'number' || !Number.isInteger(share) || share * delta < 0) {
      return 'shares are not whole hundredths in the direction of delta';
    }
    sum += share;
  }
  return sum === delta ? null : 'shares do not add up to delta';
};

const requirementStates: readonly unknown[] = ['met', 'unmet', 'optional'];

/** What is wrong with the answer of a `require` stage, or `null`. */
export const checkRequirements = (answer: unknown, messages: Messages): Fault =>
  firstFault(
    () =>
      findListFault(answer, 'requirements', (entry) =>
        firstFault(
          () => findTextFault(entry, ['key', 'title']),
          () => (requirementStates.includes(entry['state']) ? null : 'state is not met, unmet or optional'),
          () => findActionFault(entry['action']),
          () => findReasonFault(entry['reason'], messages),
          () =>
            entry['faults'] === undefined
              ? null
              : findListFault(entry['faults'], 'faults', (fault) =>
                  firstFault(
                    () => findTextFault(fault, ['field']),
                    () => findReasonFault(fault['reason'], messages),
                  ),
                ),
        ),
      ),
    () => findDuplicateFault(valuesOf(answer, 'key'), 'key'),
  );

const findActionFault = (action: unknown): Fault => {
  if (action === undefined) return null;
  if (!isRecord(action)) return 'action is not an object';
  switch (action['kind']) {
    case 'evaluation':
      return findTextFault(action, ['formKey']);
    case 'form':
      return isRecord(action['form']) ? findFormFault(action['form']) : 'form is not an object';
    case 'totals':
      return Array.isArray(action['creditTypes']) && action['creditTypes'].every(isText)
        ? null
        : 'creditTypes is not a list of keys';
    case 'link':
      return findTextFault(action, ['url', 'label']);
    case 'sessions':
    case 'attest':
      return null;
    default:
      return `there is no action "${String(action['kind'])}"`;
  }
};

const fieldKinds: readonly unknown[] = ['text', 'choice', 'consent', 'month-day'];

const findFormFault = (form: Entry): Fault =>
  firstFault(
    () => findTextFault(form, ['key', 'title']),
    () =>
      findListFault(form['fields'], 'fields', (field) =>
        firstFault(
          () => findTextFault(field, ['key', 'label']),
          () => (fieldKinds.includes(field['kind']) ? null : `there is no field "${String(field['kind'])}"`),
          () => (typeof field['isRequired'] === 'boolean' ? null : 'isRequired is neither true nor false'),
          () =>
            field['kind'] === 'choice'
              ? findListFault(field['options'], 'options', (option) =>
                  findTextFault(option, ['value', 'label']),
                )
              : null,
        ),
      ),
    () => findDuplicateFault(valuesOf(form['fields'], 'key'), 'key'),
  );

/**
 * What is wrong with the answer of a `certify` stage, or `null`. A document of an earlier step may be handed on
 * with its availability and promise as they are; their reasons then stay those of the earlier plugin.
 */
export const checkDocumentOffers = (
  answer: unknown,
  messages: Messages,
  creditTypes: ReadonlySet<string>,
  earlier: readonly DocumentOffer[] = [],
): Fault =>
  firstFault(
    () =>
      findListFault(answer, 'documents', (entry) => {
        const before = earlier.find(({ key }) => key === entry['key']);
        return firstFault(
          () =>
            entry['availability'] === before?.availability ? null : findAvailabilityFault(entry, messages),
          () => findDocumentFault(entry, creditTypes),
          () => findRequestFault(entry['request'], messages, before?.request?.promise),
        );
      }),
    () => findDuplicateFault(valuesOf(answer, 'key'), 'key'),
  );

const findAvailabilityFault = ({ availability }: Entry, messages: Messages): Fault => {
  if (!isRecord(availability)) return 'availability is not an object';
  if (availability['available'] === true) return null;
  if (availability['available'] !== false) return 'availability is neither true nor false';
  return findReasonFault(availability['reason'], messages);
};

const findDocumentFault = (entry: Entry, creditTypes: ReadonlySet<string>): Fault => {
  const { documentKind, statements } = entry;
  return firstFault(
    () => findTextFault(entry, ['key', 'title', 'template']),
    () =>
      documentKind === 'credit' || documentKind === 'participation'
        ? null
        : 'documentKind is neither credit nor participation',
    () =>
      findListFault(entry['credits'], 'credits', ({ creditType, amount, unit }) => {
        if (!isText(creditType) || !creditTypes.has(creditType)) {
          return `there is no credit type "${String(creditType)}"`;
        }
        if (!isAmount(amount)) return 'amount is not a whole number of hundredths';
        return unit === undefined || isText(unit) ? null : 'unit is not a text';
      }),
    () =>
      Array.isArray(statements) && statements.every(isText) ? null : 'statements is not a list of texts',
    () => findListFault(entry['inputs'], 'inputs', findInputFault),
  );
};

const findInputFault = (input: Entry): Fault =>
  firstFault(
    () => findTextFault(input, ['key', 'label']),
    () => {
      const { pattern } = input;
      if (pattern === undefined) return null;
      if (!isText(pattern)) return 'pattern is not a text';
      try {
        new RegExp(pattern, 'u');
        return null;
      } catch {
        return 'pattern is not a regular expression';
      }
    },
  );

const findRequestFault = (
  request: unknown,
  messages: Messages,
  earlierPromise: Reason | undefined,
): Fault => {
  if (request === undefined) return null;
  if (!isRecord(request)) return 'request is not an object';
  const { lastDay, promise } = request;
  return firstFault(
    () => findTextFault(request, ['mailTo', 'subject']),
    () => (lastDay === null || isText(lastDay) ? null : 'lastDay is neither a day nor null'),
    () => (promise !== undefined && promise === earlierPromise ? null : findReasonFault(promise, messages)),
  );
};

/** What is wrong with the answer of a `report` stage, or `null`. */
export const checkReportMessages = (answer: unknown): Fault =>
  firstFault(
    () =>
      findListFault(answer, 'messages', (entry) =>
        firstFault(
          () => findTextFault(entry, ['authority', 'key']),
          () => (isRecord(entry['payload']) ? null : 'payload is not an object'),
        ),
      ),
    () => findDuplicateFault(valuesOf(answer, 'key'), 'key'),
  );

const valuesOf = (list: unknown, field: string): readonly unknown[] =>
  Array.isArray(list) ? list.map((entry: unknown) => (isRecord(entry) ? entry[field] : undefined)) : [];
