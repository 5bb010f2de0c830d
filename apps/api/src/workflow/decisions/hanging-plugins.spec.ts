import { describe, expect, it } from '@jest/globals';
import { NoConfig, allow, deny, type Plugin } from '@laurel/plugin-kit';
import { aContext, aLine, aTenant, anActivity, anOffering } from '@laurel/plugin-kit/conformance';
import { PluginRegistry } from '../steps/plugin-registry.js';
import { Quarantine } from './quarantine.js';
import { aPlugin } from '../steps/sample-plugin.builder.js';
import type { Workflow } from '../workflow.types.js';
import { WorkflowRunner } from '../workflow-runner.js';

/** Milliseconds; long enough that a busy machine does not take an honest plugin for one that hangs. */
const LIMIT = 250;

/** Loops for ever; what it says is that it never answers. */
const forEver = (): never => {
  for (;;) {
    try {
      // A plugin cannot catch being cut off.
      while (Date.now() > 0);
    } catch {
      continue;
    }
  }
};

/** A clock that stands still, and workflows of any revision that ask these plugins in this order. */
const setUp = (plugins: readonly Plugin[]) => {
  let now = 0;
  const runner = new WorkflowRunner(new PluginRegistry(plugins), new Quarantine(() => now), LIMIT);
  const workflow = (revision: number): Workflow => ({
    revision,
    steps: plugins.map(({ key }) => ({
      plugin: key,
      isEnabled: true,
      config: new NoConfig(),
      configRevision: revision,
    })),
  });
  return { runner, workflow, pass: (milliseconds: number) => (now += milliseconds) };
};

