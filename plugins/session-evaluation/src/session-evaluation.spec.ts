import { describe, expect, it } from '@jest/globals';
import { parseConfig, renderMessage } from '@laurel/plugin-kit';
import {
  aLine,
  anAwardInput,
  anEvaluation,
  anOffering,
  aRequireInput,
  aRuleInput,
  aSessionAt,
  describePlugin,
  ruleText,
} from '@laurel/plugin-kit/conformance';
import fc from 'fast-check';
import { modes, SessionEvaluationConfig, type Mode } from './session-evaluation.config.js';
import { messages } from './session-evaluation.messages.js';
import { sessionEvaluationPlugin } from './session-evaluation.plugin.js';

const storedFor = (mode: Mode) => ({ forms: [{ formKey: 'session', title: 'Session Evaluations', mode }] });
const configFor = (mode: Mode) => parseConfig(SessionEvaluationConfig, storedFor(mode));
const late = aSessionAt('2026-05-12T14:00', '2026-05-12T15:00', { id: 'late', title: 'Late' });
const early = aSessionAt('2026-05-11T08:00', '2026-05-11T09:00', { id: 'early', title: 'Early' });
const onDemand = anOffering({ id: 'on-demand', startsAt: null, endsAt: null, title: 'On demand' });
const lines = [aLine(onDemand), aLine(late), aLine(late, 'participation'), aLine(early)];
const evaluated = (...ids: readonly string[]) => [
  ...ids.map((offeringId) =>
    anEvaluation({ formKey: 'session', scope: 'offering', offeringId, isComplete: true }),
  ),
  anEvaluation({ formKey: 'session', scope: 'offering', offeringId: 'elsewhere' }),
  anEvaluation({ formKey: 'overall', isComplete: true }),
];
const requiring = (mode: Mode, done: readonly string[], chosen = lines) =>
  aRequireInput(configFor(mode), { lines: chosen, evaluations: evaluated(...done) });
const awarding = (mode: Mode, done: readonly string[]) =>
  anAwardInput(configFor(mode), { lines, evaluations: evaluated(...done) });
const require = (mode: Mode, done: readonly string[], chosen = lines) =>
  sessionEvaluationPlugin.require?.(requiring(mode, done, chosen)) ?? [];
const all = ['early', 'late', 'on-demand'];

describePlugin(sessionEvaluationPlugin, {
  folder: import.meta.dirname,
  storedConfig: storedFor('optional'),
  award: {
    'when it is optional': awarding('optional', []),
    'when credit waits': awarding('for-session-credit', ['early']),
  },
  require: {
    'when all are done': requiring('for-claim', all),
    'when it is optional': requiring('optional', ['early']),
    'when credit waits': requiring('for-session-credit', ['early']),
    'when all credit waits': requiring('for-session-credit', []),
    'when the claim waits': requiring('for-claim', ['early']),
    'for an empty cart': requiring('for-claim', [], []),
    'when there is no such form': aRequireInput(configFor('for-claim'), { lines }),
  },
  rule: {
    'when it is optional': aRuleInput(configFor('optional')),
    'when credit waits': aRuleInput(configFor('for-session-credit')),
    'when the claim waits': aRuleInput(configFor('for-claim')),
  },
});

