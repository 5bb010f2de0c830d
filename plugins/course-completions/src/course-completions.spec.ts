import { describe, expect, it } from '@jest/globals';
import { allow, parseConfig, renderMessage } from '@laurel/plugin-kit';
import {
  aCollectInput,
  aMoment,
  anEvidence,
  anOffering,
  anOfferInput,
  aRuleInput,
  describePlugin,
  ruleText,
} from '@laurel/plugin-kit/conformance';
import fc from 'fast-check';
import { CourseCompletionsConfig } from './course-completions.config.js';
import { messages } from './course-completions.messages.js';
import { courseCompletionsPlugin } from './course-completions.plugin.js';

const storedConfig = {
  platform: 'MedQuest Online',
  objectPrefix: 'https://courses.example/topics/',
  accountIs: 'member',
  accountHomePage: 'https://courses.example',
  webhookSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  maxBatch: 4,
};
const config = parseConfig(CourseCompletionsConfig, storedConfig);
const own = { id: 'c-1', member: '48213', topic: 'EM-014', completedAt: '2026-05-03T18:00:00-05:00' };
const statement = {
  id: '7ccd3322-e1a5-411a-a67d-6a735c76f119',
  actor: { account: { homePage: 'https://courses.example', name: '48213' }, name: 'Ada' },
  verb: { id: 'http://adlnet.gov/expapi/verbs/passed', display: { 'en-US': 'passed' } },
  object: { objectType: 'Activity', id: 'https://courses.example/topics/EM-014' },
  result: { success: true, completion: true, score: { scaled: 0.9 } },
  timestamp: '2026-05-03T23:00:00.000Z',
  stored: '2026-05-03T23:00:01.000Z',
};
const collecting = (payload?: unknown) => ({ input: aCollectInput(config, { payload }) });
const collect = async (payload?: unknown, used = config) =>
  courseCompletionsPlugin.collect?.(aCollectInput(used, { payload }), {
    http: { fetch: () => Promise.reject(new Error('nothing to fetch')) },
    now: aMoment('2026-05-13T12:00'),
    signal: new AbortController().signal,
  });
const paths = async (payload: unknown) => {
  const answer = await collect(payload);
  return [answer?.evidence.length, answer?.faults.map(({ path }) => path)];
};
const topic = anOffering({ id: 'topic', startsAt: null, endsAt: null });
const offering = (kind: string, offeringId = 'topic') =>
  anOfferInput(config, { offering: topic, evidence: [anEvidence({ kind, offeringId })] });

describePlugin(courseCompletionsPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  collect: {
    'for our own JSON': collecting({ completions: [own, own, { ...own, id: 'c-2' }] }),
    'for a statement': collecting(statement),
    'for statements': collecting([statement, { ...statement, id: 's-2' }]),
    'for nonsense': collecting('all of them'),
    'when the host polls': collecting(),
  },
  offer: {
    'for a completed topic': offering('completion'),
    'for another': offering('completion', 'another'),
  },
  rule: {
    'with a platform': aRuleInput(config),
  },
});

const earned = {
  learner: { memberNumber: '48213' },
  offeringCode: 'EM-014',
  kind: 'completion',
  occurredAt: Temporal.Instant.from('2026-05-03T23:00:00Z'),
};

describe('completions in our own JSON', () => {
  it('become evidence under the platform’s own id', async () => {
    expect(await collect({ completions: [own, own] })).toEqual({
      evidence: [{ ...earned, sourceKey: 'c-1' }],
      facts: [],
      faults: [],
    });
  });

  it('are refused whole when one cannot be read', async () => {
    const wrong = {
      ...own,
      id: '',
      email: 'a@b.example',
      completedAt: '2026-05-03',
      note: 'x',
      isPassed: 'yes',
    };
    expect(await paths({ completions: [own, wrong, 7] })).toEqual([
      0,
      [
        'completions.1.note',
        'completions.1.id',
        'completions.1',
        'completions.1.completedAt',
        'completions.1.isPassed',
        'completions.2',
      ],
    ]);
    expect(await paths({ completions: [own, { ...own, topic: 'EM-015' }] })).toEqual([
      0,
      ['completions.1.id'],
    ]);
    expect(await paths({ completions: [own], more: true })).toEqual([0, ['more']]);
    expect(await paths({ completions: [own, own, own, own, own] })).toEqual([0, ['completions']]);
  });

  it('that were not passed are told, and the others are taken', async () => {
    const failed = { ...own, id: 'c-2', isPassed: false };
    expect(await paths({ completions: [failed, own] })).toEqual([1, ['completions.0.isPassed']]);
  });
});

