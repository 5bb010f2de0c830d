import { plugins } from '../../apps/api/src/plugins.js';
import { readStep } from '../../apps/api/src/workflow/steps/plugin-config.js';
import { PluginRegistry } from '../../apps/api/src/workflow/steps/plugin-registry.js';
import type { Workflow } from '../../apps/api/src/workflow/workflow.types.js';

export const registry = new PluginRegistry(plugins);

/** As it would be read from a society's rows; a configuration that is refused would make the figures worthless. */
const workflowOf = (configs: Readonly<Record<string, unknown>>): Workflow => ({
  revision: 1,
  steps: Object.entries(configs).map(([plugin, config]) => {
    const configVersion = registry.get(plugin)?.configVersion ?? 1;
    const step = readStep(registry, { plugin, isEnabled: true, config, configVersion, configRevision: 1 });
    if (step.fault !== undefined) throw new Error(`${plugin}: ${step.fault}`);
    return step;
  }),
});

/** A large meeting: ten steps, each doing work. */
export const meeting = workflowOf({
  'tier-eligibility': {
    tiers: [
      { key: 'standard', label: 'Standard' },
      { key: 'premier', label: 'Premier', admits: ['standard'], part: 'a Summit', parts: 'Summits' },
    ],
  },
  'claim-window': { opensAt: '2026-05-10T07:00', closesAt: '2026-08-31T17:00' },
  'session-evaluation': { forms: [{ formKey: 'session', mode: 'for-session-credit' }] },
  overlap: {},
  'category-caps': {
    caps: [
      { label: 'on-demand sessions', cap: 1_000, timing: 'untimed' },
      { label: 'hands-on sessions', cap: 400, types: ['Hands-on'], tracks: ['Devices', 'Ablation'] },
      { label: 'the whole meeting', cap: 2_000 },
    ],
    excluded: [
      { label: 'Committee meetings', categories: ['Committee Meeting', 'Business Meeting'] },
      { label: 'Industry sessions', types: ['Industry'] },
    ],
  },
  'required-evaluation': { forms: [{ formKey: 'overall' }] },
  'claim-totals': {
    totals: [{ creditType: 'ama-pra-1' }, { creditType: 'patient-safety', notAbove: 'ama-pra-1' }],
  },
  'credit-reporting-consent': {
    boards: Array.from({ length: 24 }, (_unused, index) => ({
      key: `board-${String(index)}`,
      label: `Board ${String(index)}`,
    })),
  },
  'single-submission': {},
  attestation: {},
});

/** Courses whose credit is earned, with a membership. */
export const courses = workflowOf({
  'course-completions': { platform: 'MedQuest Online', objectPrefix: 'https://courses.example/topics/' },
  'credit-expiry': { keepsMonths: 36 },
  'premium-membership': { keeps: 'What you earned keeps for three years.' },
  attestation: { statement: 'I completed these topics.' },
});
