import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { arrange, bodyOf, rhythm, step } from './testing-claims.js';
import type { Society } from './testing-society.js';

const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;
const secrets = { alpha: newSecret(), beta: newSecret() };

let app: TestApp;
let alpha: Society;
let beta: Society;
let example: string;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  for (const [society, webhookSecret] of [
    [alpha, secrets.alpha],
    [beta, secrets.beta],
  ] as const) {
    await arrange(app, society);
    await app.app
      .get(WorkflowsService)
      .save(systemContext(society.tenant, 'test'), society.activityId, [
        ...rhythm,
        step('remote', { webhookSecret }),
      ]);
  }
  await app.inspect(`update learners set member_number = 'M1' where last_name = 'Okafor'`);
  // What the README has, of a session and a person of these societies.
  const readme = await readFile('plugins/remote/README.md', 'utf8');
  example = (/```json\n([^]*?)```/.exec(readme)?.[1] ?? '')
    .replace('"S-12"', '"S1"')
    .replace('ada@x.example', '100002@alpha.example');
}, 60_000);
afterAll(() => app.stop());
beforeEach(async () => {
  for (const table of ['facts', 'evidence']) await app.inspect(`delete from ${table}`);
});

interface Sending {
  readonly id: string;
  readonly body?: string;
  readonly secret?: string;
  readonly at?: Date;
  readonly society?: Society;
}
/** Sends a message as the society's own service would: signed as Standard Webhooks describe. */
const push = ({ id, body = example, secret = secrets.alpha, at = new Date(), society = alpha }: Sending) =>
  app.client(society.tenant.slug).post(`/api/hooks/${society.activityId}/remote`, body, {
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    },
  });

const stored = async () => ({
  evidence: await app.inspect(
    `select e.tenant_id as tenant, l.last_name as "lastName", o.code, e.kind
     from evidence e join learners l on l.id = e.learner_id join offerings o on o.id = e.offering_id`,
  ),
  facts: await app.inspect(
    `select f.tenant_id as tenant, l.last_name as "lastName", f.key, f.value
     from facts f join learners l on l.id = f.learner_id`,
  ),
});
const nothing = { evidence: [], facts: [] };

describe('what a society’s own service pushes', () => {
  it('is taken in as the README of the plugin says, by that society alone', async () => {
    const answer = await push({ id: 'msg_first' });
    expect(bodyOf(answer)).toEqual({ accepted: 2, alreadyKnown: 0, faults: [] });
    const tenant = alpha.tenant.id;
    expect(await stored()).toEqual({
      evidence: [{ tenant, lastName: 'Okafor', code: 'S1', kind: 'completion' }],
      facts: [{ tenant, lastName: 'Lindqvist', key: 'membership', value: 'premium' }],
    });
  });

  it('is refused when it is signed with another secret, or was changed after it was signed', async () => {
    const refusal = { status: 401, body: { code: 'hook.refused' } };
    expect(await push({ id: 'msg_other', secret: secrets.beta })).toMatchObject(refusal);
    expect(await push({ id: 'msg_across', society: beta })).toMatchObject(refusal);
    const at = new Date();
    const changed = await app
      .client('alpha')
      .post(`/api/hooks/${alpha.activityId}/remote`, example.replace('"premium"', '"gold"'), {
        headers: {
          'webhook-id': 'msg_changed',
          'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
          'webhook-signature': new Webhook(secrets.alpha).sign('msg_changed', at, example),
        },
      });
    expect(changed).toMatchObject(refusal);
    expect(await stored()).toEqual(nothing);
  });

  it('does nothing when it is played back, and is refused once it is older than five minutes', async () => {
    const first = await push({ id: 'msg_replayed' });
    expect(first.status).toBe(200);
    await app.inspect('delete from facts');
    const again = await push({ id: 'msg_replayed' });
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect((await stored()).facts).toEqual([]);
    const late = await push({ id: 'msg_late', at: new Date(Date.now() - 301_000) });
    expect(late).toMatchObject({ status: 401, body: { code: 'hook.refused' } });
    expect((await stored()).facts).toEqual([]);
  });

  it('is taken whole or not at all: every fault of a signed message is named by its path', async () => {
    const body = JSON.stringify({ ...JSON.parse(example), facts: [{ key: 'm' }] });
    expect(bodyOf(await push({ id: 'msg_faulty', body }))).toMatchObject({
      accepted: 0,
      faults: expect.arrayContaining([expect.objectContaining({ path: 'facts.0.learner' })]),
    });
    expect(await stored()).toEqual(nothing);
  });
});
