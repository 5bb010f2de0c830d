import {
  allow,
  definePlugin,
  NoConfig,
  deny,
  PLUGIN_CONTRACT,
  type OfferingView,
  type Plugin,
} from '@laurel/plugin-kit';
import { PluginRegistry } from '../../apps/api/src/workflow/plugin-registry.js';
import { WorkflowRunner } from '../../apps/api/src/workflow/workflow-runner.js';
import type { DecisionContext, Workflow } from '../../apps/api/src/workflow/workflow.types.js';
import type { Bench, Figure } from './bench.js';
import { cpuMilliseconds, p50 } from './measure.js';

/** CPU time of this process, garbage collection included, for the whole catalogue of a large meeting and a full draft. */
const BUDGET_MILLISECONDS = 5;

/** Ten plugins that look at what real ones look at, a tenth of the offerings denied. */
const plugins: readonly Plugin[] = Array.from({ length: 10 }, (_unused, index) =>
  definePlugin({
    contract: PLUGIN_CONTRACT,
    key: `rule-${String(index)}`,
    version: '1.0.0',
    title: 'A rule',
    description: 'A rule of the benchmark.',
    config: NoConfig,
    configVersion: 1,
    messages: { tier: { text: 'This session needs {needed}; yours is {own}.' } },
    offer: ({ offering, learner, now }) => {
      if (index === 9) return Temporal.Instant.compare(now, opening) < 0 ? deny('tier') : allow;
      return offering.tier === null || index > 0
        ? allow
        : deny('tier', { needed: offering.tier, own: learner.tier });
    },
    award: ({ lines }) =>
      index > 0 || lines.length === 0
        ? []
        : [{ creditType: 'ama-pra-1', delta: -25, offeringIds: [], reason: { code: 'tier', facts: {} } }],
    require: () => [],
  }),
);
const workflow: Workflow = {
  revision: 1,
  steps: plugins.map(({ key }) => ({
    plugin: key,
    isEnabled: true,
    config: new NoConfig(),
    configRevision: 1,
  })),
};
const day = Temporal.PlainDate.from('2026-05-11');
const opening = Temporal.Instant.from('2026-05-11T14:00Z');
const offerings = Array.from({ length: 1_000 }, (_unused, index): OfferingView => ({
  id: `o${String(index)}`,
  code: `S${String(index)}`,
  title: `Session ${String(index)}`,
  startsAt: opening.add({ minutes: 15 * (index % 40) }),
  endsAt: opening.add({ minutes: 15 * (index % 40) + 60 }),
  day,
  room: 'Hall A',
  track: 'Ablation',
  category: 'Core',
  type: 'Lecture',
  courseId: null,
  tier: index % 10 === 0 ? 'premier' : null,
  isHighlight: false,
  isWithdrawn: false,
  credits: [{ creditType: 'ama-pra-1', amount: 100 }],
}));
const context: DecisionContext = {
  tenant: { id: 't', slug: 'rhythm', name: 'Society', timeZone: 'America/Chicago' },
  activity: {
    id: 'a',
    code: 'SCR26',
    title: 'Scientific Sessions',
    kind: 'meeting',
    basis: 'attended',
    courses: [],
    learningFormat: 'live activity',
    place: null,
    startsOn: day,
    endsOn: day,
    timeZone: 'America/Chicago',
    parsId: null,
    maxima: { 'ama-pra-1': 2_400 },
  },
  creditTypes: [
    {
      key: 'ama-pra-1',
      name: 'AMA PRA Category 1 Credits™',
      unit: { one: 'credit', other: 'credits' },
      increment: 25,
      audience: ['physician'],
      isCategory: false,
    },
  ],
  learner: {
    id: 'l',
    displayName: 'Chidi Okafor, MD',
    firstName: 'Chidi',
    lastName: 'Okafor',
    credentials: 'MD',
    profession: 'physician',
    badge: '100001',
    tier: 'standard',
    identifiers: {},
  },
  facts: [],
  evidence: [],
  evaluations: [],
  claim: {
    id: null,
    state: 'draft',
    isAmendment: false,
    isReopened: false,
    submittedAt: null,
    isAttested: false,
    chosen: {},
  },
  claimedBefore: [],
  inputs: {},
  now: opening,
};
const lines = offerings
  .filter(({ tier }) => tier === null)
  .slice(0, 40)
  .map((offering) => ({ offering, creditType: 'ama-pra-1', amount: 100 }));
const runner = new WorkflowRunner(new PluginRegistry(plugins));

/**
 * What decisions alone cost, without database or HTTP. There is nothing to compare them with, so the baseline is
 * the budget, and the ratio says how much of it is used.
 */
export const decide: Bench = {
  name: 'decide',
  title:
    'Decisions about 1,000 offerings and a draft of 40 lines with 10 plugins against a budget of 5 ms CPU',
  run: async (): Promise<readonly Figure[]> => {
    const samples = cpuMilliseconds(300, () => {
      runner.decideOffers(workflow, context, offerings);
      runner.decideDraft(workflow, context, lines);
    });
    return [
      {
        name: 'decide.draft',
        value: p50(samples),
        baseline: BUDGET_MILLISECONDS,
        unit: 'ms',
        goal: { atMost: 1 },
      },
    ];
  },
};
