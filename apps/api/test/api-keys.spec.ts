import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiKeysService } from '../src/identity/api-keys.service.js';
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

const context = ({ tenant }: Society) => systemContext(tenant, 'test');
const keys = () => app.app.get(ApiKeysService);
const SCOPES = ['collect:app-flags'];

describe('keys of outside systems', () => {
  it('are listed without the keys, each society its own, and end at once', async () => {
    const first = await keys().create(context(alpha), { name: 'App', scopes: SCOPES });
    const second = await keys().create(context(alpha), { name: 'Members', scopes: SCOPES });
    const others = await keys().create(context(beta), { name: 'Other', scopes: SCOPES });
    expect(await keys().list(context(alpha))).toMatchObject([
      { id: second.id, name: 'Members', revokedAt: null },
      { id: first.id, name: 'App', scopes: SCOPES, revokedAt: null },
    ]);
    expect(JSON.stringify(await keys().list(context(alpha)))).not.toContain(first.key);

    await keys().revoke(context(alpha), first.id);
    await keys().revoke(context(alpha), first.id);
    expect(await keys().find(context(alpha), first.key)).toBeNull();
    expect(await keys().find(context(alpha), second.key)).toMatchObject({ apiKeyId: second.id });
    await expect(keys().revoke(context(alpha), others.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await keys().find(context(beta), others.key)).toMatchObject({ apiKeyId: others.id });
    const audit = await app.inspect(
      `select action, subject_id as id from audit_events where tenant_id = $1 order by created_at, id`,
      [alpha.tenant.id],
    );
    expect(audit).toEqual([
      { action: 'api_key.created', id: first.id },
      { action: 'api_key.created', id: second.id },
      { action: 'api_key.revoked', id: first.id },
    ]);
  });
});
