import { describe, expect, it } from '@jest/globals';
import { allow, deny, type Adjustment, type Plugin } from '@laurel/plugin-kit';
import {
  aContext,
  aCreditType,
  aLearner,
  aLine,
  anActivity,
  anOffering,
} from '@laurel/plugin-kit/conformance';
import fc from 'fast-check';
import { aPlugin, aRun } from '../steps/sample-plugin.builder.js';
import type { DecisionContext } from '../workflow.types.js';

const decide = (plugins: readonly Plugin[], lines = [aLine()], context: DecisionContext = aContext()) => {
  const { runner, workflow } = aRun(plugins);
  return runner.decideDraft(workflow, context, lines);
};
const change = (delta: number, over: Partial<Adjustment> = {}): Adjustment => ({
  creditType: 'ama-pra-1',
  delta,
  offeringIds: ['o'],
  reason: { code: 'no', facts: {} },
  ...over,
});
const awarding = (key: string, ...adjustments: readonly Adjustment[]): Plugin =>
  aPlugin({ key, award: () => adjustments });
const sized = (amount: number) => aLine(anOffering({ credits: [{ creditType: 'ama-pra-1', amount }] }));

describe('decideDraft: totals', () => {
  it('explains each total: selected plus adjustments is computed', () => {
    const { totals } = decide([awarding('one', change(-75))], [sized(100), sized(150)]);
    expect(totals).toEqual([
      {
        creditType: 'ama-pra-1',
        selected: 250,
        computed: 175,
        adjustments: [
          {
            delta: -75,
            offeringIds: ['o'],
            isSimultaneous: false,
            entry: expect.objectContaining({ outcome: 'adjusted' }),
          },
        ],
      },
    ]);
  });

  it('asks in workflow order, each step with the totals so far', () => {
    const seen: unknown[] = [];
    const watching = aPlugin({
      key: 'two',
      award: ({ totals, lines, counted }) => {
        seen.push(
          totals,
          lines.map(({ amount }) => amount),
          counted.map(({ amount }) => amount),
        );
        return [];
      },
    });
    decide([awarding('one', change(-25)), watching], [sized(100)]);
    expect(seen).toEqual([{ 'ama-pra-1': 75 }, [100], [75]]);
  });

  it('never lets a total fall below zero', () => {
    const { totals } = decide([awarding('one', change(-500))], [sized(100)]);
    expect(totals[0]).toMatchObject({ selected: 100, computed: 0, adjustments: [{ delta: -100 }] });
  });

  it('brings totals to the increment, and says so', () => {
    const { totals } = decide([awarding('one', change(-67))], [sized(100), sized(100)]);
    expect(totals[0]?.computed).toBe(125);
    expect(totals[0]?.adjustments.at(-1)).toMatchObject({
      delta: -8,
      entry: {
        plugin: 'host',
        sentence: 'AMA PRA Category 1 Credits™ is counted in steps of 0.25, so 1.33 becomes 1.25.',
      },
    });
  });

  it.each([
    // AAFP: 7.33 reported becomes 7.25.
    [[733], 0, 725],
    [[749], 0, 725],
    [[100, 100], -51, 125],
    [[100, 100], -62, 125],
    [[100, 100], -75, 125],
    [[20], 0, 0],
  ])('brings %p, changed by %p, down to %p', (amounts, delta, computed) => {
    const plugins = delta === 0 ? [] : [awarding('one', change(delta))];
    expect(decide(plugins, amounts.map(sized)).totals[0]?.computed).toBe(computed);
  });

  it('never gives more than what was selected less what was cut, and less than a step is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: -300, max: -1 }), { maxLength: 4 }),
        fc.constantFrom(1, 10, 25, 50, 100),
        (amounts, cuts, increment) => {
          const creditTypes = aContext().creditTypes.map((type) => ({ ...type, increment }));
          const plugins = cuts.map((delta, index) => awarding(`p${String(index)}`, change(delta)));
          const [total] = decide(plugins, amounts.map(sized), aContext({ creditTypes })).totals;
          const left = cuts.reduce(
            (sum, delta) => Math.max(0, sum + delta),
            amounts.reduce((sum, amount) => sum + amount, 0),
          );
          expect(total?.computed).toBeLessThanOrEqual(left);
          expect(left - (total?.computed ?? 0)).toBeLessThan(increment);
          expect((total?.computed ?? 1) % increment).toBe(0);
        },
      ),
    );
  });

  it('clamps totals to the designated maximum, and says so', () => {
    const context = aContext({ activity: anActivity({ maxima: { 'ama-pra-1': 1_075 } }) });
    const { totals } = decide([], [sized(1_100)], context);
    expect(totals[0]).toMatchObject({ selected: 1_100, computed: 1_075 });
    expect(totals[0]?.adjustments[0]?.entry.sentence).toBe(
      'This activity is designated for a maximum of 10.75 AMA PRA Category 1 Credits™.',
    );
  });

  it('adds up exactly, within maximum and increment, whatever plugins adjust', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: -800, max: 200 }), { maxLength: 4 }),
        fc.option(fc.nat(2_000)),
        (amounts, deltas, maximum) => {
          const maxima: Record<string, number> = maximum === null ? {} : { 'ama-pra-1': maximum };
          const context = aContext({ activity: anActivity({ maxima }) });
          const plugins = deltas.map((delta, index) => awarding(`p${String(index)}`, change(delta)));
          const [total] = decide(plugins, amounts.map(sized), context).totals;
          const sum = (total?.adjustments ?? []).reduce(
            (all, { delta }) => all + delta,
            total?.selected ?? 0,
          );
          expect(sum).toBe(total?.computed);
          expect(total?.computed).toBeGreaterThanOrEqual(0);
          expect((total?.computed ?? 1) % 25).toBe(0);
          if (maximum !== null) expect(total?.computed).toBeLessThanOrEqual(maximum);
        },
      ),
    );
  });

  it('holds the claim when an award fails or answers nonsense, and goes on with the others', () => {
    const throwing = aPlugin({
      key: 'throwing',
      award: () => {
        throw new Error('inside');
      },
    });
    const nonsense = awarding('nonsense', change(-25, { creditType: 'gold' }));
    const decision = decide([throwing, nonsense, awarding('fine', change(-25))], [sized(100)]);
    expect(decision.isHeld).toBe(true);
    expect(decision.holds.map(({ plugin, outcome }) => [plugin, outcome])).toEqual([
      ['throwing', 'failed'],
      ['nonsense', 'failed'],
    ]);
    expect(decision.totals[0]?.computed).toBe(75);
    expect(decision.canSubmit).toBe(true);
  });
});

