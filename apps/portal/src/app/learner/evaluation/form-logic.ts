import type { Answer, FormSection, Question } from '../../core/api/contract.js';

/*
 * What a form's answers amount to, by the same rules as the API's: which questions are shown, which are answered, what
 * is still missing. So the screen never has to wait to know.
 */

export type Answers = Readonly<Record<string, Answer>>;

/** Longest texts, in characters, of questions that set none of their own; the API's figures. */
export const DEFAULT_MAX_LENGTH = { 'short-text': 300, 'long-text': 4_000 } as const;

export interface FormProgress {
  /** Required questions that are shown with these answers. */
  requiredCount: number;
  answeredCount: number;
  isComplete: boolean;
}

/** A required question without its whole answer, and where it stands. */
export interface MissingAnswer {
  sectionKey: string;
  sectionTitle: string;
  question: Question;
}

/** Keys come from outside: `constructor` is no answer. */
export const answerTo = (answers: Answers, key: string): Answer | undefined =>
  Object.hasOwn(answers, key) ? answers[key] : undefined;

/** An answer that says nothing: an empty text, no option, no row. */
export function isBlank(answer: Answer | undefined): boolean {
  if (answer === undefined) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  if (typeof answer === 'number') return false;
  return (Array.isArray(answer) ? answer : Object.keys(answer)).length === 0;
}

/** A condition holds when the question it looks at is itself shown, and was answered so. */
export function visibleKeys(sections: readonly FormSection[], answers: Answers): ReadonlySet<string> {
  const visible = new Set<string>();
  for (const { key, showIf } of sections.flatMap((section) => section.questions)) {
    const isShown =
      !showIf || (visible.has(showIf.question) && holds(showIf, answerTo(answers, showIf.question)));
    if (isShown) visible.add(key);
  }
  return visible;
}

function holds(condition: NonNullable<Question['showIf']>, answer: Answer | undefined): boolean {
  if (condition.equals !== undefined) {
    return (typeof answer === 'string' || typeof answer === 'number') && String(answer) === condition.equals;
  }
  return condition.includes !== undefined && Array.isArray(answer) && answer.includes(condition.includes);
}

/** Most characters a text question takes. */
export const maxLengthOf = (question: Question): number =>
  question.maxLength ?? DEFAULT_MAX_LENGTH[question.kind === 'short-text' ? 'short-text' : 'long-text'];

/** What is wrong with an answer, in a sentence; empty when nothing is. */
export function faultOf(question: Question, answer: Answer | undefined): string {
  if (typeof answer !== 'string' || !question.kind.endsWith('text')) return '';
  const max = maxLengthOf(question);
  return answer.length > max
    ? `Please use at most ${String(max)} characters; there are ${String(answer.length)} now. All of it is kept until you shorten it.`
    : '';
}

/** A matrix is answered when each of its rows is. */
export function isAnswered(question: Question, answer: Answer | undefined): boolean {
  if (answer === undefined || isBlank(answer) || faultOf(question, answer) !== '') return false;
  if (question.kind !== 'matrix') return true;
  return rowsLeft(question, answer).length === 0;
}

/** The rows of a matrix that have no answer yet. */
export function rowsLeft(question: Question, answer: Answer | undefined): { key: string; label: string }[] {
  const given = typeof answer === 'object' && !Array.isArray(answer) ? answer : {};
  return (question.rows ?? []).filter((row) => !Object.hasOwn(given, row.key));
}

/** Everything required that is shown and not answered, in the form's order. */
export function missingAnswers(sections: readonly FormSection[], answers: Answers): MissingAnswer[] {
  const visible = visibleKeys(sections, answers);
  return sections.flatMap((section) =>
    section.questions
      .filter((question) => visible.has(question.key))
      .filter((question) => {
        const answer = answerTo(answers, question.key);
        return question.isRequired ? !isAnswered(question, answer) : faultOf(question, answer) !== '';
      })
      .map((question) => ({ sectionKey: section.key, sectionTitle: section.title, question })),
  );
}

export function progressOf(sections: readonly FormSection[], answers: Answers): FormProgress {
  const visible = visibleKeys(sections, answers);
  const required = sections
    .flatMap((section) => section.questions)
    .filter((question) => question.isRequired && visible.has(question.key));
  const answered = required.filter((question) => isAnswered(question, answerTo(answers, question.key)));
  return {
    requiredCount: required.length,
    answeredCount: answered.length,
    isComplete: missingAnswers(sections, answers).length === 0,
  };
}

/** How far a section is answered: what is required of it, or of an optional one whether anything was said. */
export function sectionProgress(
  section: FormSection,
  answers: Answers,
  visible: ReadonlySet<string>,
): number {
  const shown = section.questions.filter(({ key }) => visible.has(key));
  const required = shown.filter(({ isRequired }) => isRequired);
  const answered = (questions: readonly Question[]) =>
    questions.filter((question) => isAnswered(question, answerTo(answers, question.key))).length;
  return required.length === 0 ? Math.min(1, answered(shown)) : answered(required) / required.length;
}

/** The answers with one changed; a blank one is taken out, because no answer is no answer. */
export function withAnswer(answers: Answers, key: string, answer: Answer | undefined): Answers {
  const others = Object.entries(answers).filter(([other]) => other !== key);
  return Object.fromEntries(answer === undefined || isBlank(answer) ? others : [...others, [key, answer]]);
}
