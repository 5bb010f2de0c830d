import {
  definePlugin,
  PLUGIN_CONTRACT,
  type Adjustment,
  type AwardInput,
  type Requirement,
} from '@laurel/plugin-kit';
import { modes, SessionEvaluationConfig, type SessionFormRule } from './session-evaluation.config.js';
import { messages } from './session-evaluation.messages.js';
import { progressOf, type SessionProgress } from './session-progress.js';

/** Up to so many sessions that keep a claim waiting are named at once; of more, the next. */
const MOST_NAMED = 5;

/** A brief evaluation per session: on offer, for that session's credit, or for the claim. */
export const sessionEvaluationPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'session-evaluation',
  version: '1.0.0',
  title: 'Session evaluations',
  description: 'Asks for a brief evaluation of each session: optional, for its credit, or for the claim.',
  config: SessionEvaluationConfig,
  configVersion: 1,
  messages,

  rule: ({ config: { forms } }) =>
    modes.flatMap((mode) => {
      const titles = forms.filter((form) => form.mode === mode).map(({ title }) => title);
      return titles.length === 0 ? [] : { code: `rule-${mode}`, facts: { titles } };
    }),

  award(input) {
    return input.config.forms
      .filter(({ mode }) => mode === 'for-session-credit')
      .flatMap(({ formKey }) => withholdCredit(formKey, input));
  },

  require({ evaluations, lines, config }) {
    return config.forms.flatMap((rule): readonly Requirement[] => {
      const progress = progressOf(rule.formKey, evaluations, lines);
      // An optional form that nobody can answer keeps nobody; any other is a fault to be seen.
      if (!progress.exists) return rule.mode === 'optional' ? [] : [missing(rule)];
      return progress.sessions.length === 0 ? [] : [requirementOf(rule, progress)];
    });
  },
});

/** Takes off what sessions have left whose evaluation is open; nothing where there is no form to answer. */
const withholdCredit = (
  formKey: string,
  { evaluations, lines, counted }: AwardInput<SessionEvaluationConfig>,
): readonly Adjustment[] => {
  const { exists, open } = progressOf(formKey, evaluations, lines);
  if (!exists) return [];
  const openIds = new Set(open.map(({ id }) => id));
  return counted
    .filter(({ offering, amount }) => amount > 0 && openIds.has(offering.id))
    .map(({ offering, creditType, amount }) => ({
      creditType,
      delta: -amount,
      offeringIds: [offering.id],
      reason: {
        code: 'session-without-credit',
        facts: { session: offering.title, withheldCredit: amount },
      },
    }));
};

const requirementOf = (
  { formKey, title, mode }: SessionFormRule,
  { sessions, open }: SessionProgress,
): Requirement => {
  const [next] = open;
  const facts = { done: sessions.length - open.length, count: sessions.length };
  const key = `sessions:${formKey}`;
  if (next === undefined) return { key, state: 'met', title, reason: { code: 'all-done', facts } };
  const action = { kind: 'evaluation', formKey, offeringId: next.id } as const;
  if (mode === 'for-claim') {
    const named = { open: open.map((session) => session.title), isShort: open.length <= MOST_NAMED };
    const reason = { code: 'claim-waits', facts: { ...facts, ...named, next: next.title } };
    return { key, state: 'unmet', title, reason, action };
  }
  if (mode === 'optional') {
    return { key, state: 'optional', title, reason: { code: 'optional', facts }, action };
  }
  return facts.done === 0
    ? { key, state: 'unmet', title, reason: { code: 'nothing-evaluated', facts }, action }
    : { key, state: 'optional', title, reason: { code: 'credit-waits', facts }, action };
};

const missing = ({ formKey, title }: SessionFormRule): Requirement => ({
  key: `sessions:${formKey}`,
  state: 'unmet',
  title,
  reason: { code: 'not-open', facts: { formKey } },
});
