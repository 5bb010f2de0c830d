import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { PollsService } from '../src/evidence/polls.service.js';
import { plugins } from '../src/plugins.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService, type NewStep } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, TestClock, startTestApp } from './testing-app.js';
import { Learner, bodyOf, step, until } from './testing-claims.js';
import type { Answer } from './testing-client.js';
import { arrangeCourses, courseDocumentsPlugin, earnings, forgetClaims, select } from './testing-earnings.js';
import { MemberSystem, trustMemberSystem } from './testing-member-system.js';
import type { Society } from './testing-society.js';

const TOKEN = 'a-token-of-the-member-system';
const PREFIX = 'https://courses.example/topics/';
const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;
const secrets = { alpha: newSecret(), beta: newSecret() };

const clock = new TestClock();
let app: TestApp;
let alpha: Society;
let beta: Society;
let system: MemberSystem;
let distrust: (() => void) | undefined;
let revision: number;

/** The installed plugins as a society of courses arranges them; only the documents are the test's own. */
const stepsOf = (secret: string): NewStep[] => [
  step('course-completions', {
    platform: 'the course platform',
    objectPrefix: PREFIX,
    webhookSecret: secret,
  }),
  step('credit-expiry', { keepsMonths: 36, warnDays: [90, 30, 7] }),
  step('premium-membership', {
    webhookSecret: secret,
    pollUrl: system.url,
    pollToken: TOKEN,
    pollEveryMinutes: 5,
    buyUrl: 'https://shop.example/premium',
  }),
  step('attestation', { statement: 'I completed these topics.' }),
  step('course-documents'),
];

beforeAll(async () => {
  system = await MemberSystem.start(TOKEN);
  app = await startTestApp({
    clock,
    plugins: [...plugins, courseDocumentsPlugin],
    settings: { LAUREL_LOOPBACK_PROVIDERS: 'on' },
  });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await arrangeCourses(app, alpha, stepsOf(secrets.alpha));
  await arrangeCourses(app, beta, stepsOf(secrets.beta));
  await app.inspect(`update learners set member_number = 'M1' where last_name = 'Okafor'`);
  await app.inspect(`update learners set member_number = 'M2' where last_name = 'Lindqvist'`);
  revision = await save(alpha, secrets.alpha);
}, 60_000);
afterAll(async () => {
  distrust?.();
  await app.stop();
  await system.stop();
});
beforeEach(() => forgetClaims(app));

const contextOf = (society: Society) => systemContext(society.tenant, 'test');
const save = (society: Society, secret: string) =>
  app.app.get(WorkflowsService).save(contextOf(society), society.activityId, stepsOf(secret));

let counter = 0;
/** Sends a message as the society's system would: signed, under an id of its own. */
const send = (
  plugin: string,
  message: unknown,
  { id = `msg_${String(++counter)}`, secret = secrets.alpha, type = 'application/json' } = {},
): Promise<Answer> => {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  // A later word of the same source is one that came later.
  clock.advance({ seconds: 1 });
  const at = new Date();
  return app.client('alpha').post(`/api/hooks/${alpha.activityId}/${plugin}`, body, {
    headers: {
      'content-type': type,
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    },
  });
};

const completions = (...topics: number[]) => ({
  completions: topics.map((topic) => ({
    id: `c-${String(topic)}`,
    member: 'M1',
    topic: `S${String(topic)}`,
    completedAt: '2026-05-04T15:00:00Z',
    isPassed: true,
  })),
});
const statement = (topic: number, verb: string) => ({
  id: `b1a9c0de-0000-4000-8000-00000000000${String(topic)}`,
  actor: { account: { homePage: 'https://courses.example', name: 'M1' } },
  verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
  object: { id: `${PREFIX}S${String(topic)}` },
  timestamp: '2026-05-04T16:00:00Z',
});
const earned = async () => {
  const { courses } = await earnings(await Learner.signIn(app, alpha));
  return courses.flatMap(({ topics }) =>
    topics.filter(({ isAllowed }) => isAllowed).map(({ title }) => title),
  );
};
const evidence = () =>
  app.inspect<{ tenant_id: string; source_key: string }>(
    'select tenant_id, source_key from evidence order by source_key',
  );

