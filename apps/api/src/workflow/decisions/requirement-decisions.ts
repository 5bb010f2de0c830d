import type { Hundredths } from '@laurel/credit';
import { checkRequirements, type LineView, type Reason } from '@laurel/plugin-kit';
import type { DecisionRun } from './decision-run.js';
import type { DecidedRequirement, OfferDecision } from '../workflow.types.js';

/** Asks every `require` step; the union, in workflow order. A step that fails is an unmet requirement. */
export const decideRequirements = (
  run: DecisionRun,
  lines: readonly LineView[],
  totals: Readonly<Record<string, Hundredths>>,
): readonly DecidedRequirement[] =>
  run.steps('require').flatMap((step): readonly DecidedRequirement[] => {
    const { plugin } = step.decider;
    const input = Object.freeze({ ...run.input(step), lines, totals });
    const requirements = run.ask(
      step,
      'require',
      (asked) => asked.require?.(input),
      (answer, asked) => checkRequirements(answer, asked.messages),
    );
    if (requirements === undefined) {
      const key = `${plugin}:failed`;
      const entry = run.failure('require', step, { kind: 'requirement', key }, 'unmet');
      const title = step.plugin?.title ?? 'A rule of the society';
      return [{ plugin, key, state: 'unmet', title, faults: [], entry }];
    }
    return requirements.map(({ key: ownKey, state, title, reason, action, faults = [] }) => {
      const key = `${plugin}:${ownKey}`;
      const write = (why: Reason) =>
        run.entry('require', step.decider, { kind: 'requirement', key }, state, why);
      return {
        plugin,
        key,
        state,
        title,
        action,
        faults: faults.map((fault) => ({ field: fault.field, entry: write(fault.reason) })),
        entry: write(reason),
      };
    });
  });

/** The host's own requirement: an activity that has rules, at least one session, or topic of a course, and none that may not be claimed. */
export const requireSessions = (
  run: DecisionRun,
  lines: readonly LineView[],
  offers: readonly OfferDecision[],
): DecidedRequirement => {
  const denied = offers.filter(({ allowed }) => !allowed).length;
  const key = 'host:sessions';
  // Nothing the learner does with their sessions would meet it, so it names no action.
  if (!run.hasRules) {
    const entry = run.hostEntry('require', { kind: 'requirement', key }, 'unmet', 'host.not-open');
    return { plugin: 'host', key, title: 'Claiming', faults: [], state: 'unmet', entry };
  }
  const what = run.context.activity.basis === 'earned' ? 'topics' : 'sessions';
  const decided = (state: 'met' | 'unmet', how: 'missing' | 'denied' | 'chosen', facts: Reason['facts']) => ({
    plugin: 'host',
    key,
    title: what === 'topics' ? 'Topics' : 'Sessions',
    action: { kind: 'sessions' } as const,
    faults: [],
    state,
    entry: run.hostEntry('require', { kind: 'requirement', key }, state, `host.${what}-${how}`, facts),
  });
  if (lines.length === 0) return decided('unmet', 'missing', {});
  return denied > 0
    ? decided('unmet', 'denied', { count: denied })
    : decided('met', 'chosen', { count: offers.length });
};
