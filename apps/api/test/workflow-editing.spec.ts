import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Field, ListOf, NoConfig, PLUGIN_CONTRACT, Secret, definePlugin } from '@laurel/plugin-kit';
import { IsOptional, IsString, MinLength } from 'class-validator';
import type { Fault } from '../src/problem/domain-error.js';
import { StaffService } from '../src/identity/staff.service.js';
import { plugins } from '../src/plugins.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import type { WorkflowDto } from '../src/workflow/saved/workflow.dto.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { bodyOf, step } from './testing-claims.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

class TargetConfig {
  @IsString() url = '';
  @Secret() @IsOptional() @IsString() token?: string;
}
class KeyedConfig {
  @Field('Address') @IsString() address = '';
  @Field('Key') @Secret() @IsString() @MinLength(3) apiKey = '';
  @ListOf(() => TargetConfig) targets: TargetConfig[] = [];
}
const keyed = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'keyed',
  version: '1.0.0',
  title: 'Keyed',
  description: 'Has secrets.',
  config: KeyedConfig,
  configVersion: 1,
  messages: {},
  require: () => [],
});
const bare = definePlugin({ ...keyed, key: 'bare', config: NoConfig, require: () => [] });

let app: TestApp;
let alpha: Society;
let beta: Society;
const staff: Record<string, TestClient> = {};

beforeAll(async () => {
  app = await startTestApp({ plugins: [...plugins, keyed, bare] });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  for (const [society, slug] of [
    [alpha, 'alpha'],
    [beta, 'beta'],
  ] as const) {
    for (const role of ['admin', 'viewer'] as const) {
      const email = `${role}@${slug}.example`;
      await app.app.get(StaffService).create(systemContext(society.tenant, 'test'), {
        email,
        displayName: role,
        role,
        password: 'a long password',
      });
      const client = app.client(slug);
      await client.signInStaff(email, 'a long password');
      staff[`${slug} ${role}`] = client;
    }
  }
}, 60_000);
afterAll(() => app.stop());

const client = (name: string): TestClient => {
  const found = staff[name];
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
};
const path = (society: Society, rest = '') => `/api/staff/activities/${society.activityId}/workflow${rest}`;
const admin = () => client('alpha admin');
const read = async () => bodyOf<WorkflowDto>(await admin().get(path(alpha)));
const save = (revision: number, ...steps: Parameters<typeof step>[]) =>
  admin().put(path(alpha), { revision, steps: steps.map((one) => step(...one)) });
/** The configuration as a decision would be given it. */
const inUse = async (society = alpha) => {
  const context = systemContext(society.tenant, 'test');
  const { steps } = await app.tenants.transaction(context, (manager) =>
    app.app.get(WorkflowsService).current(manager, context, society.activityId),
  );
  return steps.map(({ config, fault }) => ({ ...config, ...(fault === undefined ? {} : { fault }) }));
};

