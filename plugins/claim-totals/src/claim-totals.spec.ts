import { describe, expect, it } from '@jest/globals';
import { parseConfig, renderMessage, type Requirement } from '@laurel/plugin-kit';
import {
  aClaim,
  aCreditType,
  aRequireInput,
  aRuleInput,
  describePlugin,
  ruleText,
} from '@laurel/plugin-kit/conformance';
import fc from 'fast-check';
import { ClaimTotalsConfig } from './claim-totals.config.js';
import { messages } from './claim-totals.messages.js';
import { claimTotalsPlugin } from './claim-totals.plugin.js';

const storedConfig = {
  title: 'Your claim totals',
  totals: [{ creditType: 'ama-pra-1' }, { creditType: 'patient-safety', notAbove: 'ama-pra-1' }],
};
const config = parseConfig(ClaimTotalsConfig, storedConfig);
const creditTypes = [
  aCreditType({ unit: { one: 'AMA PRA Category 1 Credit™', other: 'AMA PRA Category 1 Credits™' } }),
  aCreditType({
    key: 'patient-safety',
    name: 'Patient Safety Hours',
    unit: { one: 'Patient Safety Hour', other: 'Patient Safety Hours' },
    isCategory: true,
  }),
];
const maxima = { 'ama-pra-1': 6_075, 'patient-safety': 1_750 };
const input = (chosen: Record<string, number>, totals: Record<string, number> = maxima) =>
  aRequireInput(config, { creditTypes, totals, claim: aClaim({ chosen }) });
const require = (...given: Parameters<typeof input>): Requirement | undefined =>
  claimTotalsPlugin.require?.(input(...given))[0];
const outcome = (...given: Parameters<typeof input>) => {
  const requirement = require(...given);
  return [requirement?.state, requirement?.reason.code, requirement?.faults?.map(({ field }) => field) ?? []];
};

describePlugin(claimTotalsPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  require: {
    'before anything is chosen': input({}),
    'when all is chosen': input(maxima),
    'when a total shrank': input(maxima, { 'ama-pra-1': 5_000, 'patient-safety': 1_750 }),
    'when the category is above its base': input({ 'ama-pra-1': 1_000, 'patient-safety': 1_750 }),
    'when the step changed': input({ 'ama-pra-1': 1_010, 'patient-safety': 0 }),
    'for an empty cart': input({}, {}),
  },
  rule: {
    'with a base': aRuleInput(config, { creditTypes }),
    'without credit types': aRuleInput(config, { creditTypes: [] }),
  },
});

describe('claim totals', () => {
  it('ask for every total that can be claimed, and lead to choosing', () => {
    expect(require({})).toEqual({
      key: 'totals',
      state: 'unmet',
      title: 'Your claim totals',
      reason: {
        code: 'not-chosen',
        facts: { types: ['AMA PRA Category 1 Credits™', 'Patient Safety Hours'] },
      },
      action: { kind: 'totals', creditTypes: ['ama-pra-1', 'patient-safety'] },
    });
    expect(outcome({ 'ama-pra-1': 100 })).toEqual(['unmet', 'not-chosen', []]);
    expect(require({}, { 'ama-pra-1': 100, 'patient-safety': 0 })?.action).toEqual({
      kind: 'totals',
      creditTypes: ['ama-pra-1'],
    });
  });

  it('are met with any choice up to the maximum, nothing of a type included', () => {
    expect(outcome(maxima)).toEqual(['met', 'chosen', []]);
    expect(outcome({ 'ama-pra-1': 25, 'patient-safety': 0 })).toEqual(['met', 'chosen', []]);
  });

  it('say what was chosen as it will be printed', () => {
    const facts = require({ 'ama-pra-1': 100, 'patient-safety': 75 })?.reason.facts ?? {};
    expect(renderMessage(messages.chosen, facts, { timeZone: 'UTC', locale: 'en-US' }, {}).text).toBe(
      'You claim 1.00 AMA PRA Category 1 Credit™ and 0.75 Patient Safety Hour.',
    );
  });

  it('do not lower a choice silently when a session was removed', () => {
    const totals = { 'ama-pra-1': 6_050, 'patient-safety': 1_750 };
    expect(outcome(maxima, totals)).toEqual(['unmet', 'above-maximum', ['ama-pra-1']]);
    const facts = require(maxima, totals)?.reason.facts ?? {};
    expect(
      renderMessage(messages['above-maximum'], facts, { timeZone: 'UTC', locale: 'en-US' }, {}).text,
    ).toBe('You chose 60.75 AMA PRA Category 1 Credits™; at most 60.50 can be claimed now.');
  });

  it('keep a category from exceeding its base, also when nothing of the base is left', () => {
    expect(outcome({ 'ama-pra-1': 1_725, 'patient-safety': 1_750 })).toEqual([
      'unmet',
      'above-base',
      ['patient-safety'],
    ]);
    expect(outcome({ 'ama-pra-1': 1_750, 'patient-safety': 1_750 })).toEqual(['met', 'chosen', []]);
    expect(outcome({ 'patient-safety': 25 }, { 'patient-safety': 25 })).toEqual([
      'unmet',
      'above-base',
      ['patient-safety'],
    ]);
  });

  it('are met exactly when every choice is in steps, within its maximum and its base', () => {
    const amount = fc.integer({ min: 0, max: 40 }).map((steps) => steps * 20);
    const choice = fc.option(amount, { nil: undefined });
    fc.assert(
      fc.property(choice, choice, amount, amount, (ama, safety, mostAma, mostSafety) => {
        const chosen = {
          ...(ama === undefined ? {} : { 'ama-pra-1': ama }),
          ...(safety === undefined ? {} : { 'patient-safety': safety }),
        };
        const requirement = require(chosen, { 'ama-pra-1': mostAma, 'patient-safety': mostSafety });
        const fine = (one: number | undefined, most: number) =>
          most === 0 || (one !== undefined && one <= most && one % 25 === 0);
        const isBeside = mostSafety === 0 || (safety ?? 0) <= (mostAma === 0 ? 0 : (ama ?? 0));
        const isRight = fine(ama, mostAma) && fine(safety, mostSafety) && isBeside;
        expect(requirement?.state ?? 'met').toBe(isRight ? 'met' : 'unmet');
      }),
    );
  });
});

describe('the rule', () => {
  it('says what is chosen, and what counts beside what', () => {
    expect(ruleText(claimTotalsPlugin, aRuleInput(config, { creditTypes }))).toBe(
      'Learners choose how much they claim of AMA PRA Category 1 Credits™ and Patient Safety Hours, up to what ' +
        'their sessions come to. Nobody claims more of Patient Safety Hours than of AMA PRA Category 1 Credits™.',
    );
  });
});
