import type { FactValue, RequirementForm } from '@laurel/plugin-kit';
import { DomainError, type Fault } from '../problem/domain-error.js';
import type { DecidedRequirement } from '../workflow/workflow.types.js';

/** Long enough for every identifier and name; forms of requirements hold no essays. */
const MAX_LENGTH = 200;

type Field = RequirementForm['fields'][number];
export type FormValues = Readonly<Record<string, FactValue>>;

/**
 * Reads what a learner put into a form so far. Whether it is right is for the plugin to say, after it was saved;
 * here only fields and shapes that the form does not have are refused.
 *
 * @throws DomainError `request.invalid` with every fault
 */
export const readFormValues = (
  { fields }: RequirementForm,
  given: Readonly<Record<string, unknown>>,
): FormValues => {
  const known = new Map(fields.map((field) => [field.key, field]));
  const faults: Fault[] = [];
  const values: Record<string, FactValue> = {};
  for (const [key, value] of Object.entries(given)) {
    const field = known.get(key);
    const message = field === undefined ? 'The form has no such field.' : findValueFault(field, value);
    if (message !== null) {
      // Whatever was sent as a key comes back; it need not come back at full length.
      faults.push({ field: `values.${key.slice(0, 80)}`, code: 'form.value', message });
    } else if (typeof value === 'string' || typeof value === 'boolean') {
      values[key] = typeof value === 'string' ? value.trim() : value;
    }
  }
  if (faults.length > 0) throw new DomainError('request.invalid', { faults });
  return values;
};

const findValueFault = ({ kind }: Field, value: unknown): string | null => {
  if (value === null) return null;
  if (kind === 'consent') return typeof value === 'boolean' ? null : 'Expected true or false.';
  if (typeof value !== 'string') return 'Expected a text.';
  return value.length <= MAX_LENGTH ? null : `Use at most ${MAX_LENGTH} characters.`;
};

/** What is kept with the learner: identifiers in fields that are shown and have no fault, by kind. */
export const identifiersIn = (
  { fields }: RequirementForm,
  values: FormValues,
  faults: DecidedRequirement['faults'],
): Readonly<Record<string, string>> => {
  const wrong = new Set(faults.map(({ field }) => field));
  return Object.fromEntries(
    fields.flatMap(({ key, identifier, showIf }) => {
      const value = values[key];
      const isShown = showIf === undefined || values[showIf.field] === showIf.is;
      return identifier !== undefined &&
        isShown &&
        typeof value === 'string' &&
        value !== '' &&
        !wrong.has(key)
        ? [[identifier, value] as const]
        : [];
    }),
  );
};
