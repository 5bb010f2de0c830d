import type { Answers } from './form-definition.js';
import { isAnswers } from './form-logic.js';

/** Every sealed envelope has this many bytes, whatever is in it: its length must not tell it from another. */
export const ENVELOPE_BYTES = 32 * 1_024;

/** The answers of one person, filled up to the one length; null when they do not fit. */
export function packAnswers(answers: Answers): string | null {
  const json = JSON.stringify(answers);
  const bytes = Buffer.byteLength(json);
  return bytes > ENVELOPE_BYTES ? null : json + ' '.repeat(ENVELOPE_BYTES - bytes);
}

/** @throws SyntaxError for what `packAnswers` did not make */
export function unpackAnswers(packed: string): Answers {
  const answers: unknown = JSON.parse(packed);
  if (!isAnswers(answers)) throw new SyntaxError('These are no answers to a form');
  return answers;
}
