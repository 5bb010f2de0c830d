import type { Answer, Answers, FormSection, Question } from './form-definition.js';

/**
 * What a form's answers amount to. Pure, and free of the framework: the portal decides by the same rules which
 * questions to show while the learner types, the API which answers to keep and whether the form is complete.
 */

/** Longest text that is kept; a question's own `maxLength` may ask for less, but never loses what was typed. */
export const MAX_TEXT_CHARACTERS = 20_000;
/** For questions that set no length of their own, in characters. */
export const DEFAULT_MAX_LENGTH = { 'short-text': 300, 'long-text': 4_000 } as const;

export interface AnswerFault {
  /** The question's key; `<question>.<row>` in a matrix. */
  field: string;
  code:
    | 'answer.unknown_question'
    | 'answer.wrong_kind'
    | 'answer.unknown_option'
    | 'answer.out_of_range'
    | 'answer.too_long';
  message: string;
}

export interface Progress {
  /** Required questions that these answers make visible. */
  requiredCount: number;
  /** How many of those are answered, and answered validly. */
  answeredCount: number;
  isComplete: boolean;
}

export interface ReadAnswers {
  /** Answers that fit a question of the form. Blank ones are left out: no answer is no answer. */
  answers: Answers;
  faults: AnswerFault[];
}

const questionsOf = (sections: readonly FormSection[]): Question[] =>
  sections.flatMap((section) => section.questions);

/** An answer that says nothing: an empty text, no option, no row. */
const isBlank = (answer: unknown): boolean =>
  answer === undefined ||
  answer === null ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && answer.length === 0) ||
  (isRecord(answer) && Object.keys(answer).length === 0);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The questions to show, in order. A condition holds when the question it looks at is itself shown and was
 * answered so; `equals` compares a single answer, a text or a number, `includes` one of several options.
 */
export function visibleQuestions(sections: readonly FormSection[], answers: Answers): Question[] {
  const visible = new Map<string, Question>();
  for (const question of questionsOf(sections)) {
    const { showIf } = question;
    if (
      showIf === undefined ||
      (visible.has(showIf.question) && holds(showIf, ownAnswer(answers, showIf.question)))
    ) {
      visible.set(question.key, question);
    }
  }
  return [...visible.values()];
}

function holds(condition: NonNullable<Question['showIf']>, answer: Answer | undefined): boolean {
  if (answer === undefined) return false;
  if (condition.equals !== undefined) {
    return (typeof answer === 'string' || typeof answer === 'number') && String(answer) === condition.equals;
  }
  return condition.includes !== undefined && Array.isArray(answer) && answer.includes(condition.includes);
}

/** Keys come from outside: `constructor` is no answer. */
const ownAnswer = (answers: Answers, key: string): Answer | undefined =>
  Object.hasOwn(answers, key) ? answers[key] : undefined;

/** Whether a shown question has all of its answer, and a valid one. A matrix is answered row by row. */
export function isAnswered(question: Question, answer: Answer | undefined): boolean {
  if (answer === undefined || isBlank(answer) || faultsOf(question, answer).length > 0) return false;
  if (question.kind !== 'matrix' || !isRecord(answer)) return true;
  return (question.rows ?? []).every((row) => Object.hasOwn(answer, row.key));
}

/** How far the answers are. Complete: every required question that is shown is answered, and no shown answer is at fault. */
export function progressOf(sections: readonly FormSection[], answers: Answers): Progress {
  const visible = visibleQuestions(sections, answers);
  const required = visible.filter((question) => question.isRequired);
  const answered = required.filter((question) => isAnswered(question, ownAnswer(answers, question.key)));
  const hasFault = visible.some((question) => {
    const answer = ownAnswer(answers, question.key);
    return answer !== undefined && faultsOf(question, answer).length > 0;
  });
  return {
    requiredCount: required.length,
    answeredCount: answered.length,
    isComplete: !hasFault && answered.length === required.length,
  };
}

/**
 * Reads answers as they were sent. What fits no question or option of the form is told as a fault and left
 * out; a text that is too long is told and kept, because a person typed it.
 */
