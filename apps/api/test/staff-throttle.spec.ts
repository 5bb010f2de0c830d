import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccountThrottleService } from '../src/identity/account-throttle.service.js';
import { StaffService } from '../src/identity/staff.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { TenantDirectory } from '../src/tenancy/tenant-directory.js';
import { type TestApp, TestClock, startTestApp } from './testing-app.js';

const EMAIL = 'office@alpha.example';
const PASSWORD = 'a long password';
let app: TestApp;
const clock = new TestClock();

beforeAll(async () => {
  app = await startTestApp({ clock, settings: { LAUREL_TRUST_PROXY: 'loopback' } });
  for (const slug of ['alpha', 'beta']) {
    const { tenant } = await app.createTenant(slug);
    for (const email of [EMAIL, 'other@alpha.example']) {
      await app.app.get(StaffService).create(systemContext(tenant, 'test'), {
        email,
        displayName: 'Office',
        role: 'admin',
        password: PASSWORD,
      });
    }
  }
}, 60_000);
afterAll(() => app.stop());
beforeEach(() => clock.advance({ minutes: 16 }));

const signIn = async (slug: string, email: string, password: string, address = '203.0.113.1') =>
  app
    .client(slug)
    .post('/api/staff/session', { email, password }, { headers: { 'x-forwarded-for': address } });
const statuses = async (tries: Promise<{ status: number }>[]) =>
  Object.fromEntries(
    [...Map.groupBy(await Promise.all(tries), ({ status }) => status)].map(([status, { length }]) => [
      status,
      length,
    ]),
  );

describe('guessing the password of staff', () => {
  it('is counted for all societies together, and not against another account or network', async () => {
    const guesses = Array.from({ length: 16 }, (_, n) =>
      signIn(n % 2 === 0 ? 'alpha' : 'beta', EMAIL, `guess ${n}`),
    );
    expect(await statuses(guesses)).toEqual({ 401: 10, 429: 6 });
    const right = await signIn('beta', EMAIL, PASSWORD);
    expect(right).toMatchObject({ status: 429, body: { code: 'sign_in.throttled' } });
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(right.headers['retry-after'])).toBeLessThanOrEqual(900);
    expect((await signIn('beta', EMAIL, PASSWORD, '198.51.100.7')).status).toBe(201);
    expect((await signIn('beta', 'other@alpha.example', PASSWORD)).status).toBe(201);
    clock.advance({ minutes: 16 });
    expect((await signIn('beta', EMAIL, PASSWORD)).status).toBe(201);
  }, 60_000);

  it('does not keep out whoever is given a new one', async () => {
    const newEmail = 'forgetful@alpha.example';
    const tenants = await app.app.get(TenantDirectory).allEver();
    const alpha = tenants.find(({ slug }) => slug === 'alpha');
    if (alpha === undefined) throw new Error('There is no such society');
    const context = systemContext(alpha, 'test');
    const staff = app.app.get(StaffService);
    await staff.create(context, { email: newEmail, displayName: 'F', role: 'admin', password: PASSWORD });
    for (let n = 0; n < 10; n++) expect((await signIn('alpha', newEmail, 'guess')).status).toBe(401);
    expect((await signIn('alpha', newEmail, PASSWORD)).status).toBe(429);
    await staff.setPassword(context, newEmail, 'another long password');
    expect((await signIn('alpha', newEmail, PASSWORD)).status).toBe(401);
    expect((await signIn('alpha', newEmail, 'another long password')).status).toBe(201);
  }, 60_000);

  it('from many networks is stopped as well', async () => {
    const guesses = [];
    for (let network = 0; network < 7; network++) {
      for (let n = 0; n < 8; n++)
        guesses.push(signIn(n % 2 === 0 ? 'alpha' : 'beta', EMAIL, 'guess', `10.0.${network}.1`));
    }
    expect(await statuses(guesses)).toEqual({ 401: 50, 429: 6 });
  }, 60_000);

  it('of ever other accounts is stopped for the network, an IPv6 one counted whole', async () => {
    const guesses = Array.from({ length: 104 }, (_, n) =>
      signIn(n % 2 === 0 ? 'alpha' : 'beta', `person${n}@alpha.example`, 'guess', `2001:db8::${n}`),
    );
    expect(await statuses(guesses)).toEqual({ 401: 100, 429: 4 });
  }, 60_000);

  it('leaves no traces of mail addresses, and hardly a row when their time is over', async () => {
    const rows = await app.inspect<{ key: string }>(`select key from account_throttles`);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.every(({ key }) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
    for (let n = 0; n < 30; n++) await signIn('alpha', EMAIL, PASSWORD);
    const left = await app.inspect<{ key: string }>(`select key from account_throttles`);
    expect(left.length).toBeLessThanOrEqual(3);
  }, 60_000);
});

describe('the counts of one account', () => {
  it('hold when sign-ins that succeed and tries come at once, and none waits for another in a circle', async () => {
    const throttle = app.app.get(AccountThrottleService);
    const attempt = { email: 'busy@alpha.example', address: '192.0.2.9' };
    const failures = async () =>
      (
        await app.inspect<{ failures: number }>(
          `select failures from account_throttles order by failures desc limit 2`,
        )
      ).map((row) => row.failures);
    await app.inspect(`delete from account_throttles`);
    for (let n = 0; n < 15; n++) await throttle.count(attempt);
    expect(await failures()).toEqual([15, 15]);
    for (let round = 0; round < 10; round++) {
      const both = Array.from({ length: 20 }, (_, n) =>
        n % 2 === 0 ? throttle.forgive(attempt) : throttle.count(attempt),
      );
      await Promise.all(both);
    }
    // As many of each, from any number that ten cannot bring to nothing.
    expect(await failures()).toEqual([15, 15]);
  }, 60_000);
});
