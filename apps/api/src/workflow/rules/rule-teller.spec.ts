import { describe, expect, it } from '@jest/globals';
import { allow, Field, type Plugin, type Reason } from '@laurel/plugin-kit';
import { aContext, aCreditType, anActivity, aTenant } from '@laurel/plugin-kit/conformance';
import { IsInt } from 'class-validator';
import { Quarantine } from '../decisions/quarantine.js';
import { PluginRegistry } from '../steps/plugin-registry.js';
import { aPlugin, aRun } from '../steps/sample-plugin.builder.js';
import type { Workflow, Wording } from '../workflow.types.js';
import { RuleTeller } from './rule-teller.js';

/** Milliseconds; long enough that a busy machine does not take an honest plugin for one that hangs. */
const LIMIT = 250;

class CapConfig {
  @Field('Cap')
  @IsInt()
  cap = 1_200;
}

const messages = {
  cap: { text: 'At most {capCredit} {unit} count.', remedy: 'Nobody reads this.' },
  until: { text: 'Claim until {closesAt}.' },
  no: { text: 'Not this time.' },
};
const capped = aPlugin({
  messages,
  config: CapConfig,
  offer: () => allow,
  rule: ({ config, creditTypes }): readonly Reason[] => [
    {
      code: 'cap',
      facts: {
        capCredit: config instanceof CapConfig ? config.cap : 0,
        unit: creditTypes[0]?.unit.other ?? '',
      },
    },
    { code: 'until', facts: { closesAt: '2026-08-31T22:00:00Z' } },
  ],
});
const subject = aContext();

/** A plugin that answers this for its rule; the compiler would not let most of it through. */
const answering = (rule: () => unknown): Plugin =>
  aPlugin({ messages, offer: () => allow, rule: () => rule() as readonly Reason[] });

const fail = (): never => {
  throw new Error('secret internals');
};

/** Facts that throw when they are read. */
const trap = (): object =>
  new Proxy(
    { cap: 1 },
    {
      get: () => {
        throw new Error('a trap');
      },
    },
  );

const setUp = (plugin: Plugin, wording?: Wording) => {
  let now = 0;
  const quarantine = new Quarantine(() => now);
  const teller = new RuleTeller(new PluginRegistry([plugin]), quarantine, LIMIT);
  const { workflow } = aRun([plugin], wording);
  const tell = (used: Workflow = workflow) => teller.tell(used, subject, plugin.key);
  return { teller, workflow, tell, pass: (milliseconds: number) => (now += milliseconds) };
};
const withConfig = (workflow: Workflow, config: object): Workflow => ({
  ...workflow,
  steps: workflow.steps.map((step) => ({ ...step, config })),
});

describe('a rule', () => {
  it('is told from the settings of its step, what they name, and the zone of the activity', () => {
    const { teller, workflow } = setUp(capped);
    const told = (config: object, over = {}) =>
      teller.tell(withConfig(workflow, config), { ...subject, ...over }, 'sample').text;
    expect(told(new CapConfig())).toBe(
      'At most 12.00 credits count. Claim until Monday, August 31, 2026 at 5:00 PM CDT.',
    );
    const hours = aCreditType({ unit: { one: 'hour', other: 'hours' } });
    const activity = anActivity({ timeZone: 'America/New_York' });
    expect(told(Object.assign(new CapConfig(), { cap: 400 }), { creditTypes: [hours], activity })).toBe(
      'At most 4.00 hours count. Claim until Monday, August 31, 2026 at 6:00 PM EDT.',
    );
  });

  it('is given nothing else, and nothing that it could change', () => {
    const seen: unknown[] = [];
    const curious = aPlugin({
      offer: () => allow,
      rule: (input) => {
        seen.push(Object.keys(input).sort(), Object.isFrozen(input), Object.isFrozen(input.tenant));
        return [];
      },
    });
    setUp(curious).tell();
    expect(seen).toEqual([['activity', 'config', 'creditTypes', 'tenant'], true, true]);
  });

  it("is in the tenant's own words where it has some that can be used", () => {
    const own = (text: string) =>
      setUp(
        answering(() => [{ code: 'no', facts: {} }]),
        { messages: { 'sample.no': { text } } },
      ).tell().text;
    expect(own('Never.')).toBe('Never.');
    expect(own('Never {unheardOf}.')).toBe('Not this time.');
  });

  it.each<[string, Plugin]>([
    ['that has none', aPlugin({ offer: () => allow })],
    ['that says nothing', answering(() => [])],
  ])('of a plugin %s is its description', (_what, plugin) => {
    expect(setUp(plugin).tell()).toEqual({ text: 'A plugin for specs.' });
  });

  it('of a step that is not in the workflow, or cannot be read, is the description; of a plugin that is gone, none', () => {
    const { teller, workflow, tell } = setUp(answering(() => [{ code: 'no', facts: {} }]));
    expect(tell().text).toBe('Not this time.');
    const broken = { ...workflow, steps: workflow.steps.map((step) => ({ ...step, fault: 'unreadable' })) };
    expect(tell(broken)).toEqual({ text: 'A plugin for specs.' });
    expect(tell({ revision: 9, steps: [] })).toEqual({ text: 'A plugin for specs.' });
    expect(teller.tell(workflow, subject, 'gone')).toEqual({ text: undefined });
  });
});

