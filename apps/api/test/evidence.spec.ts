import { IsOptional, IsString } from 'class-validator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { definePlugin, type Plugin, PLUGIN_CONTRACT } from '@laurel/plugin-kit';
import { ApiKeysService } from '../src/identity/api-keys.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { PluginRegistry } from '../src/workflow/steps/plugin-registry.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;
const keys: Record<string, string> = {};

const contextOf = (society: Society) => systemContext(society.tenant, 'test');
const flagsOn = { plugin: 'app-flags', isEnabled: true, config: {} };

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  for (const society of [alpha, beta]) {
    await app.app.get(WorkflowsService).save(contextOf(society), society.activityId, [flagsOn]);
    const scopes = ['collect:app-flags', 'collect:overlap', 'collect:memberships', 'collect:broken'];
    const { key } = await app.app.get(ApiKeysService).create(contextOf(society), { name: 'app', scopes });
    keys[society.tenant.slug] = key;
  }
}, 60_000);
afterAll(() => app.stop());

const signedIn = async (slug: string, badge = '100001', lastName = 'Okafor'): Promise<TestClient> => {
  const client = app.client(slug);
  expect((await client.signIn(badge, lastName)).status).toBe(201);
  return client;
};
const evidenceOf = (society: Society) =>
  app.inspect<{ learner_id: string; offering_id: string; kind: string; source: string }>(
    `select learner_id, offering_id, kind, source from evidence where tenant_id = $1 order by occurred_at, id`,
    [society.tenant.id],
  );
const everything = () =>
  app.inspect(`
    select (select jsonb_agg(e order by e.id) from evidence e) as evidence,
      (select jsonb_agg(f order by f.id) from facts f) as facts
  `);

describe('the itinerary', () => {
  const path = (society: Society, offeringId = '') =>
    `/api/activities/${society.activityId}/itinerary${offeringId === '' ? '' : `/${offeringId}`}`;
  const starred = async (client: TestClient, society: Society): Promise<unknown> =>
    Object((await client.get(path(society))).body).offeringIds;

  it('keeps what is starred, in order, once, for this learner alone', async () => {
    const [client, colleague, namesake] = [
      await signedIn('alpha'),
      await signedIn('alpha', '100002', 'Lindqvist'),
      await signedIn('beta'),
    ];
    const [first = '', , third = ''] = alpha.offeringIds;
    for (const id of [third, first, third]) {
      expect((await client.put(path(alpha, id))).status).toBe(204);
    }
    expect(await starred(client, alpha)).toEqual([third, first]);
    expect(await starred(colleague, alpha)).toEqual([]);
    expect(await starred(namesake, beta)).toEqual([]);
    expect(await evidenceOf(alpha)).toEqual(
      [third, first].map((offering_id) => ({
        learner_id: alpha.learners['100001']?.learnerId,
        offering_id,
        kind: 'itinerary',
        source: 'portal',
      })),
    );

    expect((await colleague.put(path(alpha, first))).status).toBe(204);
    for (let times = 0; times < 2; times++) {
      expect((await client.delete(path(alpha, first))).status).toBe(204);
    }
    expect(await starred(client, alpha)).toEqual([third]);
    expect(await starred(colleague, alpha)).toEqual([first]);
  });

  it('takes the same star from two devices at once', async () => {
    const [phone, laptop] = [await signedIn('beta'), await signedIn('beta')];
    const [offering = ''] = beta.offeringIds;
    const answers = await Promise.all(
      [phone, laptop, phone, laptop].map((one) => one.put(path(beta, offering))),
    );
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    expect(await starred(phone, beta)).toEqual([offering]);
  });

  it('has no place for what is not there', async () => {
    const client = await signedIn('alpha');
    const before = await everything();
    const elsewhere = [path(alpha, beta.offeringIds[0]), path(beta, beta.offeringIds[0]), path(alpha, 'x')];
    for (const one of elsewhere) expect((await client.put(one)).status).toBe(404);
    expect((await client.delete(path(beta, beta.offeringIds[0]))).status).toBe(404);
    client.csrfToken = undefined;
    expect((await client.put(path(alpha, alpha.offeringIds[5]))).status).toBe(403);
    expect((await app.client('alpha').get(path(alpha))).status).toBe(401);
    expect(await everything()).toEqual(before);
  });
});

