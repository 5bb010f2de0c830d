import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withParts } from '../../../tools/generators/generated-parts.js';
import { staffAccess } from '../../../tools/generators/staff-access.js';
import { ProgrammeImportService } from '../src/catalogue/imports/programme-import.service.js';
import { RegistrantImportService } from '../src/catalogue/imports/registrant-import.service.js';
import { TenantSetupService } from '../src/operator/tenant-setup.service.js';
import { systemContext, type TenantIdentity } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';

let app: TestApp;
let tenant: TenantIdentity;
let society: Record<string, unknown>;
beforeAll(async () => {
  app = await startTestApp();
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
});