describe('a rule of a plugin that fails', () => {
  it.each<[string, () => unknown, string]>([
    [
      'answers a promise',
      () => Promise.reject(new Error('later')),
      'its rule is a promise; rules are synchronous',
    ],
    ['throws', fail, 'secret internals'],
    ['answers a text', () => 'At most four a day.', 'rule is not a list'],
    ['answers what is no reason', () => [7], 'rule[0]: is not an object'],
    ['names a message that it lacks', () => [{ code: 'x', facts: {} }], 'the reason code "x" has no message'],
    ['lacks a fact', () => [{ code: 'until', facts: {} }], 'its rule "until" makes no sentence'],
    ['answers a trap', () => [{ code: 'no', facts: trap() }], 'a trap'],
  ])('since it %s is its description, and a fault for those who run the platform', (_what, rule, detail) => {
    const { text, fault } = setUp(answering(rule)).tell();
    expect(text).toBe('A plugin for specs.');
    expect(fault).toMatchObject({ plugin: 'sample', stage: 'rule', count: 1 });
    expect(fault?.detail).toContain(detail);
  });

  it('that does not end is cut off, and not asked again for a while; another revision is asked at once', () => {
    let asked = 0;
    const { tell, workflow, pass } = setUp(
      answering(() => {
        asked += 1;
        for (;;);
      }),
    );
    expect(tell()).toMatchObject({ text: 'A plugin for specs.', fault: { stage: 'rule' } });
    expect(tell()).toEqual({ text: 'A plugin for specs.' });
    expect(asked).toBe(1);
    const steps = workflow.steps.map((step) => ({ ...step, configRevision: 8 }));
    tell({ revision: 8, steps });
    expect(asked).toBe(2);
    pass(60_000);
    tell();
    expect(asked).toBe(3);
  });

  it('that does not end is left alone in this activity of this society, and asked in every other', () => {
    const asked: string[] = [];
    const { teller, workflow } = setUp(
      aPlugin({
        offer: () => allow,
        rule: ({ tenant, activity }) => {
          asked.push(`${tenant.slug} ${activity.code}`);
          if (tenant.slug === 'alpha' && activity.code === 'A') for (;;);
          return [];
        },
      }),
    );
    const tell = (slug: string, code: string) =>
      teller.tell(
        workflow,
        { ...subject, tenant: aTenant({ id: slug, slug }), activity: anActivity({ id: code, code }) },
        'sample',
      );
    tell('alpha', 'A');
    for (const slug of ['alpha', 'beta']) for (const code of ['A', 'B']) tell(slug, code);
    expect(asked).toEqual(['alpha A', 'alpha B', 'beta A', 'beta B']);
  });

  it.each<[string, () => void, number]>([
    [
      'do not end',
      () => {
        for (;;);
      },
      1,
    ],
    [
      'nearly do not',
      () => {
        const end = performance.now() + LIMIT * 0.6;
        while (performance.now() < end);
      },
      2,
    ],
  ])('is not waited for twice: of many that %s, the others are described', (_what, dawdle, most) => {
    const asked: string[] = [];
    const some = ['one', 'two', 'three', 'four', 'five'].map((key) =>
      aPlugin({
        key,
        messages,
        description: `This is ${key}.`,
        offer: () => allow,
        rule: () => {
          asked.push(key);
          dawdle();
          return [{ code: 'no', facts: {} }];
        },
      }),
    );
    const teller = new RuleTeller(new PluginRegistry(some), new Quarantine(), LIMIT);
    const { workflow } = aRun(some);
    const tellAll = () =>
      teller
        .tellAll(
          some.map(({ key: plugin }) => ({ workflow, plugin })),
          subject,
        )
        .map(({ text }) => text);
    const told = tellAll();
    expect(asked.length).toBeLessThanOrEqual(most);
    expect(told.slice(asked.length)).toEqual(
      ['one', 'two', 'three', 'four', 'five'].slice(asked.length).map((key) => `This is ${key}.`),
    );
  });

  it('changes nothing about its decisions', () => {
    const hanging = aPlugin({
      offer: () => allow,
      rule: () => {
        for (;;);
      },
    });
    const { runner, workflow } = aRun([hanging]);
    const teller = new RuleTeller(new PluginRegistry([hanging]), new Quarantine(), LIMIT);
    expect(teller.tell(workflow, aContext({ tenant: aTenant() }), 'sample').fault).toBeDefined();
    const { faults } = runner.decideDraft(workflow, aContext(), []);
    expect(faults).toEqual([]);
  });
});