describe('completions of the course platform, signed', () => {
  it('are earned credit, once, however often they come', async () => {
    const first = await send('course-completions', completions(0, 2), { id: 'msg_completions' });
    expect(bodyOf(first)).toEqual({ accepted: 2, alreadyKnown: 0, faults: [] });
    const same = await send('course-completions', completions(0, 2), { id: 'msg_completions' });
    expect([same.status, same.text]).toEqual([200, first.text]);
    // The platform sends all of them anew, and one more.
    const more = await send('course-completions', completions(0, 2, 3));
    expect(bodyOf(more)).toEqual({ accepted: 1, alreadyKnown: 2, faults: [] });
    expect(await earned()).toEqual(['Topic 0', 'Topic 2', 'Topic 3']);
    expect(await evidence()).toEqual(
      [0, 2, 3].map((topic) => ({
        tenant_id: alpha.tenant.id,
        source_key: `${alpha.activityId}:c-${String(topic)}`,
      })),
    );
  });

  it.each(['completed', 'passed'])('are xAPI statements that say %s, too', async (verb) => {
    const one = await send('course-completions', statement(1, verb));
    expect(bodyOf(one)).toEqual({ accepted: 1, alreadyKnown: 0, faults: [] });
    const several = await send('course-completions', [statement(1, verb), statement(4, verb)]);
    expect(bodyOf(several)).toEqual({ accepted: 1, alreadyKnown: 1, faults: [] });
    expect(await earned()).toEqual(['Topic 1', 'Topic 4']);
  });

  it('count nothing when they say something else', async () => {
    const answer = await send('course-completions', [statement(1, 'failed'), statement(4, 'passed')]);
    expect(bodyOf(answer)).toMatchObject({ accepted: 1, faults: [{ path: '0.verb.id' }] });
    expect(await earned()).toEqual(['Topic 4']);
  });

  it('are refused with the signature of another society', async () => {
    const answer = await send('course-completions', completions(0), { secret: secrets.beta });
    expect(answer).toMatchObject({ status: 401, body: { code: 'hook.refused' } });
    expect(await evidence()).toEqual([]);
  });
});

