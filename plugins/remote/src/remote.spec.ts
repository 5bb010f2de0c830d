import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { parseConfig, type HostHttp, type IoHost } from '@laurel/plugin-kit';
import { aCollectInput, aMoment, aReportInput, describePlugin } from '@laurel/plugin-kit/conformance';
import { readIncoming } from './incoming.js';
import { RemoteConfig } from './remote.config.js';
import { remotePlugin } from './remote.plugin.js';

const SECRET = `whsec_${Buffer.from('twenty-four bytes of key').toString('base64')}`;
const storedConfig = {
  name: 'member-system',
  webhookSecret: SECRET,
  pollUrl: 'https://members.example/laurel/collect',
  pollEveryMinutes: 5,
  reportUrl: 'https://members.example/laurel/report',
  reportsClaims: true,
  identifiers: ['npi'],
  signingSecret: SECRET,
};
const config = parseConfig(RemoteConfig, storedConfig);
const incoming = {
  evidence: [
    {
      key: 'e-1',
      learner: { badge: '100001' },
      offering: 'S-12',
      kind: 'completion',
      at: '2026-05-11T09:45:00-05:00',
    },
  ],
  facts: [
    {
      key: 'm-1',
      learner: { memberNumber: 'M1' },
      name: 'membership',
      value: 'premium',
      until: '2027-01-01T00:00:00Z',
      asOf: '2026-05-11T00:00:00Z',
    },
  ],
  cursor: 'after-1',
};
const message = { authority: 'member-system', key: 'claim:1', payload: { claimId: '1' } };
const answering = (status: number, body = '', headers: Record<string, string> = {}): HostHttp => ({
  fetch: () => Promise.resolve({ status, body, headers }),
});

describePlugin(remotePlugin, {
  folder: import.meta.dirname,
  storedConfig,
  collect: {
    'for what is pushed': { input: aCollectInput(config, { payload: incoming }) },
    'for nonsense': { input: aCollectInput(config, { payload: 'a,b,c' }) },
    'when it polls': {
      input: aCollectInput(config, { cursor: 'after-0' }),
      http: answering(200, JSON.stringify(incoming)),
    },
    'when there is nothing new': { input: aCollectInput(config), http: answering(204) },
  },
  report: {
    'for a claim': aReportInput(config),
    'when it is off': aReportInput({ ...config, reportsClaims: false }),
  },
  deliver: {
    'for a claim': { input: { message, config }, http: answering(200, '{"reason":"noted"}') },
    'for a busy service': {
      input: { message, config },
      http: answering(503, '', { 'retry-after': '30' }),
    },
  },
});

const now = aMoment('2026-05-11T09:00');
const hostOf = (http: HostHttp): IoHost => ({ http, now, signal: new AbortController().signal });

describe('its configuration', () => {
  it.each([
    [{ pollUrl: 'https://a.example' }, 'signingSecret'],
    [{ reportUrl: 'https://a.example' }, 'signingSecret'],
    [{ webhookSecret: 'whsec_short' }, 'webhookSecret'],
    [{ pollUrl: 'members.example', signingSecret: SECRET }, 'pollUrl'],
    [{ pollUrl: 'ftp://members.example', signingSecret: SECRET }, 'pollUrl'],
  ])('refuses %j', (stored, field) => {
    expect(() => parseConfig(RemoteConfig, stored)).toThrow(field);
  });

  it('may be empty: then nothing is pushed, polled or reported', () => {
    const empty = parseConfig(RemoteConfig, {});
    expect([remotePlugin.webhookSecret?.(empty), remotePlugin.pollEveryMinutes?.(empty)]).toEqual([
      null,
      null,
    ]);
    expect(remotePlugin.report?.(aReportInput(empty))).toEqual([]);
  });
});

describe('what comes in', () => {
  it('is evidence and facts under the service’s own keys', () => {
    expect(readIncoming(incoming)).toEqual({
      evidence: [
        {
          sourceKey: 'e-1',
          learner: { badge: '100001' },
          offeringCode: 'S-12',
          kind: 'completion',
          occurredAt: Temporal.Instant.from('2026-05-11T14:45:00Z'),
        },
      ],
      facts: [
        {
          sourceKey: 'm-1',
          learner: { memberNumber: 'M1' },
          key: 'membership',
          value: 'premium',
          validUntil: Temporal.Instant.from('2027-01-01T00:00:00Z'),
          asOf: Temporal.Instant.from('2026-05-11T00:00:00Z'),
        },
      ],
      faults: [],
      cursor: 'after-1',
    });
  });

  it('is refused whole, every fault by its path', () => {
    const [evidence] = incoming.evidence;
    const { faults, ...rest } = readIncoming({
      evidence: [evidence, { ...evidence, at: 'today', colour: 'red' }, 7],
      facts: [{ key: '', learner: { badge: '1', email: 'x' }, name: 'n', value: {} }],
      cursor: 7,
      more: [],
    });
    expect(rest).toEqual({ evidence: [], facts: [] });
    expect(faults.map(({ path }) => path)).toEqual([
      'more',
      'evidence.2',
      'evidence.1.colour',
      'evidence.1.at',
      'facts.0.learner',
      'facts.0.key',
      'facts.0.value',
      'cursor',
    ]);
    const twice = readIncoming({ facts: [...incoming.facts, ...incoming.facts] });
    expect(twice.faults).toEqual([{ path: 'facts', reason: 'the key "m-1" is there twice' }]);
  });

  it('never makes the reader throw, and is either taken or refused', () => {
    const item = fc.oneof(fc.anything(), fc.record({ key: fc.anything(), learner: fc.anything() }));
    const something = fc.oneof(
      fc.anything(),
      fc.record({ evidence: fc.array(item), facts: fc.array(item), cursor: fc.anything() }),
    );
    fc.assert(
      fc.property(something, (payload) => {
        const { evidence, facts, faults } = readIncoming(payload);
        expect(evidence.length + facts.length === 0 || faults.length === 0).toBe(true);
      }),
    );
  });
});