describe('completions as xAPI statements', () => {
  it('become evidence under the id of the statement, alone or in an array', async () => {
    const evidence = [{ ...earned, sourceKey: statement.id }];
    expect(await collect(statement)).toEqual({ evidence, facts: [], faults: [] });
    expect(await collect([statement, statement])).toEqual({ evidence, facts: [], faults: [] });
  });

  it('name the learner by account or by address', async () => {
    const byAddress = { ...statement, actor: { mbox: 'mailto:ada@example.org', objectType: 'Agent' } };
    expect((await collect(byAddress))?.evidence[0]?.learner).toEqual({ email: 'ada@example.org' });
    const used = parseConfig(CourseCompletionsConfig, { ...storedConfig, accountIs: 'badge' });
    expect((await collect(statement, used))?.evidence[0]?.learner).toEqual({ badge: '48213' });
    expect(await paths({ ...statement, actor: { mbox: 'ada@example.org' } })).toEqual([0, ['actor']]);
    expect(
      await paths({ ...statement, actor: { account: { homePage: 'https://x.example', name: '1' } } }),
    ).toEqual([0, ['actor.account.homePage']]);
  });

  it('read the topic after the prefix, and the time it was stored when there is no other', async () => {
    const object = { id: 'https://courses.example/topics/EM%20014%2FA' };
    const { timestamp: _timestamp, ...stored } = { ...statement, object };
    const [evidence] = (await collect(stored))?.evidence ?? [];
    expect(evidence?.offeringCode).toBe('EM 014/A');
    expect(evidence?.occurredAt.toString()).toBe('2026-05-03T23:00:01Z');
    const oddly = { id: 'https://courses.example/topics/100%' };
    expect((await collect({ ...statement, object: oddly }))?.evidence[0]?.offeringCode).toBe('100%');
  });

  it.each([
    ['failed', { result: { success: false, completion: true } }, ['1.result.success']],
    ['not completed', { result: { completion: false } }, ['1.result.completion']],
    ['of another verb', { verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' } }, ['1.verb.id']],
    [
      'that void others',
      {
        verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
        object: { objectType: 'StatementRef', id: 'x' },
      },
      ['1.verb.id'],
    ],
    ['about something else', { object: { id: 'https://elsewhere.example/1' } }, ['1.object.id']],
    ['about all topics', { object: { id: 'https://courses.example/topics/' } }, ['1.object.id']],
  ])('%s are told, and the others are taken', async (_what, over, faults) => {
    expect(await paths([statement, { ...statement, id: 's-2', ...over }])).toEqual([1, faults]);
  });

  it.each([
    ['without an id', { id: undefined }, ['1.id']],
    ['without a verb', { verb: 'passed' }, ['1.verb.id']],
    ['without an actor', { actor: null }, ['1.actor']],
    ['without an object', { object: 'EM-014' }, ['1.object.id']],
    ['without an offset', { timestamp: '2026-05-03T23:00:00' }, ['1.timestamp']],
    ['with a result that is none', { result: true }, ['1.result']],
  ])('%s refuse the whole call', async (_what, over, faults) => {
    expect(await paths([statement, { ...statement, ...over }])).toEqual([0, faults]);
  });

  it('never make the reader throw, and what cannot be read leaves no evidence', async () => {
    const value = fc.oneof(fc.anything(), fc.constantFrom(...Object.values(statement)));
    const almost = fc.record(
      { id: value, actor: value, verb: value, object: value, result: value, timestamp: value },
      { requiredKeys: [] },
    );
    const payload = fc.oneof(
      almost,
      fc.array(almost),
      fc.record({ completions: fc.array(fc.anything()) }),
      fc.anything().filter((anything) => anything !== undefined),
    );
    await fc.assert(
      fc.asyncProperty(payload, async (given) => {
        const answer = await collect(given);
        const isSilent = answer?.evidence.length === 0 && answer.faults.length === 0;
        // Nothing passes silently but a list of nothing.
        expect(isSilent).toBe(
          isSilent && (isEmptyList(given) || isEmptyList(Reflect.get(Object(given), 'completions'))),
        );
      }),
    );
  });
});

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

describe('topics', () => {
  it('can be claimed once they are completed, and say what to do until then', () => {
    expect(courseCompletionsPlugin.offer?.(offering('completion'))).toBe(allow);
    for (const input of [offering('completion', 'another'), offering('app-flag')]) {
      expect(courseCompletionsPlugin.offer?.(input)).toMatchObject({ allowed: false });
    }
    const answer = courseCompletionsPlugin.offer?.(offering('app-flag'));
    const facts = answer?.allowed === false ? answer.reason.facts : {};
    expect(
      renderMessage(messages['not-completed'], facts, { timeZone: 'UTC', locale: 'en-US' }, {}).remedy,
    ).toBe('Complete it on MedQuest Online; its credit appears here by itself.');
  });

  it('are pushed only where a secret is set', () => {
    const plain = parseConfig(CourseCompletionsConfig, {});
    expect(courseCompletionsPlugin.webhookSecret?.(config)).toBe(storedConfig.webhookSecret);
    expect(courseCompletionsPlugin.webhookSecret?.(plain)).toBeNull();
  });
});

describe('the rule', () => {
  it('names the platform', () => {
    expect(ruleText(courseCompletionsPlugin, aRuleInput(config))).toBe(
      'Only topics that were completed on MedQuest Online can be claimed.',
    );
  });
});
