import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Field, NoConfig, PLUGIN_CONTRACT, Secret, definePlugin } from '@laurel/plugin-kit';
import { IsOptional, IsString } from 'class-validator';
import { StaffService } from '../src/identity/staff.service.js';
import type { StaffRole } from '../src/identity/staff-roles.js';
import { plugins } from '../src/plugins.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import type { WorkflowRevisionContentDto, WorkflowRevisionsDto } from '../src/workflow/saved/workflow.dto.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { bodyOf, step } from './testing-claims.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

class KeyedConfig {
  @Field('Address') @IsString() address = '';
  @Field('Key') @Secret() @IsOptional() @IsString() apiKey?: string;
}
const keyed = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'keyed',
  version: '1.0.0',
  title: 'Keyed',
  description: 'Has a secret.',
  config: KeyedConfig,
  configVersion: 1,
  messages: {},
  require: () => [],
});
const bare = definePlugin({ ...keyed, key: 'bare', config: NoConfig, require: () => [] });

let app: TestApp;
let alpha: Society;
let beta: Society;
let admin: TestClient;
let viewer: TestClient;
let stranger: TestClient;

beforeAll(async () => {
  app = await startTestApp({ plugins: [...plugins, keyed, bare] });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  const signIn = async ({ tenant }: Society, role: StaffRole) => {
    const email = `${role}@${tenant.slug}.example`;
    const person = { email, displayName: `The ${role}`, role, password: 'a long password' };
    await app.app.get(StaffService).create(systemContext(tenant, 'test'), person);
    const client = app.client(tenant.slug);
    await client.signInStaff(email, 'a long password');
    return client;
  };
  admin = await signIn(alpha, 'admin');
  viewer = await signIn(alpha, 'viewer');
  stranger = await signIn(beta, 'admin');
  // The first revision comes from the command line, as with a tenant file.
  const first = [step('keyed', { address: 'https://a.example', apiKey: 'first-key' }), step('bare')];
  await app.app.get(WorkflowsService).save(systemContext(alpha.tenant, 'test'), alpha.activityId, first);
}, 60_000);
afterAll(() => app.stop());

const path = (rest = '') => `/api/staff/activities/${alpha.activityId}/workflow${rest}`;
const save = (revision: number, ...steps: Parameters<typeof step>[]) =>
  admin.put(path(), { revision, steps: steps.map((one) => step(...one)) });
const restore = (revision: number, seen: number, client = admin) =>
  client.post(path(`/revisions/${String(revision)}/restore`), { revision: seen });
const list = async () => bodyOf<WorkflowRevisionsDto>(await admin.get(path('/revisions'))).items;
/** The configurations as decisions are given them. */
const inUse = async () => {
  const context = systemContext(alpha.tenant, 'test');
  const { steps } = await app.tenants.transaction(context, (manager) =>
    app.app.get(WorkflowsService).current(manager, context, alpha.activityId),
  );
  return steps.map(({ config }) => ({ ...config }));
};

describe('a step that was taken out and comes back', () => {
  it('has the secret that it had', async () => {
    expect((await save(1, ['bare'])).status).toBe(200);
    expect((await save(2, ['keyed', { address: 'https://a.example' }], ['bare'])).body).toMatchObject({
      steps: [{ secrets: ['apiKey'] }, { secrets: [] }],
    });
    expect(await inUse()).toEqual([{ address: 'https://a.example', apiKey: 'first-key' }, {}]);
  });

  it('at another address has to be given it again, and may go without', async () => {
    expect((await save(3, ['bare'])).status).toBe(200);
    const moved = { address: 'https://evil.example' };
    expect((await save(4, ['keyed', moved])).body).toMatchObject({
      status: 422,
      faults: [{ field: 'steps.0.config.apiKey', code: 'secret.address_changed' }],
    });
    expect((await save(4, ['keyed', { ...moved, apiKey: null }])).status).toBe(200);
    expect(await inUse()).toEqual([moved]);
  });
});

describe('the revisions of a workflow', () => {
  it('say which steps they have, when they were saved, and by whom', async () => {
    const [row] = await app.inspect<{ id: string }>(
      `select s.id from staff_members s where tenant_id = $1 and role = 'admin'`,
      [alpha.tenant.id],
    );
    const by = { id: row?.id, name: 'The admin' };
    const on = (...keys: string[]) => keys.map((plugin) => ({ plugin, isEnabled: true }));
    const told = (await list()).map(({ savedAt: _, ...revision }) => revision);
    expect(told).toEqual([
      { revision: 5, savedBy: by, restoredFrom: null, steps: on('keyed') },
      { revision: 4, savedBy: by, restoredFrom: null, steps: on('bare') },
      { revision: 3, savedBy: by, restoredFrom: null, steps: on('keyed', 'bare') },
      { revision: 2, savedBy: by, restoredFrom: null, steps: on('bare') },
      { revision: 1, savedBy: null, restoredFrom: null, steps: on('keyed', 'bare') },
    ]);
  });

  it('are read one by one, without their secrets', async () => {
    const answer = await admin.get(path('/revisions/1'));
    expect(bodyOf<WorkflowRevisionContentDto>(answer)).toEqual({
      revision: 1,
      savedAt: expect.any(String),
      savedBy: null,
      restoredFrom: null,
      steps: [
        { plugin: 'keyed', isEnabled: true, config: { address: 'https://a.example' }, secrets: ['apiKey'] },
        { plugin: 'bare', isEnabled: true, config: {}, secrets: [] },
      ],
    });
    for (const none of ['6', '0', 'x', '99999999999']) {
      expect((await admin.get(path(`/revisions/${none}`))).body).toMatchObject({
        status: 404,
        detail: expect.stringMatching(/^This workflow has no /),
      });
    }
  });

  it('are put back as the next one, with their own secrets and no other’s', async () => {
    expect((await restore(1, 4)).body).toMatchObject({ code: 'workflow.changed', revision: 5 });
    expect((await restore(1, 5)).body).toMatchObject({ revision: 6, steps: [{ secrets: ['apiKey'] }, {}] });
    expect(await inUse()).toEqual([{ address: 'https://a.example', apiKey: 'first-key' }, {}]);
    // What went without a secret does so again, whatever another revision has.
    expect((await restore(5, 6)).body).toMatchObject({ revision: 7, steps: [{ secrets: [] }] });
    expect(await inUse()).toEqual([{ address: 'https://evil.example' }]);
    expect((await restore(5, 7)).body).toMatchObject({ revision: 7 });
    expect((await list()).slice(0, 3).map(({ restoredFrom }) => restoredFrom)).toEqual([5, 1, null]);
    expect((await restore(9, 7)).status).toBe(404);
  });

  it('are for owners and admins of that society alone', async () => {
    for (const [client, status] of [
      [viewer, 403],
      [stranger, 404],
    ] as const) {
      expect((await client.get(path('/revisions'))).status).toBe(status);
      expect((await client.get(path('/revisions/1'))).status).toBe(status);
      expect((await restore(1, 7, client)).status).toBe(status);
    }
    expect(await list()).toHaveLength(7);
  });
});
