import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { PLUGIN_CONTRACT, Secret, definePlugin, type CollectAnswer } from '@laurel/plugin-kit';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { Webhook } from 'standardwebhooks';
import type { CollectedDto } from '../src/evidence/dto/collected.dto.js';
import { plugins } from '../src/plugins.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { bodyOf, step } from './testing-claims.js';
import type { Answer } from './testing-client.js';
import type { Society } from './testing-society.js';

class MembersConfig {
  @Secret() @IsOptional() @IsString() secret?: string;
  @IsIn(['read', 'throw', 'hang']) how = 'read';
}

const seen: unknown[] = [];

/** Reads memberships: a list of members as JSON, or `member,value,asOf` lines. */
const members = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'members',
  version: '1.0.0',
  title: 'Members',
  description: 'Reads memberships.',
  config: MembersConfig,
  configVersion: 1,
  messages: {},
  webhookSecret: ({ secret }) => secret ?? null,
  collect: ({ payload, config }): Promise<CollectAnswer> => {
    seen.push(payload);
    if (config.how === 'throw') throw new Error('inside');
    if (config.how === 'hang') for (;;) seen.length = 1;
    const rows: [string, string, string?][] =
      typeof payload === 'string'
        ? payload
            .trim()
            .split('\n')
            .map((line) => {
              const [badge = '', value = '', asOf] = line.split(',');
              return [badge, value, asOf];
            })
        : Object(payload).members;
    return Promise.resolve({
      evidence: [],
      facts: rows.map(([badge, value, asOf]) => ({
        sourceKey: `m-${badge}`,
        learner: { badge },
        key: 'membership',
        value,
        ...(asOf === undefined ? {} : { asOf: Temporal.Instant.from(asOf) }),
      })),
      faults: [],
    });
  },
});

const SECRETS = {
  alpha: `whsec_${randomBytes(24).toString('base64')}`,
  beta: `whsec_${randomBytes(32).toString('base64')}`,
};

let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp({ plugins: [...plugins, members] });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await use(alpha, { secret: SECRETS.alpha });
  await use(beta, { secret: SECRETS.beta });
}, 60_000);
afterAll(() => app.stop());
beforeEach(async () => {
  seen.length = 0;
  await app.inspect('delete from facts');
});

const use = (society: Society, config: Record<string, unknown>, isEnabled = true) =>
  app.app
    .get(WorkflowsService)
    .save(systemContext(society.tenant, 'test'), society.activityId, [
      { ...step('members', config), isEnabled },
      step('app-flags'),
    ]);

interface Sending {
  id?: string;
  secret?: string;
  at?: Date;
  type?: string;
  headers?: Record<string, string>;
}
let counter = 0;

/** Sends a message as an outside system would. */
const send = (
  body: string,
  { id = `msg_${String(++counter)}`, secret = SECRETS.alpha, at = new Date(), type, headers }: Sending = {},
  { plugin = 'members', society = alpha, host = 'alpha' } = {},
): Promise<Answer> =>
  app.client(host).post(`/api/hooks/${society.activityId}/${plugin}`, body, {
    headers: {
      'content-type': type ?? 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
      ...headers,
    },
  });
const facts = () =>
  app.inspect<{ source_key: string; value: unknown }>(
    'select source_key, value from facts order by source_key',
  );
const json = (...rows: [string, string, string?][]) => JSON.stringify({ members: rows });

