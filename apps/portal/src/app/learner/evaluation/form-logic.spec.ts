import { describe, expect, it } from '@jest/globals';
import type { FormSection } from '../../core/api/contract.js';
import {
  answerTo,
  faultOf,
  isAnswered,
  missingAnswers,
  progressOf,
  rowsLeft,
  sectionProgress,
  visibleKeys,
  withAnswer,
} from './form-logic.js';

const option = (key: string) => ({ key, label: key });
const sections: FormSection[] = [
  {
    key: 'you',
    title: 'About you',
    questions: [
      { key: 'role', kind: 'single', label: 'Role', isRequired: true, options: ['md', 'other'].map(option) },
      {
        key: 'role-other',
        kind: 'short-text',
        label: 'Which?',
        isRequired: true,
        maxLength: 5,
        showIf: { question: 'role', equals: 'other' },
      },
      {
        key: 'sure',
        kind: 'long-text',
        label: 'Sure?',
        isRequired: false,
        showIf: { question: 'role-other', equals: 'x' },
      },
    ],
  },
  {
    key: 'meeting',
    title: 'The meeting',
    questions: [
      {
        key: 'agree',
        kind: 'matrix',
        label: 'Agree?',
        isRequired: true,
        rows: ['a', 'b'].map(option),
        options: ['yes', 'no'].map(option),
      },
      {
        key: 'score',
        kind: 'scale',
        label: 'Score',
        isRequired: true,
        scale: { min: 0, max: 10, minLabel: 'no', maxLabel: 'yes' },
      },
      {
        key: 'changes',
        kind: 'multiple',
        label: 'Changes',
        isRequired: false,
        options: ['x', 'y'].map(option),
      },
      {
        key: 'why-x',
        kind: 'short-text',
        label: 'Why x?',
        isRequired: true,
        showIf: { question: 'changes', includes: 'x' },
      },
    ],
  },
];
const keys = (answers: Parameters<typeof visibleKeys>[1]) => [...visibleKeys(sections, answers)];
const role = sections[0]?.questions[0];
const other = sections[0]?.questions[1];
const matrix = sections[1]?.questions[0];
const scale = sections[1]?.questions[1];
if (!role || !other || !matrix || !scale) throw new Error('The form of this test has lost a question.');

describe('shown questions', () => {
  it('follow the answers they depend on', () => {
    expect(keys({})).toEqual(['role', 'agree', 'score', 'changes']);
    expect(keys({ role: 'other' })).toContain('role-other');
    expect(keys({ changes: ['y'] })).not.toContain('why-x');
    expect(keys({ changes: ['y', 'x'] })).toContain('why-x');
  });

  it('disappear with the question they hang on, though its answer is kept', () => {
    expect(keys({ role: 'other', 'role-other': 'x' })).toContain('sure');
    expect(keys({ role: 'md', 'role-other': 'x' })).not.toContain('sure');
  });

  it('never take a key of every object for an answer', () => {
    expect(answerTo({}, 'constructor')).toBeUndefined();
  });
});

describe('answered questions', () => {
  it('need every row of a matrix', () => {
    expect(isAnswered(matrix, { a: 'yes' })).toBe(false);
    expect(rowsLeft(matrix, { a: 'yes' }).map((row) => row.key)).toEqual(['b']);
    expect(isAnswered(matrix, { a: 'yes', b: 'no' })).toBe(true);
  });

  it('take nought on a scale for an answer, and blank text for none', () => {
    expect(isAnswered(scale, 0)).toBe(true);
    expect(isAnswered(other, '   ')).toBe(false);
  });

  it('are not answered while a text is too long, which is said', () => {
    expect(isAnswered(other, '123456')).toBe(false);
    expect(faultOf(other, '123456')).toContain('at most 5 characters; there are 6');
  });

  it('lose a blank answer', () => {
    expect(withAnswer({ role: 'md', changes: ['x'] }, 'changes', [])).toEqual({ role: 'md' });
    expect(withAnswer({}, 'score', 0)).toEqual({ score: 0 });
  });
});

describe('the progress of a section', () => {
  const of = (at: number, answers: Parameters<typeof visibleKeys>[1]) => {
    const section = sections[at];
    return section && sectionProgress(section, answers, visibleKeys(sections, answers));
  };

  it('is the part of its required questions that is answered, those that an answer brings up included', () => {
    expect(of(1, {})).toBe(0);
    expect(of(1, { score: 0 })).toBe(0.5);
    expect(of(0, { role: 'md' })).toBe(1);
    expect(of(0, { role: 'other' })).toBe(0.5);
  });

  it('is nothing for an optional section until something is said in it', () => {
    const optional: FormSection = {
      key: 'more',
      title: 'More',
      questions: [{ key: 'words', kind: 'long-text', label: 'Anything else?', isRequired: false }],
    };
    const progress = (answers: Parameters<typeof visibleKeys>[1]) =>
      sectionProgress(optional, answers, visibleKeys([optional], answers));
    expect([progress({}), progress({ words: 'Thanks' })]).toEqual([0, 1]);
  });
});

describe('what is missing', () => {
  it('lists shown, required questions in order, each with its section', () => {
    const missing = missingAnswers(sections, { role: 'other', score: 3, agree: { a: 'yes' } });
    expect(missing.map(({ sectionKey, question }) => [sectionKey, question.key])).toEqual([
      ['you', 'role-other'],
      ['meeting', 'agree'],
    ]);
  });

  it('counts as the API counts', () => {
    expect(progressOf(sections, {})).toEqual({ requiredCount: 3, answeredCount: 0, isComplete: false });
    expect(
      progressOf(sections, { role: 'md', agree: { a: 'yes', b: 'yes' }, score: 0, changes: ['y'] }),
    ).toEqual({ requiredCount: 3, answeredCount: 3, isComplete: true });
  });
});
