import { describe, expect, it } from '@jest/globals';
import { allow, deny, type OfferAnswer, type Plugin } from '@laurel/plugin-kit';
import { aContext, aCreditType, aLearner, anOffering } from '@laurel/plugin-kit/conformance';
import { aPlugin, aRun } from '../steps/sample-plugin.builder.js';
import type { OfferDecision } from '../workflow.types.js';

const decide = (plugins: readonly Plugin[], offering = anOffering(), context = aContext()) => {
  const { runner, workflow } = aRun(plugins);
  const { offers, faults } = runner.decideOffers(workflow, context, [offering]);
  return { offer: offers[0], faults };
};
const reasons = (offer: OfferDecision | undefined): readonly (readonly [string, string])[] =>
  offer?.denials.map(({ plugin, reason }) => [plugin, reason.code] as const) ?? [];
const says = (key: string, answer: OfferAnswer): Plugin => aPlugin({ key, offer: () => answer });

describe('decideOffers', () => {
  it('allows what nothing speaks against', () => {
    const { offer } = decide([says('one', allow), says('two', { allowed: true })], anOffering({ id: 'o' }));
    expect(offer).toEqual({ offeringId: 'o', allowed: true, denials: [] });
  });

  it('denies when one plugin denies, and keeps all reasons in workflow order', () => {
    const { offer } = decide([says('one', deny('no')), says('two', allow), says('three', deny('no'))]);
    expect(offer?.allowed).toBe(false);
    expect(reasons(offer)).toEqual([
      ['one', 'no'],
      ['three', 'no'],
    ]);
  });

  it('writes the whole trail entry', () => {
    const { offer } = decide([says('one', deny('no', { why: 'so' }))], anOffering({ id: 'o' }));
    expect(JSON.parse(JSON.stringify(offer?.denials[0]))).toEqual({
      stage: 'offer',
      plugin: 'one',
      pluginVersion: '1.2.3',
      configRevision: 7,
      subject: { kind: 'offering', key: 'o' },
      outcome: 'denied',
      reason: { code: 'no', facts: { why: 'so' } },
      sentence: 'Not this time.',
      remedy: 'Try another.',
    });
  });

  it('keeps a plugin from changing what the host froze on its surface only', () => {
    const meddling = aPlugin({
      offer: ({ learner }) => {
        Object.assign(learner, { profession: 'physician' });
        return allow;
      },
    });
    const context = Object.freeze(aContext({ learner: aLearner({ profession: 'nurse' }) }));
    expect(decide([meddling], anOffering(), context).offer?.allowed).toBe(false);
    expect(context.learner.profession).toBe('nurse');
  });

  it('gives a plugin one frozen argument, and hands everything on', () => {
    const seen: object[] = [];
    const watching = aPlugin({
      offer: (input) => {
        seen.push(input);
        return allow;
      },
    });
    const offering = anOffering();
    const context = aContext();
    decide([watching], offering, context);
    expect(seen).toEqual([{ ...context, offering, config: {} }]);
    const [input] = seen;
    expect(
      Object.isFrozen(input) && Object.isFrozen(offering.credits) && Object.isFrozen(context.learner),
    ).toBe(true);
  });

  describe('by the rules of the host', () => {
    const ama = (amount: number) => ({ creditType: 'ama-pra-1', amount });
    it.each([
      ['host.withdrawn', anOffering({ isWithdrawn: true })],
      ['host.not-certified', anOffering({ credits: [] })],
      ['host.not-certified', anOffering({ credits: [ama(0)] })],
      ['host.not-certified', anOffering({ credits: [{ creditType: 'unheard-of', amount: 100 }] })],
      ['host.not-certified', anOffering({ credits: [{ creditType: 'safety', amount: 100 }] })],
      ['host.no-credit-type-for-profession', anOffering({ credits: [ama(100)] })],
    ])('denies with %s, without asking a plugin', (code, offering) => {
      const category = aCreditType({ key: 'safety', audience: [], isCategory: true });
      const context = aContext({
        learner: aLearner({ profession: 'nurse' }),
        creditTypes: [aCreditType(), category],
      });
      const { offer } = decide([says('never', deny('no'))], offering, context);
      expect(reasons(offer)).toEqual([['host', code]]);
      expect(offer?.denials[0]?.remedy).toEqual(expect.any(String));
    });

    it.each([
      ['has no step', []],
      ['has no step that is on', [false]],
    ])('denies everything where the workflow %s: nobody has said what the rules are', (_how, areOn) => {
      const { runner, workflow } = aRun([says('fine', allow)]);
      const steps = areOn.flatMap((isEnabled) => workflow.steps.map((step) => ({ ...step, isEnabled })));
      const withdrawn = anOffering({ isWithdrawn: true });
      const { offers } = runner.decideOffers({ ...workflow, steps }, aContext(), [anOffering(), withdrawn]);
      expect(offers.map(reasons)).toEqual([[['host', 'host.not-open']], [['host', 'host.not-open']]]);
    });

    it('names the credit that the profession cannot be awarded', () => {
      const context = aContext({ learner: aLearner({ profession: 'nurse' }) });
      const { offer } = decide([], anOffering({ credits: [ama(100)] }), context);
      expect(offer?.denials[0]?.sentence).toBe(
        'This session carries AMA PRA Category 1 Credits™, which your profession cannot be awarded.',
      );
    });

    it('is content with one credit type for the profession', () => {
      const context = aContext({ learner: aLearner({ profession: 'nurse' }) });
      expect(decide([], anOffering(), context).offer?.allowed).toBe(true);
    });
  });

  describe('when a plugin does not work', () => {
    const throwing = aPlugin({
      key: 'throwing',
      offer: () => {
        throw new Error('a column is missing');
      },
    });
    const rejecting = aPlugin({ key: 'rejecting' });
    Object.assign(rejecting, { offer: () => Promise.reject(new Error('later')) });
    const nonsense = aPlugin({ key: 'nonsense' });
    Object.assign(nonsense, { offer: () => 'yes' });
    const codeless = says('codeless', deny('unheard-of'));
    const thawing = aPlugin({
      key: 'thawing',
      offer: ({ offering }) => {
        Object.assign(offering, { isWithdrawn: false });
        return allow;
      },
    });

    it.each([
      [throwing, 'a column is missing'],
      [rejecting, 'promise'],
      [nonsense, 'not an object'],
      [codeless, 'no message'],
      [thawing, 'read only'],
    ])('denies with plugin.failed and tells staff why (%#)', (plugin, detail) => {
      const { offer, faults } = decide([plugin, says('fine', allow)]);
      expect(reasons(offer)).toEqual([[plugin.key, 'plugin.failed']]);
      expect(faults).toEqual([
        expect.objectContaining({
          plugin: plugin.key,
          stage: 'offer',
          count: 1,
          detail: expect.stringContaining(detail),
        }),
      ]);
      // What went wrong inside is for staff, not for the card.
      expect(JSON.stringify(offer)).not.toContain(detail);
    });

    it('denies when the plugin is not installed or its configuration is refused', () => {
      const { runner, workflow } = aRun([says('fine', allow)]);
      const step = { isEnabled: true, config: {}, configRevision: 1 };
      const steps = [
        { ...step, plugin: 'gone' },
        { ...step, plugin: 'fine', fault: 'its configuration is refused' },
      ];
      const { offers, faults } = runner.decideOffers({ ...workflow, steps }, aContext(), [
        anOffering(),
        anOffering(),
      ]);
      expect(offers.map(reasons)).toEqual([
        [
          ['gone', 'plugin.failed'],
          ['fine', 'plugin.failed'],
        ],
        [
          ['gone', 'plugin.failed'],
          ['fine', 'plugin.failed'],
        ],
      ]);
      expect(faults.map(({ plugin, count }) => [plugin, count])).toEqual([
        ['gone', 2],
        ['fine', 2],
      ]);
      expect(offers[0]?.denials[0]?.pluginVersion).toBeNull();
    });
  });

  it('does not call a disabled step', () => {
    const { runner, workflow } = aRun([says('off', deny('no')), says('on', allow)]);
    const steps = workflow.steps.map((step) => ({ ...step, isEnabled: step.plugin === 'on' }));
    expect(runner.decideOffers({ ...workflow, steps }, aContext(), [anOffering()]).offers[0]?.allowed).toBe(
      true,
    );
  });
});
