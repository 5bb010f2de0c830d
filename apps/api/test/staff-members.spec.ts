import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '../src/audit/audit.service.js';
import { StaffService } from '../src/identity/staff.service.js';
import type { StaffRole } from '../src/identity/staff-roles.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { Society } from './testing-society.js';

const PASSWORD = 'a long password';
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
const staff = () => app.app.get(StaffService);
const create = (society: Society, email: string, role: StaffRole = 'admin', password?: string) =>
  staff().create(context(society), { email, displayName: `Person ${email}`, role, password });
const listed = async (society: Society) =>
  (await staff().list(context(society))).map(({ email, role }) => `${role} ${email}`);
const signIn = async (slug: string, email: string, password = PASSWORD) => {
  const client = app.client(slug);
  return { client, status: (await client.signInStaff(email, password)).status };
};
const everyAudit = (society: Society) =>
  app.inspect(`select action from audit_events where tenant_id = $1 order by id`, [society.tenant.id]);

describe('the staff of a society', () => {
  it('are listed by role, each society its own', async () => {
    await create(alpha, 'Support@alpha.example', 'support', PASSWORD);
    await create(alpha, 'owner@alpha.example', 'owner', PASSWORD);
    await create(beta, 'owner@beta.example', 'owner', PASSWORD);
    expect(await listed(alpha)).toEqual(['owner owner@alpha.example', 'support support@alpha.example']);
    expect(await listed(beta)).toEqual(['owner owner@beta.example']);
  });

  it('keep their password when they are created again, here or in another society', async () => {
    await create(alpha, 'both@society.example', 'viewer', PASSWORD);
    const here = await signIn('alpha', 'both@society.example');
    const other = create(beta, 'both@society.example', 'admin', 'another long password');
    await expect(other).rejects.toMatchObject({ code: 'staff.has_account' });
    expect(await listed(beta)).toEqual(['owner owner@beta.example']);
    expect(await create(beta, 'both@society.example', 'admin')).toMatchObject({
      outcome: 'created',
      madePassword: null,
    });
    expect(await create(alpha, 'both@society.example', 'viewer', PASSWORD)).toMatchObject({
      outcome: 'unchanged',
    });
    expect(await create(alpha, 'both@society.example', 'editor')).toMatchObject({ outcome: 'changed' });
    expect((await here.client.get('/api/staff/session')).body).toMatchObject({ role: 'editor' });
    expect((await signIn('beta', 'both@society.example')).status).toBe(201);
  });

  it('get a password that is made up when they are new and none is given', async () => {
    const { madePassword } = await create(alpha, 'new@alpha.example', 'viewer');
    expect(madePassword).toMatch(/^.{16}$/);
    expect((await signIn('alpha', 'new@alpha.example', madePassword ?? '')).status).toBe(201);
  });

  it('are removed at once, in this society alone, and stay named in what they did', async () => {
    const here = await signIn('alpha', 'both@society.example');
    const there = await signIn('beta', 'both@society.example');
    const { staffMemberId } = await create(alpha, 'both@society.example', 'editor');
    const actor = { ...Object(context(alpha)), actor: { kind: 'staff', staffMemberId } };
    await app.tenants.transaction(context(alpha), (manager) =>
      app.app.get(AuditService).record(manager, actor, { action: 'test.done', subjectId: alpha.activityId }),
    );
    await staff().remove(context(alpha), 'BOTH@society.example');
    expect((await here.client.get('/api/staff/session')).status).toBe(401);
    expect((await there.client.get('/api/staff/session')).status).toBe(200);
    expect((await signIn('alpha', 'both@society.example')).status).toBe(401);
    expect((await signIn('beta', 'both@society.example')).status).toBe(201);
    expect(await listed(alpha)).not.toContain('editor both@society.example');
    const past = await app.tenants.transaction(context(alpha), (manager) =>
      app.app.get(AuditService).history(manager, context(alpha), alpha.activityId),
    );
    expect(past).toMatchObject([{ action: 'test.done', staffName: 'Person both@society.example' }]);
    expect(await everyAudit(alpha)).toContainEqual({ action: 'staff.removed' });
    for (const unknown of ['both@society.example', 'nobody@society.example', 'owner@beta.example']) {
      await expect(staff().remove(context(alpha), unknown)).rejects.toMatchObject({ code: 'staff.unknown' });
    }
    expect(await create(alpha, 'both@society.example', 'viewer')).toMatchObject({
      outcome: 'created',
      staffMemberId,
    });
  });

  it('always have an owner, also when two owners remove each other at once', async () => {
    const isLast = { code: 'staff.last_owner' };
    await expect(staff().remove(context(alpha), 'owner@alpha.example')).rejects.toMatchObject(isLast);
    await expect(create(alpha, 'owner@alpha.example', 'viewer')).rejects.toMatchObject(isLast);
    for (let round = 0; round < 5; round++) {
      await create(alpha, 'second@alpha.example', 'owner', PASSWORD);
      await create(alpha, 'owner@alpha.example', 'owner');
      const outcomes = await Promise.allSettled([
        staff().remove(context(alpha), 'owner@alpha.example'),
        round % 2 === 0
          ? staff().remove(context(alpha), 'second@alpha.example')
          : create(alpha, 'second@alpha.example', 'admin'),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await listed(alpha)).filter((line) => line.startsWith('owner '))).toHaveLength(1);
    }
  });
});