describe('a signed message of an outside system', () => {
  it('is read by the plugin and stored', async () => {
    const answer = await send(json(['100001', 'Café'], ['999999', 'no one']));
    expect(bodyOf<CollectedDto>(answer)).toEqual({
      accepted: 1,
      alreadyKnown: 0,
      faults: [{ path: 'm-999999', reason: 'Nobody with this badge number is registered.' }],
    });
    expect(await facts()).toEqual([{ source_key: 'm-100001', value: 'Café' }]);
  });

  it('may be CSV, handed over as text', async () => {
    const text = '100001,premium\n100002,basic\n';
    expect(bodyOf<CollectedDto>(await send(text, { type: 'text/csv; charset=utf-8' })).accepted).toBe(2);
    expect(seen).toEqual([text]);
    // Nowhere else.
    const other = await app
      .client('alpha')
      .post('/api/session', text, { headers: { 'content-type': 'text/csv' } });
    expect(other.status).toBe(415);
  });

  it('is taken in once, however often and at whatever once it comes', async () => {
    const id = 'msg_once';
    const first = await send(json(['100001', 'premium']), { id });
    expect(bodyOf<CollectedDto>(first).accepted).toBe(1);
    const again = await send(json(['100001', 'premium']), { id, at: new Date(Date.now() - 60_000) });
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect(seen).toHaveLength(1);
    const atOnce = await Promise.all(
      Array.from({ length: 8 }, () => send(json(['100002', 'basic']), { id: 'msg_at_once' })),
    );
    expect(new Set(atOnce.map(({ status, text }) => `${String(status)} ${text}`)).size).toBe(1);
    expect(bodyOf<CollectedDto>(await send(json(['100002', 'basic']))).alreadyKnown).toBe(1);
  });

  it('replaces what the source said earlier, and is not replaced by it', async () => {
    await send(json(['100001', 'second', '2026-02-02T00:00:00Z']));
    await send(json(['100001', 'first', '2026-02-01T00:00:00Z']));
    await send(json(['100001', 'no time']));
    expect(await facts()).toEqual([{ source_key: 'm-100001', value: 'second' }]);
    await send(
      json(['100001', 'fourth', '2026-02-04T00:00:00Z'], ['100001', 'third', '2026-02-03T00:00:00Z']),
    );
    expect(await facts()).toEqual([{ source_key: 'm-100001', value: 'fourth' }]);
  });

  it.each([
    ['signed by another', { secret: SECRETS.beta }, 'does not fit'],
    ['six minutes old', { at: new Date(Date.now() - 360_000) }, 'five minutes'],
    ['six minutes ahead', { at: new Date(Date.now() + 360_000) }, 'five minutes'],
    ['not signed', { headers: { 'webhook-signature': '' } }, 'Send the headers'],
    ['signed with nonsense', { headers: { 'webhook-signature': 'v1,nonsense v0,x' } }, 'does not fit'],
    ['of another id', { headers: { 'webhook-id': 'msg_other' } }, 'does not fit'],
    ['dated nonsense', { headers: { 'webhook-timestamp': 'now' } }, 'does not fit'],
    ['of an endless id', { id: 'x'.repeat(201) }, 'at most 200'],
  ])('is refused when it is %s', async (_how, sending, reason) => {
    const { status, body } = await send(json(['100001', 'premium']), sending);
    expect([status, Object(body).code]).toEqual([401, 'hook.refused']);
    expect(Object(body).detail).toContain(reason);
    expect([seen, await facts()]).toEqual([[], []]);
  });

  it('is refused when it was changed on the way', async () => {
    const at = new Date();
    const signature = new Webhook(SECRETS.alpha).sign('msg_changed', at, json(['100001', 'basic']));
    const answer = await send(json(['100001', 'premium']), {
      id: 'msg_changed',
      at,
      headers: { 'webhook-signature': signature },
    });
    expect(answer.status).toBe(401);
  });

  it('has no address where nothing listens', async () => {
    const body = json(['100001', 'premium']);
    expect((await send(body, {}, { plugin: 'app-flags' })).status).toBe(404);
    expect((await send(body, {}, { plugin: 'nobody' })).status).toBe(404);
    // Another society's activity, at one's own host.
    expect((await send(body, { secret: SECRETS.beta }, { society: beta })).status).toBe(404);
    expect((await send(body, { secret: SECRETS.beta }, { society: beta, host: 'beta' })).status).toBe(200);
    await use(alpha, { secret: SECRETS.alpha }, false);
    expect((await send(body)).status).toBe(404);
    await use(alpha, { secret: null });
    expect((await send(body)).status).toBe(404);
    await use(alpha, { secret: SECRETS.alpha });
    expect((await send(body)).status).toBe(200);
  });

  it('is asked for again when the plugin fails, and nothing is remembered', async () => {
    for (const how of ['throw', 'hang']) {
      await use(alpha, { secret: SECRETS.alpha, how });
      const { status, headers } = await send(json(['100001', 'premium']), { id: `msg_${how}` });
      expect([status, headers['retry-after']]).toEqual([503, '60']);
      await use(alpha, { secret: SECRETS.alpha });
      expect((await send(json(['100001', how]), { id: `msg_${how}` })).status).toBe(200);
    }
    await use(alpha, { secret: 'not a secret' });
    expect((await send(json(['100001', 'premium']))).status).toBe(503);
    await use(alpha, { secret: SECRETS.alpha });
  });

  it('is refused when it is too large, or no JSON', async () => {
    expect((await send(json(['1', 'x'.repeat(1_048_576)]))).status).toBe(413);
    expect((await send('{"members":')).status).toBe(400);
    expect((await send(json(['1', 'x']), { type: 'application/xml' })).status).toBe(415);
  });

  it('is slowed down when there are too many', async () => {
    const statuses = new Set<number>();
    for (let batch = 0; batch < 35; batch++) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => send('{}', { headers: { 'webhook-signature': 'v1,x' } })),
      );
      for (const { status } of answers) statuses.add(status);
    }
    expect([...statuses].sort()).toEqual([401, 429]);
  }, 30_000);
});