describe('decideDraft: lines', () => {
  const reasonsFor = (lines: Parameters<typeof decide>[1], context?: DecisionContext) =>
    decide([], lines, context).offers.flatMap(({ denials }) => denials.map(({ reason }) => reason.code));

  it('decides each offering again, once, and leaves denied ones out of the totals', () => {
    const denied = anOffering({ tier: 'premier' });
    const plugin = aPlugin({ offer: ({ offering }) => (offering.tier === null ? allow : deny('no')) });
    const fine = anOffering();
    const decision = decide([plugin], [aLine(denied), aLine(fine), aLine(fine, 'participation')]);
    expect(decision.offers.map(({ offeringId, allowed }) => [offeringId, allowed])).toEqual([
      [denied.id, false],
      [fine.id, true],
    ]);
    expect(decision.totals.map(({ creditType, selected }) => [creditType, selected])).toEqual([
      ['ama-pra-1', 100],
      ['participation', 100],
    ]);
    expect(decision.canSubmit).toBe(false);
    expect(decision.requirements[0]?.entry.sentence).toBe(
      'One session in your Credit Cart cannot be claimed.',
    );
  });

  it('refuses a line that asks for what its offering does not carry', () => {
    const offering = anOffering();
    expect(reasonsFor([aLine(offering, 'gold', 100)])).toEqual(['host.credit-not-offered']);
    expect(reasonsFor([aLine(offering, 'ama-pra-1', 125)])).toEqual(['host.credit-above-offer']);
    expect(reasonsFor([aLine(offering), aLine(offering)])).toEqual(['host.claimed-twice']);
    expect(reasonsFor([aLine(offering, 'ama-pra-1', 75)])).toEqual([]);
  });

  it('refuses credit that the profession is not awarded, though the offering carries other', () => {
    const context = aContext({ learner: aLearner({ profession: 'nurse' }) });
    expect(reasonsFor([aLine(anOffering(), 'ama-pra-1')], context)).toEqual([
      'host.no-credit-type-for-profession',
    ]);
    expect(reasonsFor([aLine(anOffering(), 'participation')], context)).toEqual([]);
  });

  it('throws for an amount that is none, which is the caller at fault', () => {
    expect(() => decide([], [aLine(anOffering(), 'ama-pra-1', 0.5)])).toThrow(RangeError);
  });
});

