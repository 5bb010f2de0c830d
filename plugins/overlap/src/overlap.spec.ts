import { describe, expect, it } from '@jest/globals';
import { parseConfig, renderMessage, type LineView } from '@laurel/plugin-kit';
import {
  aLine,
  anAwardInput,
  anOffering,
  aRuleInput,
  aSessionAt,
  describePlugin,
  ruleText,
} from '@laurel/plugin-kit/conformance';
import { OverlapConfig } from './overlap.config.js';
import { messages } from './overlap.messages.js';
import { overlapPlugin } from './overlap.plugin.js';

const storedConfig = { creditTypes: [] };
const config = parseConfig(OverlapConfig, storedConfig);
const ofAma = parseConfig(OverlapConfig, { creditTypes: ['ama-pra-1'] });
const ablation = aSessionAt('2026-05-11T09:00', '2026-05-11T10:30', {
  id: 'ablation',
  credits: [
    { creditType: 'ama-pra-1', amount: 150 },
    { creditType: 'participation', amount: 150 },
  ],
});
const devices = aSessionAt('2026-05-11T09:45', '2026-05-11T10:45', { id: 'devices' });
const topic = anOffering({ id: 'topic', startsAt: null, endsAt: null });
const award = (lines: readonly LineView[], used = config) =>
  overlapPlugin.award?.(anAwardInput(used, { lines }));

describePlugin(overlapPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  award: {
    'for two rooms at once': anAwardInput(config, { lines: [aLine(ablation), aLine(devices)] }),
    'for an empty cart': anAwardInput(config),
    'for offerings without a time': anAwardInput(config, { lines: [aLine(ablation), aLine(topic)] }),
  },
  rule: {
    'for every type': aRuleInput(config),
    'for one type': aRuleInput(ofAma),
  },
});

describe('overlap', () => {
  it('takes the shared time back from the total, and names the sessions', () => {
    expect(award([aLine(ablation), aLine(devices)])).toEqual([
      {
        creditType: 'ama-pra-1',
        delta: -75,
        offeringIds: ['ablation', 'devices'],
        isSimultaneous: true,
        shares: { devices: -75 },
        reason: {
          code: 'at-once',
          facts: {
            rooms: 2,
            dayOn: '2026-05-11T14:45:00Z',
            onDay: '2026-05-11T14:45:00Z',
            fromTime: '2026-05-11T14:45:00Z',
            toTime: '2026-05-11T15:30:00Z',
            deductedCredit: 75,
          },
        },
      },
    ]);
  });

  it('goes by what earlier steps left: a session without credit overlaps nothing', () => {
    const lines = [aLine(ablation), aLine(devices)];
    const counted = [aLine(ablation), aLine(devices, 'ama-pra-1', 0)];
    expect(overlapPlugin.award?.(anAwardInput(config, { lines, counted }))).toEqual([]);
  });

  it('shares what three rooms lose by what each earns', () => {
    const long = aSessionAt('2026-05-11T09:45', '2026-05-11T10:45', { id: 'long' });
    const [adjustment] =
      award([aLine(devices, 'ama-pra-1', 300), aLine(long, 'ama-pra-1', 200), aLine(ablation)]) ?? [];
    expect(adjustment?.offeringIds.length).toBe(3);
    const shares = Object.values(adjustment?.shares ?? {});
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(adjustment?.delta);
    expect(Object.keys(adjustment?.shares ?? {}).sort()).toEqual(['ablation', 'long']);
  });

  it('says it as a person would', () => {
    const [adjustment] = award([aLine(ablation), aLine(devices)]) ?? [];
    const voice = { timeZone: 'America/Chicago', locale: 'en-US' };
    expect(renderMessage(messages['at-once'], adjustment?.reason.facts ?? {}, voice, {}).text).toBe(
      'You were in two rooms at once on Mon, May 11 from 9:45 AM to 10:30 AM. That time counts once.',
    );
  });

  it('counts each credit type by itself, and only those configured', () => {
    const lines = [
      aLine(ablation),
      aLine(devices),
      aLine(ablation, 'participation'),
      aLine(devices, 'participation'),
    ];
    expect(award(lines)?.map(({ creditType }) => creditType)).toEqual(['ama-pra-1', 'participation']);
    const onlyHours = parseConfig(OverlapConfig, { creditTypes: ['participation'] });
    expect(award(lines, onlyHours)?.map(({ creditType }) => creditType)).toEqual(['participation']);
    expect(award([aLine(ablation), aLine(devices, 'participation')])).toEqual([]);
  });
});

describe('the rule', () => {
  it('says for which types of credit it holds', () => {
    expect(ruleText(overlapPlugin, aRuleInput(config))).toBe(
      'The time of sessions that run at once counts once, for every type of credit.',
    );
    expect(ruleText(overlapPlugin, aRuleInput(ofAma))).toBe(
      'The time of sessions that run at once counts once for AMA PRA Category 1 Credits™.',
    );
  });
});
