import type { Fault } from '../problem/domain-error.js';
import { MAX_TEXT_CHARACTERS } from './form-logic.js';
import { type Choice, type FormSection, type Question, questionKinds } from './form-definition.js';

/** Bounds that keep a form answerable on a phone, and a definition harmless. */
export const FORM_LIMITS = {
  sections: 40,
  questions: 200,
  choices: 60,
  labelCharacters: 1_000,
  /** Steps of a scale, both ends included. */
  scaleSteps: 11,
} as const;

/** Members that Nest takes out of every request before anybody sees them; their answers would never arrive. */
const STRIPPED: ReadonlySet<string> = new Set(['constructor', 'prototype']);

const KEY = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/**
 * Everything that is wrong with a form, each fault with its place (`sections.0.questions.2.options`). Keys are
 * unique, bounds are kept, and a condition looks only at an earlier question and at an answer that it can have.
 */
export function formFaults(sections: readonly FormSection[]): Fault[] {
  const faults: Fault[] = [];
  const refuse = (field: string, message: string) => {
    faults.push({ field, code: 'form.invalid', message });
  };
  if (sections.length === 0) refuse('sections', 'A form needs at least one section.');
  if (sections.length > FORM_LIMITS.sections)
    refuse('sections', `At most ${FORM_LIMITS.sections} sections fit.`);
  const questionCount = sections.reduce((sum, section) => sum + section.questions.length, 0);
  if (questionCount > FORM_LIMITS.questions)
    refuse('sections', `At most ${FORM_LIMITS.questions} questions fit.`);

  const sectionKeys = new Set<string>();
  const earlier = new Map<string, Question>();
  for (const [index, section] of sections.entries()) {
    const place = `sections.${index}`;
    checkKey(section.key, sectionKeys, `${place}.key`, refuse);
    checkLabel(section.title, `${place}.title`, refuse);
    if (section.questions.length === 0)
      refuse(`${place}.questions`, 'A section needs at least one question.');
    for (const [position, question] of section.questions.entries()) {
      checkQuestion(question, earlier, `${place}.questions.${position}`, refuse);
    }
  }
  return faults;
}

type Refuse = (field: string, message: string) => void;

function checkQuestion(
  question: Question,
  earlier: Map<string, Question>,
  place: string,
  refuse: Refuse,
): void {
  if (!KEY.test(question.key)) refuse(`${place}.key`, KEY_RULE);
  else if (STRIPPED.has(question.key)) refuse(`${place}.key`, `“${question.key}” cannot be a key.`);
  else if (earlier.has(question.key)) refuse(`${place}.key`, `The key “${question.key}” is used twice.`);
  checkLabel(question.label, `${place}.label`, refuse);
  if (!questionKinds.includes(question.kind)) {
    refuse(`${place}.kind`, `A question is one of: ${questionKinds.join(', ')}.`);
    return;
  }
  checkParts(question, place, refuse);
  // Before the question itself joins the earlier ones: it cannot depend on its own answer.
  if (question.showIf !== undefined) checkCondition(question.showIf, earlier, `${place}.showIf`, refuse);
  if (!earlier.has(question.key)) earlier.set(question.key, question);
}

/** What each kind needs, and what only other kinds have. */
function checkParts(question: Question, place: string, refuse: Refuse): void {
  const { kind, options, rows, scale, maxLength } = question;
  const hasOptions = kind === 'single' || kind === 'multiple' || kind === 'matrix';
  if (hasOptions) checkChoices(options, `${place}.options`, refuse, kind === 'multiple' ? 1 : 2);
  else if (options !== undefined) refuse(`${place}.options`, 'Only choices and matrices have options.');
  if (kind === 'matrix') checkChoices(rows, `${place}.rows`, refuse, 1);
  else if (rows !== undefined) refuse(`${place}.rows`, 'Only matrices have rows.');

  if (kind === 'scale') checkScale(scale, `${place}.scale`, refuse);
  else if (scale !== undefined) refuse(`${place}.scale`, 'Only scales have ends.');

  const isText = kind === 'short-text' || kind === 'long-text';
  if (maxLength === undefined) return;
  if (!isText) refuse(`${place}.maxLength`, 'Only texts have a length.');
  else if (!Number.isInteger(maxLength) || maxLength < 1 || maxLength > MAX_TEXT_CHARACTERS) {
    refuse(`${place}.maxLength`, `The length is between 1 and ${MAX_TEXT_CHARACTERS} characters.`);
  }
}