describe('decideDraft: requirements', () => {
  const requiring = (key: string, state: 'met' | 'unmet' | 'optional'): Plugin =>
    aPlugin({
      key,
      require: () => [{ key: 'form', state, title: 'A form', reason: { code: 'no', facts: {} } }],
    });

  it.each([
    [['met', 'optional'] as const, true],
    [['met', 'unmet'] as const, false],
  ])('of states %j can be submitted: %s', (states, canSubmit) => {
    const plugins = states.map((state) => requiring(state, state));
    const decision = decide(plugins);
    expect(decision.canSubmit).toBe(canSubmit);
    expect(decision.requirements.map(({ key, state }) => [key, state])).toEqual([
      ['host:sessions', 'met'],
      ...states.map((state) => [`${state}:form`, state]),
    ]);
  });

  it('hold back an empty cart', () => {
    const decision = decide([requiring('one', 'met')], []);
    expect(decision).toMatchObject({ canSubmit: false, totals: [], offers: [] });
    expect(decision.requirements[0]).toMatchObject({ state: 'unmet', action: { kind: 'sessions' } });
  });

  it('speak of topics, and of no cart, where credit is earned', () => {
    const earned = aContext({ activity: anActivity({ basis: 'earned' }) });
    const [requirement] = decide([], [], earned).requirements;
    expect(requirement?.title).toBe('Topics');
    expect(requirement?.entry).toMatchObject({
      sentence: 'Nothing is selected to claim.',
      remedy: 'Select what you have earned.',
    });
  });

  it('hold back a claim whose rule could not be asked', () => {
    const throwing = aPlugin({
      key: 'throwing',
      require: () => {
        throw new Error('inside');
      },
    });
    const { requirements, canSubmit, isHeld } = decide([throwing]);
    expect([canSubmit, isHeld]).toEqual([false, false]);
    expect(requirements.at(-1)).toMatchObject({ key: 'throwing:failed', state: 'unmet', title: 'Sample' });
  });

  it('see the final totals', () => {
    const seen: unknown[] = [];
    const watching = aPlugin({
      key: 'two',
      require: ({ totals }) => {
        seen.push(totals);
        return [];
      },
    });
    decide([awarding('one', change(-20)), watching], [sized(100)]);
    expect(seen).toEqual([{ 'ama-pra-1': 75 }]);
  });
});

describe('decideDraft: trail', () => {
  it('explains every offering, adjustment and requirement', () => {
    const offering = anOffering({ id: 'o' });
    const plugin = aPlugin({
      award: () => [change(-25)],
      require: () => [{ key: 'k', state: 'met', title: 'T', reason: { code: 'no', facts: {} } }],
    });
    const decision = decide([plugin], [aLine(offering)]);
    expect(
      decision.trail.map(({ stage, subject, outcome }) => [stage, subject.kind, subject.key, outcome]),
    ).toEqual([
      ['offer', 'offering', 'o', 'allowed'],
      ['award', 'credit-type', 'ama-pra-1', 'adjusted'],
      ['require', 'requirement', 'host:sessions', 'met'],
      ['require', 'requirement', 'sample:k', 'met'],
    ]);
    expect(decision.trail.map((entry) => entry.toJSON().effect)).toEqual([
      undefined,
      { before: 100, delta: -25, offeringIds: ['o'] },
      undefined,
      undefined,
    ]);
    expect(decision.workflowRevision).toBe(3);
    for (const { sentence } of decision.trail) expect(sentence).toMatch(/\.$/);
  });

  it('is the same each time', () => {
    const lines = [aLine(), aLine()];
    const context = aContext({ creditTypes: [aCreditType()] });
    const once = JSON.stringify(decide([awarding('one', change(-25))], lines, context));
    expect(JSON.stringify(decide([awarding('one', change(-25))], lines, context))).toBe(once);
  });
});
