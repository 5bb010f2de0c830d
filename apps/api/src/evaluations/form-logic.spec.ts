import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answers, FormSection, Question } from './form-definition.js';
import { formFaults } from './form-definition.validator.js';
import { isAnswered, progressOf, readAnswers, visibleAnswers, visibleQuestions } from './form-logic.js';

const options = ['a', 'b', 'c'].map((key) => ({ key, label: key }));
const part = (kind: Question['kind']): Partial<Question> => {
  if (kind === 'single' || kind === 'multiple') return { options };
  if (kind === 'matrix') return { options, rows: options.slice(0, 2) };
  return kind === 'scale' ? { scale: { min: 1, max: 5, minLabel: '', maxLabel: '' } } : { maxLength: 10 };
};
const question = (key: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  key,
  kind,
  label: key,
  isRequired: true,
  ...part(kind),
  ...more,
});
const form = (...questions: Question[]): FormSection[] => [{ key: 's', title: 'S', questions }];

const kinds = fc.constantFrom<Question['kind']>(
  'single',
  'multiple',
  'matrix',
  'scale',
  'short-text',
  'long-text',
);
/** Any valid form: conditions look at earlier single choices. */
const forms = fc
  .array(
    fc.record({ kind: kinds, isRequired: fc.boolean(), asks: fc.nat(), equals: fc.constantFrom('a', 'b') }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => {
    const questions: Question[] = [];
    for (const [index, { kind, isRequired, asks, equals }] of parts.entries()) {
      const singles = questions.filter((earlier) => earlier.kind === 'single');
      const asked = singles[asks % (singles.length + 1)];
      const showIf = asked === undefined ? {} : { showIf: { question: asked.key, equals } };
      questions.push(question(`q${index}`, kind, { isRequired, ...showIf }));
    }
    return form(...questions);
  });
const validAnswer = ({ kind }: Question): fc.Arbitrary<Answers[string]> => {
  const option = fc.constantFrom('a', 'b', 'c');
  switch (kind) {
    case 'single':
      return option;
    case 'multiple':
      return fc.uniqueArray(option, { minLength: 1 });
    case 'matrix':
      return fc.record({ a: option, b: option });
    case 'scale':
      return fc.integer({ min: 1, max: 5 });
    default:
      return fc.string({ minLength: 1, maxLength: 10 }).filter((text) => text.trim() !== '');
  }
};
const anything = fc.anything({ maxDepth: 2, withNullPrototype: false });
const questionsOf = (sections: readonly FormSection[]) => sections.flatMap((section) => section.questions);

describe('the logic of forms', () => {
  it('shows a question only while what it depends on is shown and so answered', () => {
    const sections = form(
      question('a', 'single'),
      question('b', 'single', { showIf: { question: 'a', equals: 'a' } }),
      question('c', 'scale', { showIf: { question: 'b', equals: 'b' } }),
      question('d', 'multiple'),
      question('e', 'short-text', { showIf: { question: 'd', includes: 'c' } }),
      question('f', 'long-text', { showIf: { question: 'c', equals: '3' } }),
    );
    const shown = (answers: Answers) =>
      visibleQuestions(sections, answers)
        .map(({ key }) => key)
        .join('');
    expect(shown({})).toBe('ad');
    expect(shown({ a: 'a' })).toBe('abd');
    expect(shown({ a: 'a', b: 'b', c: 3, d: ['a', 'c'] })).toBe('abcdef');
    // The answers to b and c are still there, but nobody sees their questions any more.
    expect(shown({ a: 'c', b: 'b', c: 3 })).toBe('ad');
    expect(visibleAnswers(sections, { a: 'c', b: 'b', c: 3 })).toEqual({ a: 'c' });
  });

  it('counts a matrix when each of its rows is answered, and a text when it fits', () => {
    const matrix = question('m', 'matrix');
    expect(isAnswered(matrix, { a: 'b' })).toBe(false);
    expect(isAnswered(matrix, { a: 'b', b: 'b' })).toBe(true);
    expect(isAnswered(matrix, { a: 'b', b: 'b', c: 'b' })).toBe(false);
    expect(isAnswered(question('t', 'short-text'), '   ')).toBe(false);
    expect(isAnswered(question('t', 'short-text'), 'x'.repeat(11))).toBe(false);
  });

  it('finds every form complete whose shown questions are answered', () => {
    fc.assert(
      fc.property(
        forms.chain((sections) =>
          fc.tuple(
            fc.constant(sections),
            fc.record(Object.fromEntries(questionsOf(sections).map((one) => [one.key, validAnswer(one)]))),
          ),
        ),
        ([sections, answers]) => {
          expect(formFaults(sections)).toEqual([]);
          const required = visibleQuestions(sections, answers).filter(({ isRequired }) => isRequired);
          const whole = { requiredCount: required.length, answeredCount: required.length, isComplete: true };
          expect(progressOf(sections, answers)).toEqual(whole);
          expect(progressOf(sections, visibleAnswers(sections, answers))).toEqual(whole);
          const read = readAnswers(sections, answers);
          expect(read).toEqual({ answers, faults: [] });
          for (const { key } of required) {
            const { [key]: _, ...others } = answers;
            expect(progressOf(sections, others).isComplete).toBe(
              visibleQuestions(sections, others).every(
                (one) => !one.isRequired || isAnswered(one, others[one.key]),
              ),
            );
          }
        },
      ),
    );
  });

  it('keeps nothing that does not fit, whatever is sent', () => {
    fc.assert(
      fc.property(
        forms,
        fc.dictionary(
          fc.oneof(fc.stringMatching(/^q\d$/), fc.string()),
          fc.oneof(anything, fc.constantFrom('a', ['b'], 3)),
        ),
        (sections, sent) => {
          const { answers, faults } = readAnswers(sections, sent);
          const known = new Set(questionsOf(sections).map(({ key }) => key));
          for (const [key, answer] of Object.entries(answers)) {
            expect(known.has(key)).toBe(true);
            expect(answer).toBe(sent[key]);
          }
          const faulty = new Set(faults.map(({ field }) => field.split('.')[0]));
          for (const key of Object.keys(answers)) {
            if (faulty.has(key)) expect(typeof answers[key]).toBe('string');
          }
          // What was kept reads the same the next time, and never makes the counts disagree.
          expect(readAnswers(sections, answers).answers).toEqual(answers);
          const { requiredCount, answeredCount, isComplete } = progressOf(sections, answers);
          expect(answeredCount).toBeLessThanOrEqual(requiredCount);
          if (isComplete) expect(answeredCount).toBe(requiredCount);
        },
      ),
    );
  });
});

describe('the validator of forms', () => {
  const fieldsOf = (sections: FormSection[]) => formFaults(sections).map(({ field }) => field);

  it('lists every fault with its place', () => {
    const [a, b] = [question('a', 'single'), question('b', 'multiple')];
    expect(fieldsOf([])).toEqual(['sections']);
    expect(fieldsOf(form())).toEqual(['sections.0.questions']);
    expect(fieldsOf(form(a, a))).toEqual(['sections.0.questions.1.key']);
    expect(fieldsOf(form({ ...a, key: 'constructor' }))).toEqual(['sections.0.questions.0.key']);
    expect(fieldsOf(form({ ...a, options: [] }))).toEqual(['sections.0.questions.0.options']);
    expect(fieldsOf(form(question('m', 'matrix', { rows: [] })))).toEqual(['sections.0.questions.0.rows']);
    expect(fieldsOf(form(question('t', 'short-text', { maxLength: 0 })))).toEqual([
      'sections.0.questions.0.maxLength',
    ]);
    const scale = { min: 0, max: 100, minLabel: '', maxLabel: '' };
    expect(fieldsOf(form(question('s', 'scale', { scale })))).toEqual(['sections.0.questions.0.scale']);
    const conditions: [Question['showIf'], string][] = [
      [{ question: 'z', equals: 'a' }, '.question'],
      [{ question: 'c', equals: 'a' }, '.question'],
      [{ question: 'a' }, ''],
      [{ question: 'a', equals: 'a', includes: 'a' }, ''],
      [{ question: 'a', equals: 'z' }, '.equals'],
      [{ question: 'a', includes: 'a' }, '.includes'],
      [{ question: 'b', equals: 'a' }, '.equals'],
      [{ question: 'b', includes: 'z' }, '.includes'],
    ];
    for (const [showIf, place] of conditions) {
      const last = { ...question('c', 'short-text'), ...(showIf === undefined ? {} : { showIf }) };
      expect(fieldsOf(form(a, b, last))).toEqual([`sections.0.questions.2.showIf${place}`]);
    }
  });

  it('bounds what a form may hold', () => {
    const many = Array.from({ length: 201 }, (_, index) => question(`q${index}`, 'short-text'));
    expect(fieldsOf(form(...many))).toEqual(['sections']);
    expect(fieldsOf(form(question('a', 'single', { label: 'x'.repeat(1_001) })))).toEqual([
      'sections.0.questions.0.label',
    ]);
  });
});