describe('whoever attacks the endpoints of outside systems', () => {
  const facts = () => app.inspect('select source_key from facts');

  it('cannot say something else under the id of a message, though it is signed', async () => {
    const first = await send('course-completions', completions(0), { id: 'msg_used' });
    const other = await send('course-completions', completions(1, 2), { id: 'msg_used' });
    expect([other.status, other.text]).toEqual([200, first.text]);
    expect(await earned()).toEqual(['Topic 0']);
  });

  it('gains nothing by a completion that is signed anew under another id', async () => {
    await send('course-completions', completions(0), { id: 'msg_first' });
    const again = await Promise.all(
      ['a', 'b', 'c'].map((id) => send('course-completions', completions(0), { id: `msg_anew_${id}` })),
    );
    expect(again.map((answer) => bodyOf(answer))).toEqual(
      again.map(() => ({ accepted: 0, alreadyKnown: 1, faults: [] })),
    );
    expect(await earned()).toEqual(['Topic 0']);
  });

  it('cannot bring a signed message to another step that has the same secret', async () => {
    const answer = await send('premium-membership', completions(0));
    expect(answer.status).toBeLessThan(500);
    expect(await facts()).toEqual([]);
    const back = await send('course-completions', { members: [{ member: 'M1', validUntil: '2099-01-01' }] });
    expect(back.status).toBeLessThan(500);
    expect(await evidence()).toEqual([]);
  });

  it.each(['course-completions', 'premium-membership'])(
    'finds no activity of another society by its id: %s',
    async (plugin) => {
      const body = JSON.stringify(completions(0));
      const at = new Date();
      const headers = {
        'webhook-id': 'msg_across',
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': new Webhook(secrets.alpha).sign('msg_across', at, body),
      };
      const to = (slug: string, society: Society) =>
        app.client(slug).post(`/api/hooks/${society.activityId}/${plugin}`, body, { headers });
      expect(await to('alpha', beta)).toMatchObject({ status: 404, body: { code: 'not_found' } });
      expect(await to('beta', alpha)).toMatchObject({ status: 404, body: { code: 'not_found' } });
      expect(await to('beta', beta)).toMatchObject({ status: 401, body: { code: 'hook.refused' } });
      expect([await evidence(), await facts()]).toEqual([[], []]);
    },
  );

  it.each<[string, unknown]>([
    ['null', null],
    ['a number', 1e308],
    ['an empty list', []],
    ['a list of nothing', Array.from({ length: 50 }, () => null)],
    ['a thousand levels', JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`)],
    ['fields of every object', JSON.parse('{"__proto__":{"completions":[]},"constructor":1}')],
    [
      'a statement of 10,000 years from now',
      { ...statement(0, 'passed'), timestamp: '+012026-01-01T00:00:00Z' },
    ],
    ['a statement at no time', { ...statement(0, 'passed'), timestamp: 'yesterday' }],
    ['a statement by everybody', { ...statement(0, 'passed'), actor: { member: [] } }],
    [
      'a statement about another platform',
      { ...statement(0, 'passed'), object: { id: 'https://evil.example/S0' } },
    ],
    [
      'a statement with a name of 100 kB',
      { ...statement(0, 'passed'), object: { id: PREFIX + 'S'.repeat(100_000) } },
    ],
    ['a completion by nobody', { completions: [{ ...completions(0).completions[0], member: '\u0000' }] }],
    ['a membership for ever and ever', { members: [{ member: 'M1', validUntil: '999999-12-31' }] }],
  ])('is told of %s, without a fault of ours, and nothing is kept', async (_what, message) => {
    for (const plugin of ['course-completions', 'premium-membership']) {
      const answer = await send(plugin, message);
      expect(answer.status).toBeLessThan(500);
    }
    expect([await evidence(), await facts()]).toEqual([[], []]);
  });
});

const PAST = '2026-01-31';
const AHEAD = '2126-12-31';
const membership = (validUntil: string) => ({
  memberships: [{ id: 'premium-M1', member: 'M1', level: 'Premium', validFrom: '2025-02-01', validUntil }],
});
const csv = (validUntil: string) =>
  `member number,level,valid from,valid until\nM1,Premium,2025-02-01,${validUntil}\n`;

/** How the member system's word about the membership comes to us. */
const ways: Record<string, (validUntil: string) => Promise<void>> = {
  'a signed webhook': async (validUntil) => {
    expect((await send('premium-membership', membership(validUntil))).status).toBe(200);
  },
  'CSV in a signed webhook': async (validUntil) => {
    expect((await send('premium-membership', csv(validUntil), { type: 'text/csv' })).status).toBe(200);
  },
  'a polled HTTPS endpoint': async (validUntil) => {
    system.pages = { '': { type: 'application/json', body: JSON.stringify(membership(validUntil)) } };
    await poll();
  },
  'CSV at a polled HTTPS endpoint': async (validUntil) => {
    system.pages = { '': { type: 'text/csv; charset=utf-8', body: csv(validUntil) } };
    await poll();
  },
};

/** Polls as the job does when it is time again. */
const poll = async () => {
  distrust ??= trustMemberSystem();
  clock.advance({ minutes: 5 });
  const job = { activityId: alpha.activityId, plugin: 'premium-membership', revision };
  const { signal } = new AbortController();
  await app.app.get(PollsService).poll(contextOf(alpha), job, { signal });
};
const facts = () =>
  app.inspect<{ tenant_id: string; learner_id: string; value: unknown }>(
    'select tenant_id, learner_id, value from facts order by source_key',
  );
const pollState = async () => {
  const [row] = await app.inspect<{ failure: string | null; cursor: string | null }>(
    'select failure, cursor from poll_states where tenant_id = $1',
    [alpha.tenant.id],
  );
  return row;
};

describe('the member system', () => {
  it('is not asked for anything when its certificate is nobody’s', async () => {
    // The first poll follows the saving of the workflow.
    const failed = await until(async () => {
      const state = await pollState();
      return typeof state?.failure === 'string' ? { failure: state.failure } : undefined;
    });
    expect(failed.failure).toMatch(/certificate/i);
    expect(system.asked).toEqual([]);
  });

  it.each(Object.keys(ways))(
    'tells of a membership by %s: claiming needs it, and an end between cart and submission is caught',
    async (way) => {
      const tell = ways[way] ?? (() => Promise.reject(new Error(way)));
      await send('course-completions', completions(0, 2));
      const learner = await Learner.signIn(app, alpha);
      const wall = await earnings(learner);
      expect(wall.available).toBe(2);
      const lacking = wall.requirements.find(({ title }) => /membership/i.test(title));
      expect(lacking).toMatchObject({
        state: 'unmet',
        text: expect.stringContaining('we have not found yours'),
        action: { kind: 'link', url: 'https://shop.example/premium' },
      });

      await tell(AHEAD);
      expect(await facts()).toEqual([
        { tenant_id: alpha.tenant.id, learner_id: alpha.learners['100001']?.learnerId, value: 'Premium' },
      ]);
      const cart = await select(learner, { all: true });
      expect(cart.canSubmit).toBe(true);
      const submit = (key: string) => learner.trySubmit(key, { revision: cart.revision, isAttested: true });

      await tell(PAST);
      const refused = await submit(`lapsed-${String(counter)}`);
      expect(refused.body).toMatchObject({
        status: 409,
        code: 'claim.requirements_unmet',
        detail: expect.stringContaining('January 31, 2026'),
      });
      expect(await app.inspect(`select id from claims where state <> 'draft'`)).toEqual([]);
      expect(await app.inspect('select offering_id from claimed_credits')).toEqual([]);

      await tell(AHEAD);
      expect((await submit(`renewed-${String(counter)}`)).status).toBe(201);
      // Nobody else became a member by it: neither a colleague nor the namesake of another society.
      const others = [
        await Learner.signIn(app, alpha, '100002', 'Lindqvist'),
        await Learner.signIn(app, beta),
      ];
      for (const other of others) {
        const { requirements } = await earnings(other);
        expect(requirements.find(({ title }) => /membership/i.test(title))?.state).toBe('unmet');
      }
    },
    60_000,
  );

  it('is asked with its token, page after page', async () => {
    const page = (member: string, next?: string) => ({
      type: 'application/json',
      body: JSON.stringify({ memberships: [{ member, level: 'premium' }], ...(next && { next }) }),
    });
    system.pages = { '': page('M1', 'second'), second: page('M2') };
    await app.inspect('delete from poll_states');
    system.asked.length = 0;
    await poll();
    expect(system.asked).toEqual(
      ['', 'second'].map((cursor) => ({ cursor, authorization: `Bearer ${TOKEN}` })),
    );
    expect((await facts()).map(({ learner_id }) => learner_id).sort()).toEqual(
      ['100001', '100002'].map((badge) => alpha.learners[badge]?.learnerId).sort(),
    );
    expect(await pollState()).toEqual({ failure: null, cursor: 'second' });
  });
});