describe('a poll', () => {
  it('is a signed question with the cursor', async () => {
    const asked: Parameters<HostHttp['fetch']>[] = [];
    const http: HostHttp = {
      fetch: (...request) => {
        asked.push(request);
        return Promise.resolve({ status: 200, headers: {}, body: '{"facts":[]}' });
      },
    };
    const answer = await remotePlugin.collect?.(aCollectInput(config, { cursor: 'after-0' }), hostOf(http));
    expect(answer).toEqual({ evidence: [], facts: [], faults: [] });
    const [[url, { method, headers = {}, body = '' } = {}] = ['']] = asked;
    expect([url, method]).toEqual(['https://members.example/laurel/collect', 'POST']);
    expect(JSON.parse(body)).toEqual({
      type: 'collect',
      timestamp: '2026-05-11T14:00:00.000Z',
      data: { activity: aCollectInput(config).activity.code, cursor: 'after-0' },
    });
    const sentAt = new Date(now.epochMilliseconds);
    const expected = new Webhook(SECRET).sign(headers['webhook-id'] ?? '', sentAt, body);
    expect(headers['webhook-signature']).toBe(expected);
  });

  it.each([
    [500, 'x', 'answered 500'],
    [302, '', 'answered 302'],
    [200, 'no json', 'not JSON'],
  ])('fails, and keeps its cursor, when the service answers %d %s', async (status, body, reason) => {
    const collecting = remotePlugin.collect?.(aCollectInput(config), hostOf(answering(status, body)));
    await expect(collecting).rejects.toThrow(reason);
  });

  it('tells what it cannot read by its path, for the host to ask again', async () => {
    const answer = await remotePlugin.collect?.(
      aCollectInput(config),
      hostOf(answering(200, '{"facts":[{}],"cursor":"7"}')),
    );
    expect([answer?.evidence, answer?.facts]).toEqual([[], []]);
    expect(answer?.faults[0]?.path).toBe('facts.0.learner');
    expect(answer).not.toHaveProperty('cursor');
  });
});

describe('a delivery', () => {
  const deliver = (http: HostHttp) => remotePlugin.deliver?.({ message, config }, hostOf(http));

  it.each([
    [200, '', {}, { outcome: 'accepted' }],
    [202, '{"reason":"noted"}', {}, { outcome: 'accepted', detail: 'noted' }],
    [409, 'known', {}, { outcome: 'accepted', detail: 'known' }],
    [400, '{"detail":"no NPI"}', {}, { outcome: 'rejected', why: 'no NPI', isMendable: true }],
    [422, '', {}, { outcome: 'rejected', why: 'The service answered 422.', isMendable: true }],
    [429, 'slow', { 'retry-after': '7' }, { outcome: 'retry', why: 'slow', afterSeconds: 7 }],
    [
      503,
      '',
      { 'retry-after': 'Mon, 11 May 2026 14:01:00 GMT' },
      { outcome: 'retry', why: 'The service answered 503.', afterSeconds: 60 },
    ],
    [500, '', { 'retry-after': 'later' }, { outcome: 'retry', why: 'The service answered 500.' }],
    [401, '', {}, { outcome: 'retry', why: 'The service answered 401.' }],
  ])('answered %d %s %j', async (status, body, headers, expected) => {
    expect(await deliver(answering(status, body, headers))).toEqual(expected);
  });

  it('has the report’s key as its id, so that a repetition can be dropped', async () => {
    const ids: (string | undefined)[] = [];
    const http: HostHttp = {
      fetch: (_url, init) => {
        ids.push(init?.headers?.['webhook-id']);
        return Promise.resolve({ status: 200, headers: {}, body: '' });
      },
    };
    await deliver(http);
    await deliver(http);
    expect(ids).toEqual(['claim:1', 'claim:1']);
  });
});
