import { describe, expect, it } from '@jest/globals';
import { formFaults } from '../../apps/api/src/evaluations/form-definition.validator.js';
import { OVERALL_EVALUATION } from './evaluation-form.js';

const questions = OVERALL_EVALUATION.sections.flatMap((section) => section.questions);

describe('the overall evaluation', () => {
  it('has five sections, sixteen questions, and keys that occur once', () => {
    expect(OVERALL_EVALUATION.sections).toHaveLength(5);
    expect(questions).toHaveLength(16);
    for (const keys of [OVERALL_EVALUATION.sections.map(({ key }) => key), questions.map(({ key }) => key)]) {
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('gives each kind what it is drawn from', () => {
    for (const question of questions) {
      const { kind, options, rows, scale, maxLength } = question;
      const given = {
        options: options !== undefined,
        rows: rows !== undefined,
        scale: scale !== undefined,
        maxLength: maxLength !== undefined,
      };
      const isChoice = kind === 'single' || kind === 'multiple' || kind === 'matrix';
      const isText = kind === 'short-text' || kind === 'long-text';
      expect([question.key, given]).toEqual([
        question.key,
        { options: isChoice, rows: kind === 'matrix', scale: kind === 'scale', maxLength: isText },
      ]);
    }
    expect(new Set(questions.map(({ kind }) => kind)).size).toBe(6);
  });

  it('asks conditionally only on earlier questions and answers that exist', () => {
    const conditional = questions.flatMap(({ key, showIf }, at) =>
      showIf === undefined ? [] : [{ key, showIf, at }],
    );
    expect(conditional.map(({ key }) => key)).toEqual([
      'bias-explained',
      'changes',
      'barriers',
      'barrier-other',
    ]);
    for (const { showIf, at } of conditional) {
      const asked = questions.slice(0, at).find(({ key }) => key === showIf.question);
      expect(asked?.options?.map(({ key }) => key)).toContain(showIf.equals ?? showIf.includes);
      expect(asked?.kind).toBe(showIf.equals === undefined ? 'multiple' : 'single');
    }
  });

  it('can be done in a minute: at most six required answers, no writing', () => {
    const required = questions.filter(({ isRequired, showIf }) => isRequired && showIf === undefined);
    expect(required.map(({ key }) => key)).toEqual([
      'objectives-met',
      'free-of-bias',
      'disclosures',
      'will-change',
      'attended',
      'recommend',
    ]);
    expect(required.filter(({ kind }) => kind.endsWith('text'))).toEqual([]);
  });

  it('is a form that the product accepts', () => {
    expect(formFaults(OVERALL_EVALUATION.sections)).toEqual([]);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(OVERALL_EVALUATION))).toEqual(OVERALL_EVALUATION);
  });
});
