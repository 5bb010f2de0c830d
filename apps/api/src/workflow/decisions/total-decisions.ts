import { clampToMaximum, roundToIncrement, sumBy, type Hundredths } from '@laurel/credit';
import {
  type Adjustment,
  checkAdjustments,
  type CreditTypeView,
  type LineView,
  type Reason,
} from '@laurel/plugin-kit';
import { CLAIM, type DecisionRun } from './decision-run.js';
import { HOST, type Decider } from '../trail/decision-trail.js';
import type { HostCode } from '../trail/host-messages.js';
import { LineShares } from './line-shares.js';
import type { CreditAdjustment, CreditTotal, TrailEntry } from '../workflow.types.js';

export interface TotalsDecision {
  readonly totals: readonly CreditTotal[];
  readonly holds: readonly TrailEntry[];
}

interface Running {
  readonly type: CreditTypeView;
  readonly selected: Hundredths;
  readonly adjustments: CreditAdjustment[];
  total: Hundredths;
}

/** Adds up the lines, lets every `award` step adjust the running totals, then applies increment and maximum. */
export const decideTotals = (run: DecisionRun, lines: readonly LineView[]): TotalsDecision => {
  const sums = sumBy(
    lines,
    ({ creditType }) => creditType,
    ({ amount }) => amount,
  );
  const running = new Map<string, Running>();
  for (const type of run.context.creditTypes) {
    const selected = sums.get(type.key);
    if (selected !== undefined) running.set(type.key, { type, selected, adjustments: [], total: selected });
  }
  const holds = runAwards(run, lines, running);
  for (const one of running.values()) {
    applyIncrement(run, one);
    applyMaximum(run, one);
  }
  const totals = [...running.values()].map(({ type, selected, adjustments, total }) => ({
    creditType: type.key,
    selected,
    adjustments,
    computed: total,
  }));
  return { totals, holds };
};

/** Totals as plugins are given them: hundredths per credit type key. */
export const totalsRecord = (totals: readonly CreditTotal[]): Readonly<Record<string, Hundredths>> =>
  Object.freeze(Object.fromEntries(totals.map(({ creditType, computed }) => [creditType, computed])));

const runAwards = (
  run: DecisionRun,
  lines: readonly LineView[],
  running: Map<string, Running>,
): TrailEntry[] => {
  const holds: TrailEntry[] = [];
  const keys = new Set(running.keys());
  const left = new LineShares(lines);
  for (const step of run.steps('award')) {
    const totals = Object.freeze(Object.fromEntries([...running].map(([key, { total }]) => [key, total])));
    const input = Object.freeze({ ...run.input(step), lines, counted: left.counted(), totals });
    const adjustments = run.ask(
      step,
      'award',
      (plugin) => plugin.award?.(input),
      (answer, plugin) => checkAdjustments(answer, plugin.messages, keys),
    );
    if (adjustments === undefined) {
      holds.push(run.failure('award', step, CLAIM, 'failed'));
      continue;
    }
    for (const adjustment of adjustments) {
      adjust(run, running.get(adjustment.creditType), step.decider, adjustment);
      left.adjust(adjustment);
    }
  }
  return holds;
};

/** Records the change as it takes effect: a total never falls below zero. */
const adjust = (
  run: DecisionRun,
  one: Running | undefined,
  decider: Decider,
  { delta, offeringIds, isSimultaneous = false, reason }: Omit<Adjustment, 'creditType' | 'shares'>,
): void => {
  if (one === undefined) return;
  const effect = { before: one.total, delta: Math.max(delta, -one.total), offeringIds };
  const subject = { kind: 'credit-type', key: one.type.key } as const;
  const entry = run.entry('award', decider, subject, 'adjusted', reason, effect);
  one.total += effect.delta;
  one.adjustments.push({ delta: effect.delta, offeringIds, isSimultaneous, entry });
};

/** As `adjust`, by a rule of the host's about the total alone. */
const adjustTotal = (
  run: DecisionRun,
  one: Running,
  to: Hundredths,
  code: HostCode,
  facts: Reason['facts'],
): void => {
  adjust(run, one, HOST, { delta: to - one.total, offeringIds: [], reason: { code, facts } });
};

/**
 * Down to a whole step. AMA PRA rounds the length of an activity to the nearest quarter, which is done where an
 * offering's credit is worked out; physicians claim no more than they took part in, so that what is left of it after
 * cuts, or of amounts that are no whole steps, is never rounded up. AAFP: 7.33 becomes 7.25.
 */
const applyIncrement = (run: DecisionRun, one: Running): void => {
  const { name, increment } = one.type;
  const rounded = roundToIncrement(one.total, increment, 'down');
  if (rounded === one.total) return;
  const facts = { creditType: name, stepCredit: increment, fromCredit: one.total, toCredit: rounded };
  adjustTotal(run, one, rounded, 'host.increment', facts);
};

/** Last, so that rounding cannot lift a total above the maximum; down to a step that can be claimed. */
const applyMaximum = (run: DecisionRun, one: Running): void => {
  const { key, name, increment } = one.type;
  const maximum = run.context.activity.maxima[key] ?? null;
  const clamped = roundToIncrement(clampToMaximum(one.total, maximum), increment, 'down');
  if (maximum === null || clamped === one.total) return;
  const facts = { creditType: name, maximumCredit: maximum, fromCredit: one.total, toCredit: clamped };
  adjustTotal(run, one, clamped, 'host.designated-maximum', facts);
};