const flag = (id: string, badge: string, session: string) => ({
  id,
  badge,
  session,
  flaggedAt: '2026-04-23T13:30:00Z',
});

describe('collecting', () => {
  const push = (
    society: Society,
    body: unknown,
    {
      plugin = 'app-flags',
      key = keys[society.tenant.slug] ?? '',
      at = society.activityId,
      host = society.tenant.slug,
    } = {},
  ) =>
    app.client(host).post(`/api/activities/${at}/collect/${plugin}`, body, {
      headers: key === '' ? {} : { authorization: `Bearer ${key}` },
    });

  it('stores what is new, knows what it has, and tells what it cannot place', async () => {
    const before = (await evidenceOf(alpha)).length;
    const flags = [
      flag('f1', '100001', 'S1'),
      flag('f2', '100002', 'S2'),
      flag('f3', '999999', 'S1'),
      flag('f4', '100001', 'S99'),
    ];
    const answer = await push(alpha, { flags });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        accepted: 2,
        alreadyKnown: 0,
        faults: [
          { path: 'f3', reason: 'Nobody with this badge number is registered.' },
          { path: 'f4', reason: 'There is no session with the code “S99”.' },
        ],
      },
    });
    expect((await evidenceOf(alpha)).slice(before - 1 + 1).length).toBe(2);
    const again = await push(alpha, { flags: [...flags.slice(0, 2), flag('f5', '100005', 'S0')] });
    expect(again.body).toEqual({ accepted: 1, alreadyKnown: 2, faults: [] });
    const stored = (await evidenceOf(alpha)).filter(({ kind }) => kind === 'app-flag');
    expect(new Set(stored.map(({ learner_id, offering_id }) => `${learner_id} ${offering_id}`))).toEqual(
      new Set(
        [
          ['100001', 1],
          ['100002', 2],
          ['100005', 0],
        ].map(
          ([badge, index]) =>
            `${alpha.learners[String(badge)]?.learnerId} ${alpha.offeringIds[Number(index)]}`,
        ),
      ),
    );
  });

  it('stores the same flag once, however often and from wherever it comes at once', async () => {
    const body = { flags: [flag('g1', '100003', 'S4')] };
    const answers = await Promise.all(Array.from({ length: 6 }, () => push(alpha, body)));
    const accepted = answers.map((answer) => Number(Object(answer.body).accepted));
    expect(accepted.reduce((sum, one) => sum + one, 0)).toBe(1);
    // The other society's app counts its flags by itself.
    expect((await push(beta, body)).body).toEqual({ accepted: 1, alreadyKnown: 0, faults: [] });
  });

  it('names the places of what cannot be read, and stores nothing', async () => {
    const before = await everything();
    const { status, body } = await push(alpha, { flags: [flag('h1', '100001', 'S1'), { id: 7 }] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: 0, alreadyKnown: 0 });
    const faults: { path: string }[] = Object(body).faults;
    expect(faults.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['flags.1.id', 'flags.1.badge', 'flags.1.session', 'flags.1.flaggedAt']),
    );
    for (const nonsense of ['[]', 'null', '7', '"x"', '{"flags":{"length":1e9}}']) {
      expect(await push(alpha, nonsense)).toMatchObject({ status: 200, body: { accepted: 0 } });
    }
    expect((await push(alpha, '{"flags":')).status).toBe(400);
    const large = { flags: [flag('h2', 'x'.repeat(1_100_000), 'S1')] };
    expect(await push(alpha, large)).toMatchObject({ status: 413, body: { code: 'request.too_large' } });
    expect(await everything()).toEqual(before);
  });

  it('needs a key of this society for this plugin', async () => {
    const body = { flags: [flag('i1', '100001', 'S1')] };
    const before = await everything();
    const context = contextOf(alpha);
    const { key: narrow } = await app.app
      .get(ApiKeysService)
      .create(context, { name: 'x', scopes: ['collect:other'] });
    const answers = await Promise.all([
      push(alpha, body, { key: '' }),
      push(alpha, body, { key: keys['beta'] }),
      push(alpha, body, { key: narrow }),
      push(alpha, body, { at: beta.activityId }),
      push(beta, body, { at: alpha.activityId }),
      push(alpha, body, { at: '1' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 403, 404, 404, 404]);
    expect(await everything()).toEqual(before);
  });

  it('is not there when the step is off, absent, or collects nothing', async () => {
    const body = { flags: [flag('j1', '100001', 'S1')] };
    const workflows = app.app.get(WorkflowsService);
    const before = await everything();
    const off = { ...flagsOn, isEnabled: false };
    await workflows.save(contextOf(beta), beta.activityId, [
      off,
      { plugin: 'overlap', isEnabled: true, config: {} },
    ]);
    expect((await push(beta, body)).status).toBe(404);
    expect((await push(beta, body, { plugin: 'overlap' })).status).toBe(404);
    expect((await push(beta, body, { plugin: 'memberships' })).status).toBe(404);
    await workflows.save(contextOf(beta), beta.activityId, [flagsOn]);
    expect(await everything()).toEqual(before);
  });
});

