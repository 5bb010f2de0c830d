import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { definePlugin, NoConfig, PLUGIN_CONTRACT } from '@laurel/plugin-kit';
import { PollsService } from '../src/evidence/polls.service.js';
import { StaffService } from '../src/identity/staff.service.js';
import { plugins } from '../src/plugins.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { RemoteService, startReadmeExample } from './remote-service.js';
import { type TestApp, TestClock, startTestApp } from './testing-app.js';
import { Learner, arrange, rhythm, step, until } from './testing-claims.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

const SECRET = `whsec_${randomBytes(32).toString('base64')}`;
const signal = new AbortController().signal;

/** Asks a system of whose answer nothing can be read. */
const unread = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'unread',
  version: '1.0.0',
  title: 'Unread',
  description: 'Reads nothing.',
  config: NoConfig,
  configVersion: 1,
  messages: {},
  pollEveryMinutes: () => 10,
  collect: () =>
    Promise.resolve({
      evidence: [],
      facts: [],
      faults: [
        { path: 'members.0', reason: 'no level' },
        { path: 'members.1', reason: 'no level' },
      ],
      cursor: '9',
    }),
});

const clock = new TestClock();
let app: TestApp;
let alpha: Society;
let beta: Society;
let service: RemoteService;
let admin: TestClient;

beforeAll(async () => {
  app = await startTestApp({
    clock,
    plugins: [...plugins, unread],
    settings: { LAUREL_LOOPBACK_PROVIDERS: 'on' },
  });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await arrange(app, alpha);
  await arrange(app, beta);
  await app.app.get(StaffService).create(contextOf(alpha), {
    email: 'admin@alpha.example',
    displayName: 'Admin',
    role: 'admin',
    password: 'a long password',
  });
  admin = app.client('alpha');
  await admin.signInStaff('admin@alpha.example', 'a long password');
  for (const { tenant } of [alpha, beta]) {
    await app.inspect(
      `update learners set member_number = 'M1' where tenant_id = $1 and last_name = 'Okafor'`,
      [tenant.id],
    );
  }
}, 60_000);
afterAll(() => app.stop());
beforeEach(async () => {
  service = await RemoteService.start();
  for (const table of ['poll_states', 'facts', 'evidence']) await app.inspect(`delete from ${table}`);
});
afterEach(() => service.stop());

const contextOf = (society: Society) => systemContext(society.tenant, 'test');
const use = (config: Record<string, unknown>, isEnabled = true, society = alpha) =>
  app.app
    .get(WorkflowsService)
    .save(contextOf(society), society.activityId, [
      ...rhythm,
      { ...step('remote', { signingSecret: SECRET, ...config }), isEnabled },
    ]);
/** Polls as the job would, at another time. */
const poll = (revision: number, society = alpha) =>
  app.app
    .get(PollsService)
    .poll(contextOf(society), { activityId: society.activityId, plugin: 'remote', revision }, { signal });
const facts = (society = alpha) =>
  app.inspect<{ source_key: string; value: unknown }>(
    'select source_key, value from facts where tenant_id = $1 order by source_key',
    [society.tenant.id],
  );
const state = async () => {
  const [row] = await app.inspect(
    `select cursor, failure, failures, polled_at is not null as "isPolled", leased_until as "leasedUntil"
     from poll_states where tenant_id = $1`,
    [alpha.tenant.id],
  );
  return row;
};
/** How soon the next poll of the step waits in the queue, in minutes. */
const nextPolls = async () => {
  const rows = await app.inspect<{ minutes: number }>(
    `select round(extract(epoch from start_after - now()) / 60)::integer as minutes
     from pgboss.job where name = 'collect.poll' and state = 'created' order by start_after`,
  );
  return rows.map(({ minutes }) => minutes);
};
const membership = (key: string, value = 'premium') => ({
  key,
  learner: { memberNumber: 'M1' },
  name: 'membership',
  value,
});

describe('a society’s own service', () => {
  it('works as its README says: it is polled, and told of claims once', async () => {
    const example = await startReadmeExample(SECRET);
    try {
      // Until the example listens.
      await until(async () => {
        const answer = await fetch(example.url, { method: 'POST', body: 'x' }).catch(() => undefined);
        return answer?.status === 401 ? true : undefined;
      });
      await use({ pollUrl: example.url, reportUrl: example.url });
      expect(await until(async () => ((await facts()).length > 0 ? facts() : undefined))).toEqual([
        { source_key: 'membership-M1', value: 'premium' },
      ]);
      expect(await facts(beta)).toEqual([]);
      expect(await until(async () => ((await state())?.['isPolled'] === true ? state() : undefined))).toEqual(
        {
          cursor: '1',
          failure: null,
          failures: 0,
          isPolled: true,
          leasedUntil: null,
        },
      );
      const { claim } = await (await Learner.signIn(app, alpha)).submit('remote-1');
      const delivered = await until(async () => {
        const rows = await app.inspect(
          `select r.state, d.outcome, d.detail from reports r join deliveries d on d.report_id = r.id`,
        );
        return rows.length > 0 ? rows : undefined;
      });
      expect(delivered).toEqual([
        { state: 'accepted', outcome: 'accepted', detail: `Noted as claim:${claim.id}` },
      ]);
    } finally {
      example.stop();
    }
  }, 30_000);
});