export function readAnswers(
  sections: readonly FormSection[],
  sent: Readonly<Record<string, unknown>>,
): ReadAnswers {
  const questions = new Map(questionsOf(sections).map((question) => [question.key, question]));
  const kept: [string, Answer][] = [];
  const faults: AnswerFault[] = [];
  for (const [key, value] of Object.entries(sent)) {
    const question = questions.get(key);
    if (question === undefined) {
      faults.push({
        field: key.slice(0, 100),
        code: 'answer.unknown_question',
        message: 'This question is no longer part of the form.',
      });
      continue;
    }
    if (isBlank(value)) continue;
    const found = faultsOf(question, value);
    faults.push(...found);
    if (isAnswer(value) && found.every((fault) => fault.code === 'answer.too_long') && fitsStore(value)) {
      kept.push([key, value]);
    }
  }
  // In the form's order, so that equal answers are stored equally. No prototype is ever written to.
  const order = [...questions.keys()];
  kept.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return { answers: Object.fromEntries(kept), faults };
}

/** The answers to questions that are shown; those that a changed condition has hidden are left out. */
export function visibleAnswers(sections: readonly FormSection[], answers: Answers): Answers {
  const shown = new Set(visibleQuestions(sections, answers).map((question) => question.key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => shown.has(key)));
}

const fitsStore = (answer: Answer): boolean =>
  typeof answer !== 'string' || answer.length <= MAX_TEXT_CHARACTERS;

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'string' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string')) ||
  (isRecord(value) && Object.values(value).every((item) => typeof item === 'string'));

/** Whether this is what answers look like, whatever the form. */
export const isAnswers = (value: unknown): value is Answers =>
  isRecord(value) && Object.values(value).every(isAnswer);

/** Everything that is wrong with one answer that is not blank. */
export function faultsOf(question: Question, answer: unknown): AnswerFault[] {
  switch (question.kind) {
    case 'single':
      return typeof answer === 'string'
        ? optionFaults(question, question.key, answer)
        : [wrongKind(question)];
    case 'multiple':
      return multipleFaults(question, answer);
    case 'matrix':
      return matrixFaults(question, answer);
    case 'scale':
      return scaleFaults(question, answer);
    case 'short-text':
    case 'long-text':
      return textFaults(question, question.maxLength ?? DEFAULT_MAX_LENGTH[question.kind], answer);
  }
}

function multipleFaults(question: Question, answer: unknown): AnswerFault[] {
  if (!Array.isArray(answer) || !answer.every((item) => typeof item === 'string'))
    return [wrongKind(question)];
  if (new Set(answer).size !== answer.length) return [wrongKind(question)];
  return answer.flatMap((option) => optionFaults(question, question.key, option));
}

function matrixFaults(question: Question, answer: unknown): AnswerFault[] {
  if (!isRecord(answer)) return [wrongKind(question)];
  const rows = new Set((question.rows ?? []).map((row) => row.key));
  return Object.entries(answer).flatMap(([row, option]) => {
    const field = `${question.key}.${row.slice(0, 100)}`;
    if (!rows.has(row) || typeof option !== 'string') return [unknownOption(field)];
    return optionFaults(question, field, option);
  });
}

function scaleFaults(question: Question, answer: unknown): AnswerFault[] {
  if (typeof answer !== 'number') return [wrongKind(question)];
  const { min, max } = question.scale ?? { min: 1, max: 5 };
  if (Number.isInteger(answer) && answer >= min && answer <= max) return [];
  return [
    {
      field: question.key,
      code: 'answer.out_of_range',
      message: `Please choose a whole number from ${min} to ${max}.`,
    },
  ];
}

function textFaults(question: Question, maxLength: number, answer: unknown): AnswerFault[] {
  if (typeof answer !== 'string') return [wrongKind(question)];
  if (answer.length <= maxLength) return [];
  return [
    {
      field: question.key,
      code: 'answer.too_long',
      message: `Please use at most ${maxLength} characters; there are ${answer.length} now.`,
    },
  ];
}

const optionFaults = (question: Question, field: string, option: string): AnswerFault[] =>
  (question.options ?? []).some(({ key }) => key === option) ? [] : [unknownOption(field)];

const unknownOption = (field: string): AnswerFault => ({
  field,
  code: 'answer.unknown_option',
  message: 'Please choose one of the answers shown.',
});

const wrongKind = (question: Question): AnswerFault => ({
  field: question.key,
  code: 'answer.wrong_kind',
  message: 'This answer does not fit its question. Please answer it again.',
});
