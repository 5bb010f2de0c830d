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
    for (const email of [EMAIL, 'other@alpha.example']) await setPassword(society, OLD, email);
  }
}, 60_000);
afterAll(() => app.stop());

const setPassword = ({ tenant }: Society, password: string, email = EMAIL) =>
  app.app
    .get(StaffService)
    .create(systemContext(tenant, 'test'), { email, displayName: 'Office', role: 'admin', password });
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
    await setPassword(alpha, OLD);
    expect(await statusesOf(clients)).toEqual([200, 200, 200]);
    await setPassword(alpha, 'another long password');
    expect(await statusesOf(clients)).toEqual([401, 401, 200]);
  });
});