describe('an activity’s workflow, for staff', () => {
  it('is empty at first, and shows what could be in it', async () => {
    const { revision, savedAt, steps, plugins: installed } = await read();
    expect([revision, savedAt, steps]).toEqual([0, null, []]);
    expect(installed.map(({ key }) => key)).toEqual([...plugins, keyed, bare].map(({ key }) => key));
    expect(installed.find(({ key }) => key === 'keyed')).toMatchObject({
      stages: ['require'],
      schema: {
        additionalProperties: false,
        properties: { apiKey: { title: 'Key', writeOnly: true, format: 'password' } },
      },
    });
  });

  it('seals secrets where they rest, and never sends them back', async () => {
    const config = {
      address: 'https://a.example',
      apiKey: 'very-secret-key',
      targets: [
        { url: 'one', token: 'token-of-one' },
        { url: 'two', token: 'token-of-two' },
      ],
    };
    const answer = await save(0, ['keyed', config], ['bare']);
    const shown = { address: 'https://a.example', targets: [{ url: 'one' }, { url: 'two' }] };
    const view = {
      plugin: 'keyed',
      isEnabled: true,
      config: shown,
      secrets: ['apiKey', 'targets.0.token', 'targets.1.token'],
    };
    expect(bodyOf<WorkflowDto>(answer).steps[0]).toEqual(view);
    expect((await read()).steps[0]).toEqual(view);
    const [row] = await app.inspect<{ steps: string }>('select steps::text as steps from workflows');
    for (const secret of ['very-secret-key', 'token-of-one', 'token-of-two']) {
      expect(row?.steps).not.toContain(secret);
      expect(answer.text).not.toContain(secret);
    }
    expect(await inUse()).toEqual([config, {}]);
  });

  it('keeps a secret that a save leaves out, and moves none to another address', async () => {
    const unchanged = { address: 'https://a.example', targets: [{ url: 'one' }, { url: 'two' }] };
    expect(bodyOf<WorkflowDto>(await save(1, ['keyed', unchanged], ['bare'])).revision).toBe(1);
    const changed = {
      address: 'https://a.example',
      targets: [{ url: 'two' }, { url: 'evil' }, { url: 'one', token: null }],
    };
    expect(bodyOf<WorkflowDto>(await save(1, ['keyed', changed])).revision).toBe(2);
    expect(await inUse()).toEqual([
      {
        address: 'https://a.example',
        apiKey: 'very-secret-key',
        targets: [{ url: 'two', token: 'token-of-two' }, { url: 'evil' }, { url: 'one' }],
      },
    ]);
  });

  it('keeps no secret when an address changes, its path alone included', async () => {
    const faultsOf = async (config: Record<string, unknown>) => {
      const { status, body } = await save(2, ['keyed', config]);
      return { status, faults: Object(body).faults };
    };
    const message = 'Keyed: Give the secret again, because the address has changed.';
    const code = 'secret.address_changed';
    const targets = [{ url: 'two' }];
    for (const moved of [
      { address: 'https://evil.example', targets },
      { address: 'https://a.example/other', targets },
      { address: 'https://a.example:8443', targets },
      { address: 'https://a.example', targets: [{ url: 'two' }, { url: 'https://evil.example' }] },
    ]) {
      expect(await faultsOf(moved)).toEqual({
        status: 422,
        faults: [
          { field: 'steps.0.config.apiKey', code, message },
          { field: 'steps.0.config.targets.0.token', code, message },
        ],
      });
    }
    const half = { address: 'https://evil.example', apiKey: 'their-own', targets };
    expect((await faultsOf(half)).faults).toEqual([
      { field: 'steps.0.config.targets.0.token', code, message },
    ]);
    expect((await inUse())[0]).toMatchObject({
      address: 'https://a.example',
      apiKey: 'very-secret-key',
    });
  });

  it('refuses what another changed in the meantime, and what has faults, whole', async () => {
    const late = await save(1, ['bare']);
    expect(late.body).toMatchObject({ status: 409, code: 'workflow.changed', revision: 2 });
    const faulty = await save(2, ['keyed', { apiKey: 'x', colour: 'red' }], ['nobody']);
    expect(faulty.body).toMatchObject({ status: 422, code: 'workflow.invalid' });
    expect(Object(faulty.body).faults.map(({ field }: { field: string }) => field)).toEqual([
      'steps.0.config.colour',
      'steps.0.config.apiKey',
      'steps.1.plugin',
    ]);
    const { revision } = await read();
    expect(revision).toBe(2);
    const { items } = bodyOf<{ items: { revision: number }[] }>(await admin().get(path(alpha, '/revisions')));
    expect(items.map((one) => one.revision)).toEqual([2, 1]);
    const audit = await app.inspect(
      `select action, subject_id, details from audit_events where action = 'workflow.saved' order by created_at`,
    );
    expect(audit).toEqual([
      {
        action: 'workflow.saved',
        subject_id: alpha.activityId,
        details: { revision: 1, plugins: ['keyed', 'bare'] },
      },
      {
        action: 'workflow.saved',
        subject_id: alpha.activityId,
        details: { revision: 2, plugins: ['keyed'] },
      },
    ]);
  });

  it('refuses to go without any rule: no step, or none that is on', async () => {
    const { revision, steps } = await read();
    const off = steps.map(({ plugin, config }) => ({ plugin, config, isEnabled: false }));
    for (const none of [[], off]) {
      for (const answer of [
        await admin().put(path(alpha), { revision, steps: none }),
        await admin().post(path(alpha, '/simulations'), { steps: none }),
      ]) {
        expect(answer.body).toMatchObject({
          status: 422,
          code: 'workflow.invalid',
          faults: [{ field: 'steps', code: 'steps.none', message: expect.stringContaining('at least one') }],
        });
      }
    }
    expect((await read()).revision).toBe(revision);
  });

  it('refuses names of what the society does not have, and says which it has', async () => {
    // Another society's form and template do not count.
    await app.inspect(
      `insert into evaluation_forms (tenant_id, id, activity_id, key, title, scope, sections)
       values ($1, gen_random_uuid(), $2, 'overall', 'Overall', 'activity', '[]')`,
      [beta.tenant.id, beta.activityId],
    );
    const steps = [
      step('required-evaluation', { forms: [{ formKey: 'overall' }] }),
      step('overlap', { creditTypes: ['ama-pra-1', 'ama-pra'] }),
      step('profession-documents', {
        documents: [
          { key: 'cme', title: 'CME', inSentence: 'a CME', template: 'cme', professions: ['nurses'] },
        ],
      }),
    ];
    const saved = await admin().put(path(alpha), { revision: 2, steps });
    const simulated = await admin().post(path(alpha, '/simulations'), { steps });
    for (const answer of [saved, simulated]) {
      expect(answer.body).toMatchObject({ status: 422, code: 'workflow.invalid' });
      expect(Object(answer.body).faults.map(({ field, message }: Fault) => `${field} ${message}`)).toEqual([
        'steps.0.config.forms.0.formKey Evaluations: There is no evaluation form "overall". There is none yet.',
        'steps.1.config.creditTypes.1 Overlapping sessions: There is no credit type "ama-pra". There are: ama-pra-1.',
        'steps.2.config.documents.0.template Documents by profession: There is no certificate template "cme". There is none yet.',
        expect.stringMatching(
          /^steps.2.config.documents.0.professions.0 .*no profession "nurses". There are: physician, nurse, /,
        ),
      ]);
    }
    expect((await read()).revision).toBe(2);
  });

  it('looks for names of the programme where there is one, whatever their case', async () => {
    const caps = (types: string[]) =>
      step('category-caps', { caps: [{ label: 'recorded sessions', cap: 100, types }] });
    const simulate = (types: string[]) => admin().post(path(alpha, '/simulations'), { steps: [caps(types)] });
    expect((await simulate(['On Demand'])).status).toBe(200);
    await app.inspect(`update offerings set type = 'On demand' where tenant_id = $1`, [alpha.tenant.id]);
    expect((await simulate(['On Demand'])).status).toBe(200);
    expect((await simulate(['Recorded'])).body).toMatchObject({
      faults: [
        { field: 'steps.0.config.caps.0.types.0', message: expect.stringContaining('There are: On demand.') },
      ],
    });
  });

  it('is for owners and admins of that society alone', async () => {
    expect((await client('alpha viewer').get(path(alpha))).status).toBe(403);
    expect((await client('beta admin').get(path(alpha))).status).toBe(404);
    const body = { revision: 2, steps: [] };
    expect((await client('beta admin').put(path(alpha), body)).status).toBe(404);
    expect((await client('alpha viewer').put(path(alpha), body)).status).toBe(403);
    expect((await read()).revision).toBe(2);
  });

  it('fails the step, and says so, when a secret of it cannot be opened', async () => {
    // As after a restore into another society, or with another machine's key.
    await app.inspect(
      `insert into workflows (tenant_id, id, activity_id, revision, steps)
       select $1, gen_random_uuid(), $2, 1, steps from workflows where revision = 2`,
      [beta.tenant.id, beta.activityId],
    );
    expect((await inUse(beta))[0]).toMatchObject({ fault: expect.stringContaining('cannot be opened') });
    const { steps } = bodyOf<WorkflowDto>(await client('beta admin').get(path(beta)));
    expect(steps[0]?.fault).toBeDefined();
    expect(JSON.stringify(steps)).not.toContain('$sealed');
  });
});