function checkScale(scale: Question['scale'], place: string, refuse: Refuse): void {
  if (scale === undefined) {
    refuse(place, 'A scale needs its two ends.');
    return;
  }
  const { min, max } = scale;
  const steps = max - min + 1;
  if (!Number.isInteger(min) || !Number.isInteger(max) || steps < 2 || steps > FORM_LIMITS.scaleSteps) {
    refuse(place, `A scale runs over 2 to ${FORM_LIMITS.scaleSteps} whole numbers.`);
  }
}

function checkChoices(
  choices: readonly Choice[] | undefined,
  place: string,
  refuse: Refuse,
  least: number,
): void {
  if (choices === undefined || choices.length < least || choices.length > FORM_LIMITS.choices) {
    refuse(place, `Give ${least} to ${FORM_LIMITS.choices} of them.`);
    return;
  }
  const keys = new Set<string>();
  for (const [index, choice] of choices.entries()) {
    checkKey(choice.key, keys, `${place}.${index}.key`, refuse);
    checkLabel(choice.label, `${place}.${index}.label`, refuse);
  }
}

function checkCondition(
  condition: NonNullable<Question['showIf']>,
  earlier: ReadonlyMap<string, Question>,
  place: string,
  refuse: Refuse,
): void {
  const asked = earlier.get(condition.question);
  if (asked === undefined) {
    refuse(`${place}.question`, 'A condition looks at a question that comes earlier in this form.');
    return;
  }
  const { equals, includes } = condition;
  if ((equals === undefined) === (includes === undefined)) {
    refuse(place, 'A condition has either “equals” or “includes”.');
    return;
  }
  const keys = (asked.options ?? []).map(({ key }) => key);
  if (includes !== undefined) {
    if (asked.kind !== 'multiple')
      refuse(`${place}.includes`, '“includes” is for a question with several answers.');
    else if (!keys.includes(includes))
      refuse(`${place}.includes`, 'The earlier question has no such option.');
    return;
  }
  if (asked.kind === 'multiple' || asked.kind === 'matrix') {
    refuse(`${place}.equals`, '“equals” is for a question with one answer.');
  } else if (asked.kind === 'single' && !keys.includes(equals ?? '')) {
    refuse(`${place}.equals`, 'The earlier question has no such option.');
  } else if (asked.kind === 'scale' && !isOnScale(asked, Number(equals))) {
    refuse(`${place}.equals`, 'The earlier scale has no such number.');
  }
}

const isOnScale = ({ scale }: Question, value: number): boolean =>
  scale !== undefined && Number.isInteger(value) && value >= scale.min && value <= scale.max;

const KEY_RULE = 'A key is lower-case letters, digits and hyphens, at most 64.';

function checkKey(key: string, taken: Set<string>, place: string, refuse: Refuse): void {
  if (!KEY.test(key)) refuse(place, KEY_RULE);
  else if (taken.has(key)) refuse(place, `The key “${key}” is used twice.`);
  taken.add(key);
}

function checkLabel(label: string, place: string, refuse: Refuse): void {
  if (label.trim() === '') refuse(place, 'Say something here.');
  else if (label.length > FORM_LIMITS.labelCharacters) {
    refuse(place, `At most ${FORM_LIMITS.labelCharacters} characters fit here.`);
  }
}
