import type { DocumentInput, DocumentOffer } from '@laurel/plugin-kit';
import { DomainError, type Fault } from '../problem/domain-error.js';
import { inSentences } from '../problem/listed-faults.js';
import { TimeIsUp, withinTime } from '../workflow/time-limit/time-limit.js';

const MAX_LENGTH = 200;
const PATTERN_LIMIT_MILLISECONDS = 50;

/** What is known of the inputs from before, by input key. */
export const knownInputs = (
  offer: DocumentOffer,
  identifiers: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    offer.inputs.flatMap(({ key, identifier }) => {
      const value = identifier === undefined ? undefined : identifiers[identifier];
      return value === undefined ? [] : [[key, value]];
    }),
  );

/**
 * Reads what the learner gave for a document; what is absent is taken from before.
 *
 * @throws DomainError `document.input_required` with every fault by field.
 */
export const readInputs = (
  offer: DocumentOffer,
  given: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, string>>,
): Record<string, string> => {
  const faults: Fault[] = [];
  const inputs = new Map(offer.inputs.map((input) => [input.key, input]));
  for (const key of Object.keys(given)) {
    if (!inputs.has(key)) {
      faults.push({
        field: `inputs.${key}`,
        code: 'input.unknown',
        message: 'This document does not ask for this.',
      });
    }
  }
  const values: Record<string, string> = {};
  for (const input of offer.inputs) {
    const { key } = input;
    const value = Object.hasOwn(given, key) ? given[key] : known[key];
    const text = typeof value === 'string' ? value.trim() : '';
    const message = faultOf(input, value, text);
    if (message !== null) faults.push({ field: `inputs.${key}`, ...message });
    else values[key] = text;
  }
  if (faults.length > 0) {
    throw new DomainError('document.input_required', {
      detail: inSentences(faults),
      faults,
    });
  }
  return values;
};

const faultOf = (
  { label, help, pattern }: DocumentInput,
  value: unknown,
  text: string,
): { code: string; message: string } | null => {
  if (value !== undefined && typeof value !== 'string')
    return { code: 'input.not_text', message: `${label} must be text.` };
  if (text === '') return { code: 'input.missing', message: `Please give your ${label}.` };
  if (text.length > MAX_LENGTH) return { code: 'input.too_long', message: `${label} is too long.` };
  if (pattern === undefined || isMatch(pattern, text)) return null;
  return {
    code: 'input.pattern',
    message: `${label} does not look right.${help === undefined ? '' : ` ${help}`}`,
  };
};

/** A pattern may come from a configuration and try for ever; a value that it does not accept in time does not match. */
const isMatch = (pattern: string, text: string): boolean => {
  // The whole value, however the plugin's pattern is anchored.
  const whole = new RegExp(`^(?:${pattern})$`, 'u');
  try {
    return withinTime(() => whole.test(text), PATTERN_LIMIT_MILLISECONDS);
  } catch (error) {
    if (error instanceof TimeIsUp) return false;
    throw error;
  }
};

/** Identifiers to be kept with the learner, by kind. */
export const identifiersOf = (
  offer: DocumentOffer,
  values: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    offer.inputs.flatMap(({ key, identifier }) => {
      const value = values[key];
      return identifier === undefined || value === undefined ? [] : [[identifier, value]];
    }),
  );
