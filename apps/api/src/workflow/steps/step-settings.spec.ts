import { describe, expect, it } from '@jest/globals';
import type { Plugin } from '@laurel/plugin-kit';
import { PluginRegistry } from './plugin-registry.js';
import { aPlugin, aRun } from './sample-plugin.builder.js';
import { StepSettings } from './step-settings.js';

const here = { tenantId: 't', activityId: 'a' };
const collect: Plugin['collect'] = () => Promise.resolve({ evidence: [], facts: [], faults: [] });
const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

const setUp = (over: Pick<Plugin, 'webhookSecret' | 'pollEveryMinutes'>) => {
  const plugin = aPlugin({ collect, ...over });
  return { settings: new StepSettings(new PluginRegistry([plugin])), workflow: aRun([plugin]).workflow };
};

describe('how a step is heard', () => {
  it('is what it says of its settings', () => {
    const { settings, workflow } = setUp({ webhookSecret: () => SECRET, pollEveryMinutes: () => 15 });
    expect(settings.webhookSecret(here, workflow, 'sample')).toEqual({ status: 'answered', answer: SECRET });
    expect(settings.pollEveryMinutes(here, workflow, 'sample')).toEqual({ status: 'answered', answer: 15 });
  });

  it('is not at all where it says so, or is no step', () => {
    const { settings, workflow } = setUp({ pollEveryMinutes: () => null });
    expect(settings.webhookSecret(here, workflow, 'sample')).toEqual({ status: 'off' });
    expect(settings.pollEveryMinutes(here, workflow, 'sample')).toEqual({ status: 'off' });
    expect(settings.pollEveryMinutes(here, workflow, 'another')).toEqual({ status: 'off' });
  });

  it.each<[string, Pick<Plugin, 'webhookSecret' | 'pollEveryMinutes'>]>([
    ['too short a secret', { webhookSecret: () => 'whsec_c2hvcnQ=', pollEveryMinutes: () => 0 }],
    [
      'an error',
      {
        webhookSecret: () => {
          throw new Error('no secret');
        },
        pollEveryMinutes: () => 1.5,
      },
    ],
  ])('is a fault where it answers with %s', (_what, over) => {
    const { settings, workflow } = setUp(over);
    expect(settings.webhookSecret(here, workflow, 'sample')).toMatchObject({ status: 'failed' });
    expect(settings.pollEveryMinutes(here, workflow, 'sample')).toMatchObject({ status: 'failed' });
  });

  it('is not asked of a step again and again that never answers; of the same step elsewhere it is', () => {
    let asked = 0;
    const { settings, workflow } = setUp({
      webhookSecret: () => {
        asked += 1;
        for (;;);
      },
    });
    for (let times = 0; times < 3; times += 1) {
      expect(settings.webhookSecret(here, workflow, 'sample')).toMatchObject({ status: 'failed' });
    }
    expect(asked).toBe(1);
    settings.webhookSecret({ ...here, tenantId: 'u' }, workflow, 'sample');
    expect(asked).toBe(2);
  });
});
