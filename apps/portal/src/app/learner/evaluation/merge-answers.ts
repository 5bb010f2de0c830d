import type { Answer } from '../../core/api/contract.js';
import { answerTo, type Answers } from './form-logic.js';

export interface MergedAnswers {
  answers: Answers;
  /** Questions that were answered differently here and elsewhere: what was typed here stands. */
  keptHere: string[];
  /** Questions whose answer came from elsewhere. */
  takenOver: string[];
}

/**
 * Brings together what was typed here and what the server has now, both grown from `base`: each side's changes are
 * kept, and where both changed the same question, or the same row of a matrix, what the person has before their eyes.
 */
export function mergeAnswers(base: Answers, here: Answers, there: Answers): MergedAnswers {
  const keys = [...new Set([...Object.keys(there), ...Object.keys(here), ...Object.keys(base)])];
  const answers: [string, Answer][] = [];
  const keptHere: string[] = [];
  const takenOver: string[] = [];
  for (const key of keys) {
    const [was, mine, theirs] = [answerTo(base, key), answerTo(here, key), answerTo(there, key)];
    if (isMatrix(mine) && isMatrix(theirs)) {
      const rows = mergeAnswers(isMatrix(was) ? was : {}, mine, theirs);
      if (rows.keptHere.length > 0) keptHere.push(key);
      else if (rows.takenOver.length > 0) takenOver.push(key);
      answers.push([key, rowsOf(rows.answers)]);
      continue;
    }
    const isChangedHere = !isSameAnswer(was, mine);
    const isChangedThere = !isSameAnswer(was, theirs);
    if (isChangedHere && isChangedThere && !isSameAnswer(mine, theirs)) keptHere.push(key);
    if (!isChangedHere && isChangedThere) takenOver.push(key);
    const answer = isChangedHere ? mine : theirs;
    if (answer !== undefined) answers.push([key, answer]);
  }
  return { answers: Object.fromEntries(answers), keptHere, takenOver };
}

/** The option's key by row key. */
const isMatrix = (answer: Answer | undefined): answer is Record<string, string> =>
  typeof answer === 'object' && !Array.isArray(answer);

const rowsOf = (answers: Answers): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([row, option]) => (typeof option === 'string' ? [[row, option]] : [])),
  );

/** Options chosen in another order are the same answer. */
export function isSameAnswer(one: Answer | undefined, other: Answer | undefined): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return canonical(one) === canonical(other);
}

export const isSameAnswers = (one: Answers, other: Answers): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.keys(one).every((key) => isSameAnswer(answerTo(one, key), answerTo(other, key)));

const canonical = (answer: string[] | Record<string, string>): string =>
  JSON.stringify(Array.isArray(answer) ? answer.toSorted() : Object.entries(answer).toSorted());