describe('facts and failing plugins', () => {
  class Config {
    @IsOptional()
    @IsString()
    source?: string;
  }
  const collecting = (key: string, collect: NonNullable<Plugin['collect']>) =>
    definePlugin({
      contract: PLUGIN_CONTRACT,
      key,
      version: '1.0.0',
      title: key,
      description: key,
      config: Config,
      configVersion: 1,
      messages: {},
      collect,
    });
  const memberships = collecting('memberships', () =>
    Promise.resolve({
      evidence: [],
      facts: [
        { sourceKey: 'm1', learner: { email: '100001@ALPHA.example' }, key: 'membership', value: 'fellow' },
        { sourceKey: 'm2', learner: { memberNumber: 'M-404' }, key: 'membership', value: 'fellow' },
      ],
      faults: [{ path: 'rows.7', reason: 'expected a date' }],
    }),
  );
  const broken = collecting('broken', () => Promise.reject(new Error('The plugin fell over')));

  it('keep facts once, and tell that nothing was stored', async () => {
    const other = await startTestApp({ database: app.database, plugins: [memberships, broken] });
    try {
      expect(other.app.get(PluginRegistry).get('broken')).toBeDefined();
      const steps = [memberships, broken].map(({ key }) => ({ plugin: key, isEnabled: true, config: {} }));
      await other.app.get(WorkflowsService).save(contextOf(alpha), alpha.activityId, steps);
      const push = (plugin: string) =>
        other.client('alpha').post(
          `/api/activities/${alpha.activityId}/collect/${plugin}`,
          {},
          {
            headers: { authorization: `Bearer ${keys['alpha']}` },
          },
        );
      const faults = [
        { path: 'rows.7', reason: 'expected a date' },
        { path: 'm2', reason: 'Nobody with this member number is registered.' },
      ];
      expect((await push('memberships')).body).toEqual({ accepted: 1, alreadyKnown: 0, faults });
      expect((await push('memberships')).body).toEqual({ accepted: 0, alreadyKnown: 1, faults });
      const facts = await app.inspect(
        'select tenant_id, learner_id, key, value, source, valid_until from facts',
      );
      expect(facts).toEqual([
        {
          tenant_id: alpha.tenant.id,
          learner_id: alpha.learners['100001']?.learnerId,
          key: 'membership',
          value: 'fellow',
          source: 'memberships',
          valid_until: null,
        },
      ]);
      const before = await everything();
      const failed = await push('broken');
      expect(failed).toMatchObject({ status: 503, body: { code: 'collect.failed' } });
      expect(failed.text).not.toMatch(/fell over/);
      expect(Number(failed.headers['retry-after'])).toBeGreaterThan(0);
      expect(await everything()).toEqual(before);
    } finally {
      await other.stop();
    }
  }, 30_000);
});
