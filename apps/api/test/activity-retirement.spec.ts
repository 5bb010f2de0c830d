import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StaffService } from '../src/identity/staff.service.js';
import type { StaffRole } from '../src/identity/staff-roles.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { claimSomething } from './claim-something.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;
const staff: Record<string, TestClient> = {};

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  const signIn = async ({ tenant }: Society, role: StaffRole) => {
    const email = `${role}@${tenant.slug}.example`;
    const person = { email, displayName: role, role, password: 'a long password' };
    await app.app.get(StaffService).create(systemContext(tenant, 'test'), person);
    const client = app.client(tenant.slug);
    await client.signInStaff(email, 'a long password');
    staff[`${tenant.slug} ${role}`] = client;
  };
  await signIn(alpha, 'admin');
  await signIn(alpha, 'editor');
  await signIn(beta, 'admin');
}, 60_000);
afterAll(() => app.stop());

const call = (verb: 'retire' | 'restore', who = 'alpha admin', body: object = {}) =>
  staff[who]?.post(`/api/staff/activities/${alpha.activityId}/${verb}`, body);
const listed = async (slug: string) =>
  Object((await app.client(slug).get('/api/tenant')).body).activities.length;
const signsIn = async (slug: string) => {
  const answer = await app.client(slug).post('/api/session', { badge: '100001', lastName: 'Okafor' });
  return answer.status;
};

describe('an activity that is retired', () => {
  it('is not shown to learners, signs out who is there, and lets nobody in until it is restored', async () => {
    const before = await signsIn('alpha');
    expect(before).toBeLessThan(300);
    const learner = app.client('alpha');
    await learner.signIn('100001', 'Okafor');
    expect((await call('retire'))?.body).toEqual({ id: alpha.activityId, retiredAt: expect.any(String) });
    expect(await listed('alpha')).toBe(0);
    expect(await signsIn('alpha')).toBe(401);
    expect((await learner.get(`/api/activities/${alpha.activityId}/cart`)).status).toBe(401);
    // Another society's activity of the same code is there as before.
    expect([await listed('beta'), await signsIn('beta')]).toEqual([1, before]);
    expect((await call('restore'))?.body).toEqual({ id: alpha.activityId, retiredAt: null });
    expect([await listed('alpha'), await signsIn('alpha')]).toEqual([1, before]);
    const events = await app.inspect(
      `select action from audit_events where subject_id = $1 order by created_at`,
      [alpha.activityId],
    );
    expect(events).toEqual([{ action: 'activity.retired' }, { action: 'activity.restored' }]);
  });

  it('has no claims, unless that is accepted', async () => {
    await claimSomething(app.tenants, alpha);
    expect((await call('retire'))?.body).toMatchObject({
      status: 409,
      code: 'activity.has_claims',
      detail: expect.stringContaining('send `acceptsClaims`'),
    });
    expect(await listed('alpha')).toBe(1);
    expect((await call('retire', 'alpha admin', { acceptsClaims: true }))?.status).toBe(200);
    expect(await listed('alpha')).toBe(0);
    expect((await call('restore'))?.status).toBe(200);
  });

  it('is for owners and admins of that society alone', async () => {
    for (const verb of ['retire', 'restore'] as const) {
      expect((await call(verb, 'alpha editor'))?.status).toBe(403);
      expect((await call(verb, 'beta admin'))?.status).toBe(404);
    }
    expect(await listed('alpha')).toBe(1);
  });
});