describe('session evaluations', () => {
  it.each<[Mode, string, string, object]>([
    ['optional', 'optional', 'optional', {}],
    ['for-session-credit', 'optional', 'credit-waits', {}],
    ['for-claim', 'unmet', 'claim-waits', { open: ['Late', 'On demand'], isShort: true, next: 'Late' }],
  ])('%s: lead to the next session in the order of the meeting', (mode, state, code, named) => {
    expect(require(mode, ['early'])).toEqual([
      {
        key: 'sessions:session',
        state,
        title: 'Session Evaluations',
        reason: { code, facts: { done: 1, count: 3, ...named } },
        action: { kind: 'evaluation', formKey: 'session', offeringId: 'late' },
      },
    ]);
  });

  it.each(modes)('%s: are met when all are done, and ask nothing of an empty cart', (mode) => {
    expect(require(mode, all).map(({ state }) => state)).toEqual(['met']);
    expect(require(mode, [], [])).toEqual([]);
  });

  it('say how far the learner is', () => {
    const voice = { timeZone: 'America/Chicago', locale: 'en-US' };
    const [requirement] = require('for-session-credit', ['early']);
    expect(renderMessage(messages['credit-waits'], requirement?.reason.facts ?? {}, voice, {}).text).toBe(
      'You evaluated 1 of 3 sessions. The others give credit once you evaluate them.',
    );
  });

  it('name the sessions for which a claim waits, and the next alone when they are many', () => {
    const voice = { timeZone: 'America/Chicago', locale: 'en-US' };
    const told = (done: readonly string[], chosen = lines) => {
      const [requirement] = require('for-claim', done, chosen);
      return renderMessage(messages['claim-waits'], requirement?.reason.facts ?? {}, voice, {}).text;
    };
    expect(told(['early'])).toBe(
      'You evaluated 1 of 3 sessions. Still to do: Late and On demand. Your claim can be submitted when all are done.',
    );
    const others = [1, 2, 3].map((index) => anOffering({ id: `more-${String(index)}`, title: 'More' }));
    expect(told([], [...lines, ...others.map((offering) => aLine(offering))])).toMatch(
      /^You evaluated 0 of 6 sessions\. Next is \w+\. Your claim can be submitted when all are done\.$/,
    );
  });

  it('keep the claim back only when not one session would give credit', () => {
    expect(require('for-session-credit', []).map(({ state }) => state)).toEqual(['unmet']);
  });

  it('do not pass silently when there is no such form, unless it is optional', () => {
    const without = (mode: Mode) =>
      sessionEvaluationPlugin.require?.(aRequireInput(configFor(mode), { lines })).map(({ state }) => state);
    expect([without('optional'), without('for-session-credit'), without('for-claim')]).toEqual([
      [],
      ['unmet'],
      ['unmet'],
    ]);
  });

  it('for credit: take off what is not evaluated, of every credit type, and nothing else', () => {
    expect(
      sessionEvaluationPlugin
        .award?.(awarding('for-session-credit', ['early']))
        .map(({ creditType, delta, offeringIds }) => [creditType, delta, offeringIds]),
    ).toEqual([
      ['ama-pra-1', -100, ['on-demand']],
      ['ama-pra-1', -100, ['late']],
      ['participation', -100, ['late']],
    ]);
    expect(sessionEvaluationPlugin.award?.(awarding('for-claim', []))).toEqual([]);
  });

  it('for credit: leave exactly the credit of evaluated sessions, whatever was cut before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ amount: fc.nat(400), left: fc.nat(400), isDone: fc.boolean() }), {
          maxLength: 10,
        }),
        (sessions) => {
          const of = (amount: number, index: number) =>
            aLine(anOffering({ id: `s${String(index)}` }), 'ama-pra-1', amount);
          const counted = sessions.map(({ amount, left }, index) => of(Math.min(amount, left), index));
          const done = sessions.flatMap(({ isDone }, index) => (isDone ? [`s${String(index)}`] : []));
          const adjustments =
            sessionEvaluationPlugin.award?.(
              anAwardInput(configFor('for-session-credit'), {
                lines: sessions.map(({ amount }, index) => of(amount, index)),
                counted,
                evaluations: evaluated(...done),
              }),
            ) ?? [];
          const off = adjustments.reduce((sum, { delta }) => sum - delta, 0);
          const kept = counted.reduce(
            (sum, { offering, amount }) => sum + (done.includes(offering.id) ? amount : 0),
            0,
          );
          expect(off + kept).toBe(counted.reduce((sum, { amount }) => sum + amount, 0));
        },
      ),
    );
  });
});

describe('the rule', () => {
  it.each([
    ['optional', 'The evaluation of each session is optional.'],
    ['for-session-credit', 'Each session’s evaluation is required for its credit.'],
    ['for-claim', 'The evaluation of every session is required for the claim.'],
  ] as const)('says what waits for it: %s', (mode, text) => {
    expect(ruleText(sessionEvaluationPlugin, aRuleInput(configFor(mode)))).toBe(text);
  });

  it('says a mode once, however many forms have it', () => {
    const forms = [...storedFor('optional').forms, ...storedFor('optional').forms];
    const used = parseConfig(SessionEvaluationConfig, { forms });
    expect(ruleText(sessionEvaluationPlugin, aRuleInput(used), { evaluation: 'feedback' })).toBe(
      'The feedback of each session is optional.',
    );
  });
});
