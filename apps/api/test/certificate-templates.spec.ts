import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CertificateTemplatesService } from '../src/certificates/certificate-templates.service.js';
import { DomainError } from '../src/problem/domain-error.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
}, 60_000);
afterAll(() => app.stop());

describe('certificate templates', () => {
  const save = (source: string, key = 'own') =>
    app.app
      .get(CertificateTemplatesService)
      .save(systemContext(alpha.tenant, 'test'), { key, title: 'Own', source });

  it.each([
    ['a prototype', '<p>{{constructor}}</p>'],
    ['a script', '<script>fetch("/")</script>'],
    ['a remote image', '<img src="https://evil.example/x.png">'],
    ['a file', '<img src="file:///etc/passwd">'],
    ['raw output', '<p>{{{learner.name}}}</p>'],
  ])('refuse %s', async (_what, source) => {
    await expect(save(source)).rejects.toThrow(DomainError);
    expect(await app.inspect(`select 1 from certificate_templates where key = 'own'`)).toEqual([]);
  });

  it('keep every revision, and one only while nothing changes', async () => {
    expect(await save('<p>{{learner.name}}</p>', 'kept')).toBe(1);
    expect(await save('<p>{{learner.name}}</p>', 'kept')).toBe(1);
    expect(await save('<h1>{{learner.name}}</h1>', 'kept')).toBe(2);
    expect(
      await app.inspect(`select revision from certificate_templates where key = 'kept' order by 1`),
    ).toEqual([{ revision: 1 }, { revision: 2 }]);
  });

  it('are each society’s own', async () => {
    const templates = app.app.get(CertificateTemplatesService);
    const template = { key: 'shared-key', title: 'Classic', design: 'classic' };
    expect(await templates.save(systemContext(alpha.tenant, 'test'), template)).toBe(1);
    expect(await templates.save(systemContext(beta.tenant, 'test'), template)).toBe(1);
    const rows = await app.inspect(`select tenant_id from certificate_templates where key = 'shared-key'`);
    expect(new Set(rows.map((row) => row['tenant_id']))).toEqual(new Set([alpha.tenant.id, beta.tenant.id]));
  });

  it('are one of the shipped designs or a source of one’s own, not both and not neither', async () => {
    const templates = app.app.get(CertificateTemplatesService);
    const context = systemContext(alpha.tenant, 'test');
    const own = { key: 'both', title: 'Both' };
    for (const template of [
      own,
      { ...own, design: 'classic', source: '<p></p>' },
      { ...own, design: 'baroque' },
    ]) {
      await expect(templates.save(context, template)).rejects.toMatchObject({ code: 'request.invalid' });
    }
  });
});
