import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StaffService } from '../src/identity/staff.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

const EMAIL = 'office@alpha.example';
const OLD = 'a long password';
let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  for (const society of [alpha, beta]) {
    for (const email of [EMAIL, 'other@alpha.example']) await create(society, email);
  }
}, 60_000);
afterAll(() => app.stop());

const create = ({ tenant }: Society, email: string) =>
  app.app
    .get(StaffService)
    .create(systemContext(tenant, 'test'), { email, displayName: 'Office', role: 'admin', password: OLD });
const setPassword = ({ tenant }: Society, password: string, email = EMAIL) =>
  app.app.get(StaffService).setPassword(systemContext(tenant, 'test'), email, password);
const signIn = async (slug: string, email: string): Promise<TestClient> => {
  const client = app.client(slug);
  expect((await client.signInStaff(email, OLD)).status).toBe(201);
  return client;
};
const statusesOf = (clients: readonly TestClient[]) =>
  Promise.all(clients.map(async (client) => (await client.get('/api/staff/session')).status));

describe('a new password of staff', () => {
  it('signs out everybody who came in with the old one, in every society', async () => {
    const clients = [
      await signIn('alpha', EMAIL),
      await signIn('beta', EMAIL),
      await signIn('alpha', 'other@alpha.example'),
    ];
    await create(alpha, EMAIL);
    expect(await statusesOf(clients)).toEqual([200, 200, 200]);
    await setPassword(alpha, 'another long password');
    expect(await statusesOf(clients)).toEqual([401, 401, 200]);
    expect((await app.client('beta').signInStaff(EMAIL, 'another long password')).status).toBe(201);
    expect(
      await app.inspect(`select tenant_id from audit_events where action = 'staff.password_set'`),
    ).toEqual([{ tenant_id: alpha.tenant.id }]);
  });

  it('is set for people of the society alone', async () => {
    const only = 'only@beta.example';
    await create(beta, only);
    await expect(setPassword(alpha, 'another long password', only)).rejects.toMatchObject({
      code: 'staff.unknown',
    });
    expect((await app.client('beta').signInStaff(only, OLD)).status).toBe(201);
  });
});
