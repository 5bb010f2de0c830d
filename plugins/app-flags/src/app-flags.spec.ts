import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseConfig } from '@laurel/plugin-kit';
import { aCollectInput, describePlugin } from '@laurel/plugin-kit/conformance';
import { AppFlagsConfig } from './app-flags.config.js';
import { appFlagsPlugin } from './app-flags.plugin.js';
import { readFlags } from './flags.js';

const storedConfig = { maxBatch: 3 };
const config = parseConfig(AppFlagsConfig, storedConfig);
const flag = { id: 'f-1', badge: '100001', session: 'S-12', flaggedAt: '2026-05-11T09:45:00-05:00' };
const collecting = (payload?: unknown) => ({ input: aCollectInput(config, { payload }) });

describePlugin(appFlagsPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  collect: {
    'for flags': collecting({ flags: [flag, { ...flag, id: 'f-2' }] }),
    'for a flag sent twice': collecting({ flags: [flag, flag] }),
    'for nonsense': collecting({ flags: 'all of them' }),
    'when the host polls': collecting(),
  },
});

describe('flags from the app', () => {
  it('become evidence under the id the app gave them', () => {
    expect(readFlags({ flags: [flag, flag] }, 3)).toEqual({
      evidence: [
        {
          sourceKey: 'f-1',
          learner: { badge: '100001' },
          offeringCode: 'S-12',
          kind: 'app-flag',
          occurredAt: Temporal.Instant.from('2026-05-11T14:45:00Z'),
        },
      ],
      faults: [],
    });
  });

  it('are refused whole, every fault by its path', () => {
    const { evidence, faults } = readFlags(
      { flags: [flag, { ...flag, id: 'f-2', badge: 100002, flaggedAt: 'today', note: 'x' }, 7] },
      3,
    );
    expect(evidence).toEqual([]);
    expect(faults.map(({ path }) => path)).toEqual([
      'flags.1.note',
      'flags.1.badge',
      'flags.1.flaggedAt',
      'flags.2',
    ]);
  });

  it('may not use one id for two things, nor exceed the batch', () => {
    const twice = readFlags({ flags: [flag, { ...flag, session: 'S-13' }] }, 3);
    expect(twice.faults.map(({ path }) => path)).toEqual(['flags.1.id']);
    expect(readFlags({ flags: [flag, flag, flag, flag] }, 3).faults).toEqual([
      { path: 'flags', reason: 'expected at most 3 flags in one call, found 4' },
    ]);
  });

  it('never make the reader throw, and give either evidence or faults', () => {
    const something = fc.oneof(fc.anything(), fc.record({ flags: fc.array(fc.anything()) }));
    fc.assert(
      fc.property(something, (payload) => {
        const { evidence, faults } = readFlags(payload, 100);
        expect(evidence.length === 0 || faults.length === 0).toBe(true);
      }),
    );
  });
});