describe('a plugin that does not end', () => {
  it('counts as failed; the decision is made without it, and the others answer', () => {
    const { runner, workflow } = setUp([
      aPlugin({ key: 'hanging', offer: forEver }),
      aPlugin({ key: 'strict', offer: () => deny('no') }),
    ]);
    const { offers, faults } = runner.decideOffers(workflow(1), aContext(), [
      anOffering({ id: 'a' }),
      anOffering({ id: 'b' }),
    ]);
    expect(offers.map(({ denials }) => denials.map(({ plugin, reason }) => [plugin, reason.code]))).toEqual([
      [
        ['hanging', 'plugin.failed'],
        ['strict', 'no'],
      ],
      [
        ['hanging', 'plugin.failed'],
        ['strict', 'no'],
      ],
    ]);
    expect(faults).toEqual([
      {
        plugin: 'hanging',
        stage: 'offer',
        detail: `the plugin took longer than ${LIMIT} ms and is not asked for 30 s`,
        cause: undefined,
        count: 2,
      },
    ]);
  });

  it('holds the claim where it cannot deny, also when several hang', () => {
    const { runner, workflow } = setUp([
      aPlugin({ key: 'first', award: forEver }),
      aPlugin({ key: 'second', award: forEver }),
    ]);
    const decision = runner.decideDraft(workflow(1), aContext(), [aLine()]);
    expect(decision.holds.map(({ plugin }) => plugin)).toEqual(['first', 'second']);
  });

  it('is cut off in a regular expression, and while its answer is read', () => {
    const pattern = /^(\w+\s?)+$/;
    const trap = new Proxy(
      { ...allow },
      {
        ownKeys: forEver,
      },
    );
    const { runner, workflow } = setUp([
      aPlugin({ key: 'pattern', offer: () => (pattern.test(`${'word '.repeat(30)}!`) ? allow : deny('no')) }),
      aPlugin({ key: 'trap', offer: () => trap }),
    ]);
    const { faults } = runner.decideOffers(workflow(1), aContext(), [anOffering()]);
    expect(faults.map(({ plugin }) => plugin)).toEqual(['pattern', 'trap']);
  });

  it('is asked again after a pause that grows, and at once when its configuration changed', () => {
    let asked = 0;
    const { runner, workflow, pass } = setUp([
      aPlugin({
        key: 'hanging',
        require: () => {
          asked += 1;
          return forEver();
        },
      }),
    ]);
    const decide = (revision: number) => {
      const before = asked;
      const { canSubmit } = runner.decideDraft(workflow(revision), aContext(), [aLine()]);
      expect(canSubmit).toBe(false);
      // A machine that stood still is asked once more before anyone is blamed, so it may be twice.
      return asked > before;
    };
    expect([decide(1), decide(1), decide(1)]).toEqual([true, false, false]);
    pass(29_999);
    expect(decide(1)).toBe(false);
    pass(1);
    expect([decide(1), decide(1)]).toEqual([true, false]);
    pass(30_000);
    expect(decide(1)).toBe(false);
    pass(30_000);
    expect([decide(1), decide(2), decide(1), decide(2)]).toEqual([true, true, false, false]);
  });

  it('is kept from its own tenant and activity alone', () => {
    const { runner, workflow } = setUp([
      aPlugin({ key: 'picky', offer: ({ tenant }) => (tenant.slug === 'bad' ? forEver() : allow) }),
    ]);
    const bad = aContext({ tenant: aTenant({ id: 'bad', slug: 'bad' }) });
    const good = aContext({ tenant: aTenant({ id: 'good', slug: 'good' }) });
    const isAllowed = (context: typeof bad) =>
      runner.decideOffers(workflow(1), context, [anOffering()]).offers[0]?.allowed;
    expect([isAllowed(bad), isAllowed(good), isAllowed(bad)]).toEqual([false, true, false]);
  });

  it('is blamed once where several decisions are made together, and all of them are made again', () => {
    const { runner, workflow } = setUp([
      aPlugin({ key: 'hanging', certify: forEver }),
      aPlugin({ key: 'strict', offer: () => deny('no') }),
    ]);
    let begun = 0;
    const { draft, documents } = runner.together(() => {
      begun += 1;
      return {
        draft: runner.decideDraft(workflow(1), aContext(), [aLine()]),
        documents: runner.decideDocuments(workflow(1), aContext(), [aLine()], {}),
      };
    });
    expect(begun).toBeGreaterThan(1);
    expect(draft.offers[0]?.denials.map(({ plugin }) => plugin)).toEqual(['strict']);
    expect(documents.isHeld).toBe(true);
    expect(documents.faults.map(({ plugin, detail }) => [plugin, detail])).toEqual([
      ['hanging', `the plugin took longer than ${LIMIT} ms and is not asked for 30 s`],
    ]);
  });

  it('lets through what a decision made together with others throws', () => {
    const { runner, workflow } = setUp([aPlugin({ key: 'strict', offer: () => deny('no') })]);
    const refusal = new Error('refused');
    expect(() =>
      runner.together(() => {
        throw refusal;
      }),
    ).toThrow(refusal);
    expect(runner.decideOffers(workflow(1), aContext(), [anOffering()]).offers).toHaveLength(1);
  });

  it('is cut off before it first waits when it collects, and not asked again at once', async () => {
    let asked = 0;
    const { runner, workflow, pass } = setUp([
      aPlugin({
        key: 'hanging',
        collect: () => {
          asked += 1;
          return forEver();
        },
      }),
    ]);
    const collect = () =>
      runner.collect(
        workflow(1),
        'hanging',
        { tenant: aTenant(), activity: anActivity() },
        {
          http: { fetch: () => Promise.reject(new Error('not here')) },
          now: aContext().now,
          timeoutMs: 5_000,
        },
      );
    expect(await collect()).toMatchObject({
      status: 'failed',
      fault: { detail: expect.stringContaining('took longer than') },
    });
    expect(await collect()).toMatchObject({ status: 'failed' });
    expect(asked).toBe(1);
    pass(30_000);
    await collect();
    expect(asked).toBe(2);
  });
});
