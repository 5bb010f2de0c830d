import type { Answer } from '../../core/api/contract.js';
import type { Answers } from './form-logic.js';

/** Answers this device holds and the server does not have yet, with what they grew from. */
export interface StoredDraft {
  base: Answers;
  answers: Answers;
  /** Of anonymous answers that were being sent: the same again counts once. */
  ticket?: string;
}

/** What an earlier visit left on the device; null for anything that is not ours. */
export function parseDraft(stored: string | null): StoredDraft | null {
  if (stored === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
  if (!isRecord(value)) return null;
  const { base, answers, ticket } = value;
  if (!isAnswers(base) || !isAnswers(answers)) return null;
  return typeof ticket === 'string' ? { base, answers, ticket } : { base, answers };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAnswers = (value: unknown): value is Answers =>
  isRecord(value) && Object.values(value).every(isAnswer);

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string')) ||
  (isRecord(value) && Object.values(value).every((item) => typeof item === 'string'));