describe('polling', () => {
  /** Saves the step, and waits for the first poll, which the job makes at once. */
  const begin = async (config: Record<string, unknown> = {}) => {
    const revision = await use({ pollUrl: service.url, ...config });
    await until(async () => ((await state())?.['isPolled'] === true ? true : undefined));
    service.asked.length = 0;
    return revision;
  };

  it('goes on where the cursor is, page after page', async () => {
    service.answering = ({ data }) =>
      Promise.resolve(
        data['cursor'] === '2'
          ? { status: 200, body: { facts: [], cursor: '2' } }
          : {
              status: 200,
              body: {
                facts: [membership(`m-${String(data['cursor'])}`)],
                cursor: String(Number(data['cursor'] ?? 0) + 1),
              },
            },
      );
    const revision = await use({ pollUrl: service.url });
    await until(async () => ((await state())?.['cursor'] === '2' ? true : undefined));
    expect(service.asked.map(({ type, data }) => [type, data])).toEqual(
      [null, '1', '2'].map((cursor) => ['collect', { activity: 'MTG26', cursor }]),
    );
    expect((await facts()).map(({ source_key }) => source_key)).toEqual(['m-1', 'm-null']);
    service.asked.length = 0;
    await poll(revision);
    expect(service.asked).toEqual([]);
    clock.advance({ minutes: 15 });
    await poll(revision);
    expect(service.asked.map(({ data }) => data['cursor'])).toEqual(['2']);
  });

  it('fails without losing its place, more and more seldom, and recovers', async () => {
    service.answering = () =>
      Promise.resolve({ status: 200, body: { facts: [membership('a')], cursor: '7' } });
    const revision = await begin({ pollEveryMinutes: 10 });
    for (const failures of [1, 2, 3]) {
      service.answering = () =>
        Promise.resolve(failures === 2 ? { status: 200, body: { facts: [{}] } } : { status: 500 });
      clock.advance({ minutes: 10 });
      await poll(revision);
      expect(await state()).toMatchObject({
        cursor: '7',
        failures,
        failure: expect.stringContaining(failures === 2 ? 'facts.0.learner' : 'answered 500'),
      });
    }
    const polls = (society: Society) => admin.get(`/api/staff/activities/${society.activityId}/polls`);
    expect((await polls(alpha)).body).toEqual({
      items: [
        {
          plugin: 'remote',
          polledAt: expect.any(String),
          failure: 'The service answered 500',
          failures: 3,
        },
      ],
    });
    expect((await polls(beta)).status).toBe(404);
    expect(await nextPolls()).toContain(10);
    await app.inspect(`delete from pgboss.job where name = 'collect.poll'`);
    await poll(revision);
    expect(await nextPolls()).toEqual([160]);
    service.answering = () => Promise.resolve({ status: 204 });
    await poll(revision);
    expect(await state()).toMatchObject({ cursor: '7', failures: 0, failure: null });
  });

  it('fails when an answer has faults and nothing else, whichever plugin asks', async () => {
    const context = contextOf(alpha);
    const steps = [...rhythm, step('unread')];
    const revision = await app.app.get(WorkflowsService).save(context, alpha.activityId, steps);
    await until(async () => ((await state())?.['isPolled'] === true ? true : undefined));
    const failed = { cursor: null, failure: 'The answer cannot be read: members.0: no level (and 1 more)' };
    expect(await state()).toMatchObject({ ...failed, failures: 1 });
    await app.inspect(`delete from pgboss.job where name = 'collect.poll'`);
    clock.advance({ minutes: 20 });
    const job = { activityId: alpha.activityId, plugin: 'unread', revision };
    await app.app.get(PollsService).poll(context, job, { signal });
    expect(await state()).toMatchObject({ ...failed, failures: 2 });
    expect(await nextPolls()).toEqual([40]);
  });

  it('is never done twice at once', async () => {
    const revision = await begin();
    let under = 0;
    let most = 0;
    service.answering = async () => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 150));
      under--;
      return { status: 204 };
    };
    clock.advance({ minutes: 15 });
    await Promise.all(Array.from({ length: 5 }, () => poll(revision)));
    expect([most, service.asked.length]).toEqual([1, 1]);
  });

  it('begins anew when it is configured anew, without a cursor of another system', async () => {
    service.answering = () => Promise.resolve({ status: 200, body: { facts: [], cursor: '7' } });
    const revision = await begin();
    expect(await state()).toMatchObject({ cursor: '7' });
    const other = await use({ pollUrl: `${service.url}other` });
    // Asked, and done with what was answered: one that is under way is not done twice.
    await until(async () =>
      service.asked.length > 0 && (await state())?.['leasedUntil'] === null ? true : undefined,
    );
    expect(service.asked.map(({ data }) => data['cursor'])).toEqual([null]);
    service.asked.length = 0;
    clock.advance({ minutes: 15 });
    // A job of the revision before is over.
    await poll(revision);
    expect(service.asked).toEqual([]);
    await poll(other);
    expect(service.asked).toHaveLength(1);
  });

  it('ends with the step, and knows one society from the other', async () => {
    const revision = await begin();
    clock.advance({ minutes: 15 });
    await poll(revision, beta);
    await poll(await use({ pollUrl: service.url }, false));
    expect(service.asked).toEqual([]);
  });
});
