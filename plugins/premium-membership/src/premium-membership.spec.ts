import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseConfig, renderMessage, type FactView, type HostHttp } from '@laurel/plugin-kit';
import {
  aCollectInput,
  aFact,
  aMoment,
  aRequireInput,
  aRuleInput,
  describePlugin,
  ruleText,
} from '@laurel/plugin-kit/conformance';
import { messages } from './premium-membership.messages.js';
import { PremiumMembershipConfig } from './premium-membership.config.js';
import { premiumMembershipPlugin } from './premium-membership.plugin.js';

const storedConfig = {
  membership: 'Premium membership',
  factKey: 'membership',
  acceptedLevels: ['premium'],
  graceDays: 7,
  keeps: 'What you earned keeps for three years.',
  buyUrl: 'https://members.example/buy',
  buyLabel: 'Buy Premium',
  webhookSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  pollUrl: 'https://members.example/api/memberships?since=2020',
  pollToken: 'let-me-in',
  pollEveryMinutes: 30,
  maxBatch: 3,
};
const config = parseConfig(PremiumMembershipConfig, storedConfig);
const plain = parseConfig(PremiumMembershipConfig, { graceDays: 0 });
const premium = (from: string | null, until: string | null, value = 'Premium'): FactView =>
  aFact({
    value,
    validFrom: from === null ? null : aMoment(from),
    validUntil: until === null ? null : aMoment(until),
  });
/** It ends with 31 December: midnight is no longer covered. */
const year = premium('2025-01-01T00:00', '2026-01-01T00:00');
const requiring = (now: string, facts: readonly FactView[] = [], used = config) =>
  aRequireInput(used, { facts, now: aMoment(now) });
const require = (...given: Parameters<typeof requiring>) =>
  premiumMembershipPlugin.require?.(requiring(...given))[0];

const entry = { member: '48213', level: 'premium', validFrom: '2026-01-01', validUntil: '2026-12-31' };
const collecting = (payload?: unknown, http?: HostHttp) => ({
  input: aCollectInput(config, { payload }),
  ...(http === undefined ? {} : { http }),
});
const http: HostHttp = {
  fetch: (url, init) =>
    Promise.resolve({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        memberships: [{ ...entry, level: init?.headers?.['authorization'] ?? 'none' }],
        next: `after ${url}`,
      }),
    }),
};
const host = (over: HostHttp = http) => ({
  http: over,
  now: aMoment('2026-05-13T12:00'),
  signal: new AbortController().signal,
});
const collect = async (payload?: unknown, over?: HostHttp) =>
  premiumMembershipPlugin.collect?.(aCollectInput(config, { payload }), host(over));

describePlugin(premiumMembershipPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  collect: {
    'for memberships': collecting({ memberships: [entry, { ...entry, member: '2' }] }),
    'for CSV': collecting(
      'Member Number,Level,Valid From,Valid Until\n48213,premium,2026-01-01,2026-12-31\n',
    ),
    'for one twice': collecting({ memberships: [entry, entry] }),
    'for nonsense': collecting({ memberships: 'all' }),
    'when the host polls': collecting(undefined, http),
  },
  require: {
    'without end': requiring('2025-06-01T12:00', [premium(null, null)]),
    'while it is active': requiring('2025-06-01T12:00', [year]),
    'in its days of grace': requiring('2026-01-03T12:00', [year]),
    'after it ended': requiring('2026-02-01T12:00', [year]),
    'after it ended, without a sentence about keeping': requiring('2026-02-01T12:00', [year], plain),
    'before it begins': requiring('2024-06-01T12:00', [year]),
    'without any': requiring('2025-06-01T12:00'),
  },
  rule: {
    'with days of grace': aRuleInput(config),
    without: aRuleInput(plain),
  },
});

describe('membership', () => {
  it.each([
    ['2024-12-31T23:59:59', 'unmet', 'not-yet'],
    ['2025-01-01T00:00', 'met', 'active-until'],
    ['2025-12-31T23:59:59', 'met', 'active-until'],
    ['2026-01-01T00:00', 'met', 'in-grace'],
    ['2026-01-07T23:59:59', 'met', 'in-grace'],
    ['2026-01-08T00:00', 'unmet', 'ended'],
  ])('at %s is %s: %s', (now, state, code) => {
    expect(require(now, [year])).toMatchObject({ state, reason: { code } });
  });

  it('ends at once where there are no days of grace', () => {
    expect(require('2026-01-01T00:00', [year], plain)).toMatchObject({
      state: 'unmet',
      reason: { code: 'ended' },
    });
    expect(require('2026-01-01T00:00', [year], plain)?.action).toBeUndefined();
  });

  it('says why, until when credit keeps, and where to buy', () => {
    const requirement = require('2026-02-01T12:00', [year]);
    const voice = { timeZone: 'America/Chicago', locale: 'en-US' };
    expect(renderMessage(messages.ended, requirement?.reason.facts ?? {}, voice, {})).toEqual({
      text: 'Claiming needs an active Premium membership; yours ended on Wednesday, December 31, 2025.',
      remedy: 'What you earned keeps for three years. Renew your Premium membership to claim.',
    });
    expect(requirement?.action).toEqual({
      kind: 'link',
      url: 'https://members.example/buy',
      label: 'Buy Premium',
    });
  });

  it('takes the best of several, and only accepted levels', () => {
    const now = '2026-06-01T12:00';
    const renewal = premium('2026-03-01T00:00', '2027-03-01T00:00');
    expect(require(now, [renewal, year])?.reason.facts).toMatchObject({ untilOn: '2027-02-28' });
    expect(require(now, [year, renewal])?.state).toBe('met');
    expect(require(now, [year, premium(null, null, 'basic')])?.reason.code).toBe('ended');
    expect(require(now, [aFact({ key: 'another', value: 'premium' })])?.reason.code).toBe('missing');
  });
});

