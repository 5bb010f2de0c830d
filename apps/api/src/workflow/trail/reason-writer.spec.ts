import { describe, expect, it } from '@jest/globals';
import { allow, deny } from '@laurel/plugin-kit';
import { aContext, anOffering } from '@laurel/plugin-kit/conformance';
import { aPlugin, aRun } from '../steps/sample-plugin.builder.js';
import type { Wording } from '../workflow.types.js';

const plugin = aPlugin({
  messages: { tier: { text: 'Needs {needed}; put it in your {cart} later.' } },
  offer: ({ offering }) => (offering.tier === null ? allow : deny('tier', { needed: offering.tier })),
});
const sentence = (wording?: Wording, offering = anOffering({ tier: 'Premier' })) => {
  const { runner, workflow } = aRun([plugin], wording);
  return runner.decideOffers(workflow, aContext(), [offering]).offers[0]?.denials[0]?.sentence;
};

describe('sentences of a decision', () => {
  it("are the plugin's, in the tenant's terms", () => {
    expect(sentence()).toBe('Needs Premier; put it in your Credit Cart later.');
    expect(sentence({ terms: { cart: 'Session Evaluations' } })).toBe(
      'Needs Premier; put it in your Session Evaluations later.',
    );
  });

  it("are the tenant's own where it has some, for the host's rules too", () => {
    const messages = {
      'sample.tier': { text: 'Only for {needed} guests.' },
      'host.withdrawn': { text: 'This one was cancelled.' },
    };
    expect(sentence({ messages })).toBe('Only for Premier guests.');
    expect(sentence({ messages }, anOffering({ isWithdrawn: true }))).toBe('This one was cancelled.');
  });

  it.each(['Needs {unheardOf}.', 'Needs {needed'])(
    "fall back to the plugin's when the tenant's is broken: %j",
    (text) => {
      expect(sentence({ messages: { 'sample.tier': { text } } })).toBe(
        'Needs Premier; put it in your Credit Cart later.',
      );
    },
  );

  it('are not made before they are asked for', () => {
    let reads = 0;
    const counting = aPlugin({
      key: 'counting',
      messages: {
        no: {
          get text() {
            reads += 1;
            return 'No.';
          },
        },
      },
      offer: () => deny('no'),
    });
    const { runner, workflow } = aRun([counting]);
    const { offers } = runner.decideOffers(workflow, aContext(), [anOffering(), anOffering()]);
    expect(reads).toBe(0);
    expect(offers.map(({ denials }) => denials[0]?.sentence)).toEqual(['No.', 'No.']);
    const readsForBoth = reads;
    expect(offers[0]?.denials[0]?.sentence).toBe('No.');
    expect(reads).toBe(readsForBoth);
  });
});
