import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { definePlugin, Field, PLUGIN_CONTRACT } from '@laurel/plugin-kit';
import { IsInt, Min } from 'class-validator';
import { withParts } from '../../../tools/generators/generated-parts.js';
import { staffAccess } from '../../../tools/generators/staff-access.js';
import { ProgrammeImportService } from '../src/catalogue/imports/programme-import.service.js';
import { RegistrantImportService } from '../src/catalogue/imports/registrant-import.service.js';
import { StaffService } from '../src/identity/staff.service.js';
import { TenantSetupService } from '../src/operator/tenant-setup.service.js';
import { plugins } from '../src/plugins.js';
import { systemContext, type TenantIdentity } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';

/** What docs/writing-a-plugin.md makes; tools/generators/writing-a-plugin.spec.ts runs it as it stands there. */
class SessionCapConfig {
  @Field('Credits a day')
  @IsInt()
  @Min(25)
  capPerDay = 400;
}
const sessionCap = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'session-cap',
  version: '0.1.0',
  title: 'Session cap',
  description: 'Counts at most so many credits of each day.',
  config: SessionCapConfig,
  configVersion: 1,
  messages: {},
  award: () => [],
});

let app: TestApp;
let tenant: TenantIdentity;
let society: Record<string, unknown>;
beforeAll(async () => {
  app = await startTestApp({ plugins: [...plugins, sessionCap] });
  const [example = ''] = await examplesOf('docs/tenant-file.md', 'json');
  society = JSON.parse(example);
  tenant = await app.app.get(TenantSetupService).apply(society);
}, 60_000);
afterAll(() => app.stop());

const examplesOf = async (page: string, language: string): Promise<string[]> => {
  const text = await readFile(page, 'utf8');
  return [...text.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(
    ([, inner = '']) => inner,
  );
};
const activityId = async () => {
  const [row] = await app.inspect<{ id: string }>('select id from activities where tenant_id = $1', [
    tenant.id,
  ]);
  return row?.id ?? '';
};

describe('the documentation', () => {
  it('says who may do what as the guards have it (`npm run generate:docs` writes it anew)', async () => {
    const roles = staffAccess(app.app);
    expect(roles.split('\n').length).toBeGreaterThan(15);
    expect(await withParts('docs/roles.md', { roles })).toBe(await readFile('docs/roles.md', 'utf8'));
  });

  it('has an example of a tenant file that is taken, and that changes nothing the second time', async () => {
    expect(tenant.slug).toBe('heart');
    await app.app.get(TenantSetupService).apply(society);
    expect(await app.inspect('select revision from workflows where tenant_id = $1', [tenant.id])).toEqual([
      { revision: 1 },
    ]);
  });

  it('has examples of files that are imported', async () => {
    const context = systemContext(tenant, 'test');
    const [creditType] = Object(society)['creditTypes'];
    const [activity] = Object(society)['activities'];
    await app.app.get(TenantSetupService).apply({
      ...society,
      creditTypes: [
        creditType,
        { ...creditType, key: 'ancc', name: 'ANCC contact hours', shortName: 'ANCC' },
      ],
      activities: [{ ...activity, courses: [{ code: 'ECG', title: 'ECG', learningFormat: 'course' }] }],
    });
    const [meeting = '', topics = '', people = ''] = await examplesOf('docs/imports.md', 'csv');
    const outcomes = [];
    for (const [importer, text] of [
      [app.app.get(ProgrammeImportService), meeting],
      [app.app.get(ProgrammeImportService), topics],
      [app.app.get(RegistrantImportService), people],
    ] as const) {
      const options = { fileName: 'example.csv' };
      const { faults, counts } = await importer.preview(
        context,
        await activityId(),
        Readable.from([text]),
        options,
      );
      outcomes.push({ faults, new: counts.new });
    }
    expect(outcomes).toEqual([
      { faults: [], new: 3 },
      { faults: [], new: 2 },
      { faults: [], new: 2 },
    ]);
  });

  it('has calls of staff that simulate and save a workflow with a new plugin, and says what they need', async () => {
    const page = await readFile('docs/writing-a-plugin.md', 'utf8');
    const [example = ''] = await examplesOf('docs/writing-a-plugin.md', 'json');
    const body: { revision: number; steps: object[] } = JSON.parse(example);
    const person = { email: 'office@heart.example', displayName: 'Office', password: 'a long password' };
    await app.app.get(StaffService).create(systemContext(tenant, 'test'), { ...person, role: 'owner' });
    const staff = app.client('heart');
    await staff.signInStaff(person.email, person.password);
    const { activities } = Object((await staff.get('/api/tenant')).body);
    const path = `/api/staff/activities/${activities[0].id}/workflow`;
    // As it is read, what is in force can be sent back once it is reduced to what the page says.
    const { revision, steps } = Object((await staff.get(path)).body);
    const stored = steps.map(({ plugin, isEnabled, config }: Record<string, unknown>) => ({
      plugin,
      isEnabled,
      config,
    }));
    expect(page).toContain("jq '{revision, steps: [.steps[] | {plugin, isEnabled, config}]}'");
    expect((await staff.put(path, { revision, steps: stored })).status).toBe(200);
    expect((await staff.post(`${path}/simulations`, { steps: body.steps })).status).toBe(200);
    expect((await staff.post(`${path}/simulations`, body)).status).toBe(400);
    expect((await staff.put(path, { ...body, revision: Number(revision) + 1 })).body).toMatchObject({
      code: 'workflow.changed',
    });
    const missing = [...body.steps, { plugin: 'not-installed', isEnabled: true, config: {} }];
    const refused = await staff.post(`${path}/simulations`, { steps: missing });
    expect([refused.status, refused.body]).toMatchObject([422, { code: 'workflow.invalid' }]);
    expect((await staff.put(path, { ...body, revision })).status).toBe(200);
    expect(Object((await staff.get(path)).body).steps).toMatchObject(body.steps);
  });
});