describe('memberships from outside', () => {
  it('become facts under an identity that renewals do not share', async () => {
    const answer = await collect({
      memberships: [entry, { ...entry, validFrom: '2027-01-01', validUntil: null }],
    });
    expect(answer?.faults).toEqual([]);
    expect(answer?.facts).toEqual([
      {
        sourceKey: 'membership:48213:premium:2026-01-01T06:00:00Z',
        learner: { memberNumber: '48213' },
        key: 'membership',
        value: 'premium',
        validFrom: aMoment('2026-01-01T00:00'),
        // The last day counts whole, in the zone of the activity.
        validUntil: aMoment('2027-01-01T00:00'),
        asOf: aMoment('2026-05-13T12:00'),
      },
      expect.objectContaining({ sourceKey: 'membership:48213:premium:2027-01-01T06:00:00Z' }),
    ]);
  });

  it('go by their own id and time where they have them', async () => {
    const answer = await collect({
      memberships: [
        { id: 'M-1', email: 'a@b.example', level: 'premium', updatedAt: '2026-02-01T10:00:00+01:00' },
      ],
    });
    expect(answer?.facts).toEqual([
      {
        sourceKey: 'membership:M-1',
        learner: { email: 'a@b.example' },
        key: 'membership',
        value: 'premium',
        asOf: Temporal.Instant.from('2026-02-01T09:00:00Z'),
      },
    ]);
  });

  it('are refused whole, every fault by its path', async () => {
    const wrong = { member: '1', badge: '2', level: '', validUntil: 'soon', note: 'x' };
    const backwards = { ...entry, validUntil: '2025-12-31' };
    const answer = await collect({ memberships: [entry, wrong, backwards] });
    expect(answer?.facts).toEqual([]);
    expect(answer?.faults.map(({ path }) => path)).toEqual([
      'memberships.1.note',
      'memberships.1',
      'memberships.1.level',
      'memberships.1.validUntil',
      'memberships.2.validUntil',
    ]);
    expect((await collect({ memberships: [entry, entry, entry, entry] }))?.faults).toHaveLength(1);
    expect(
      (await collect({ memberships: [entry, { ...entry, validUntil: '2027-12-31' }] }))?.faults,
    ).toHaveLength(1);
  });

  it('come as CSV too, with faults by row', async () => {
    const csv = 'level, Valid-Until ,MEMBER NUMBER\npremium,2026-12-31,48213\n"premium",someday,7\n';
    expect((await collect(csv))?.faults).toEqual([
      { path: 'rows.3.validUntil', reason: 'expected a day such as 2026-12-31, or a time with its offset' },
    ]);
    const right = await collect(csv.replace('someday', ''));
    expect(right?.facts.map(({ learner, validUntil }) => [learner, validUntil?.toString()])).toEqual([
      [{ memberNumber: '48213' }, '2027-01-01T06:00:00Z'],
      [{ memberNumber: '7' }, undefined],
    ]);
    expect((await collect('name,level\nx,premium\n'))?.faults).toHaveLength(1);
    expect((await collect('member,level\n"x,premium\n'))?.faults.map(({ path }) => path)).toEqual(['csv']);
    expect((await collect(''))?.faults).toHaveLength(1);
  });

  it('are polled with the token, going on where the last poll ended', async () => {
    const first = await premiumMembershipPlugin.collect?.(aCollectInput(config), host());
    expect(first?.facts.map(({ value }) => value)).toEqual(['Bearer let-me-in']);
    expect(first?.cursor).toBe('after https://members.example/api/memberships?since=2020');
    const next = await premiumMembershipPlugin.collect?.(aCollectInput(config, { cursor: 'p 2' }), host());
    expect(next?.cursor).toBe('after https://members.example/api/memberships?since=2020&cursor=p+2');
    const away: HostHttp = { fetch: () => Promise.resolve({ status: 503, headers: {}, body: '' }) };
    await expect(collect(undefined, away)).rejects.toThrow('503');
  });

  it('never make the reader throw, and give either facts or faults', async () => {
    const field = fc.oneof(
      fc.string(),
      fc.constantFrom('2026-01-01', '2026-01-01T00:00Z', null),
      fc.integer(),
    );
    const some = fc.record(
      { member: field, email: field, level: field, validFrom: field, validUntil: field },
      { requiredKeys: [] },
    );
    const payload = fc.oneof(
      fc.anything().filter((value) => value !== undefined),
      fc.string(),
      fc.record({ memberships: fc.array(some, { maxLength: 4 }) }),
      fc.array(fc.string()).map((rows) => `member,level\n${rows.join('\n')}`),
    );
    await fc.assert(
      fc.asyncProperty(payload, async (given) => {
        const answer = await collect(given);
        expect(answer?.facts.length === 0 || answer?.faults.length === 0).toBe(true);
      }),
    );
  });

  it('are polled and pushed only where that is configured', () => {
    const { webhookSecret, pollEveryMinutes } = premiumMembershipPlugin;
    expect([webhookSecret?.(config), pollEveryMinutes?.(config)]).toEqual([storedConfig.webhookSecret, 30]);
    expect([webhookSecret?.(plain), pollEveryMinutes?.(plain)]).toEqual([null, null]);
  });
});

describe('the rule', () => {
  it('names the membership and its days of grace', () => {
    expect(ruleText(premiumMembershipPlugin, aRuleInput(plain))).toBe(
      'Claiming needs an active Premium membership.',
    );
    expect(ruleText(premiumMembershipPlugin, aRuleInput(config))).toBe(
      'Claiming needs an active Premium membership, or one that ended 7 days ago at most.',
    );
  });
});
