import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, TestClock, startTestApp } from './testing-app.js';
import type { Society } from './testing-society.js';

const clock = new TestClock();
let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp({ clock, settings: { LAUREL_TRUST_PROXY: 'loopback' } });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
}, 60_000);
afterAll(() => app.stop());

/** A network address of its own, so that one test's tries do not count against another's. */
const signedIn = async (slug = 'alpha', badge = '100001', lastName = 'Okafor') => {
  const client = app.client(slug);
  expect((await client.signIn(badge, lastName)).status).toBe(201);
  return client;
};

describe('signing in with badge and last name', () => {
  it('answers with who it is, in this society', async () => {
    const client = app.client('alpha');
    const { status, body, headers } = await client.signIn('100001', 'Okafor');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      learner: { id: alpha.learners['100001']?.learnerId, displayName: 'Chidi Okafor', credentials: 'MD' },
      registration: { badge: '100001', tier: 'Premier' },
      activity: { id: alpha.activityId, code: 'MTG26', timeZone: 'America/New_York' },
    });
    const [cookie = ''] = headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^laurel_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const again = await client.get('/api/session');
    expect(again.body).toEqual(body);
  });

  it('finds the learner of the society whose host was asked, though badge and name are the same', async () => {
    const client = await signedIn('beta');
    const { body } = await client.get('/api/session');
    expect(body).toMatchObject({ learner: { id: beta.learners['100001']?.learnerId } });
  });

  it.each([
    ['100003', 'nguyen'],
    ['100004', 'castellanos ortiz'],
    ['100004', 'CASTELLANOSORTIZ'],
    ['100005', '山田'],
    [' １００００１ ', 'Dr. Okafor, MD'],
  ])('accepts badge %s with %s', async (badge, lastName) => {
    expect((await app.client('alpha').signIn(badge, lastName)).status).toBe(201);
  });

  it('says the same of a wrong badge, a wrong name and another activity', async () => {
    const tries = [
      ['999999', 'Okafor'],
      ['100001', 'Lindqvist'],
      ['100001', 'Okafor', beta.activityId],
    ] as const;
    const answers = await Promise.all(
      tries.map(([badge, lastName, activityId]) => app.client('alpha').signIn(badge, lastName, activityId)),
    );
    const said = answers.map(({ status, body }) => ({ status, body: { ...Object(body), requestId: '' } }));
    expect(said[0]).toMatchObject({ status: 401, body: { code: 'sign_in.failed' } });
    expect(said[1]).toEqual(said[0]);
    expect(said[2]).toEqual(said[0]);
    expect(answers.every(({ headers }) => headers['set-cookie'] === undefined)).toBe(true);
  });

  it('lists every fault of a malformed request', async () => {
    const { status, body } = await app.client('alpha').post('/api/session', { badge: 7, lastname: 'Okafor' });
    expect(status).toBe(400);
    const faults: { field: string }[] = Object(body).faults;
    expect(new Set(faults.map(({ field }) => field))).toEqual(new Set(['badge', 'lastName', 'lastname']));
  });

  it('refuses a page of another site', async () => {
    const client = app.client('alpha');
    const elsewhere = await client.post(
      '/api/session',
      { badge: '100001', lastName: 'Okafor' },
      { headers: { origin: 'https://evil.example' } },
    );
    expect(elsewhere).toMatchObject({ status: 403, body: { code: 'request.csrf' } });
    const own = await client.post(
      '/api/session',
      { badge: '100001', lastName: 'Okafor' },
      { headers: { origin: `http://alpha.localhost:${app.port}` } },
    );
    expect(own.status).toBe(201);
  });

  it('marks the cookie for https and for this host alone away from localhost', async () => {
    await app.createTenant('gamma', { hosts: ['credit.gamma.example'] });
    const { status, headers } = await app.client('credit.gamma.example').signIn('100001', 'Okafor');
    expect(status).toBe(201);
    expect(headers['set-cookie']?.[0]).toMatch(/^__Host-laurel_session=.*; HttpOnly; Secure; SameSite=Lax$/);
    expect(headers['strict-transport-security']).toMatch(/max-age/);
  });
});

describe('a session', () => {
  it('is stored as a hash only', async () => {
    const client = await signedIn();
    const token = client.cookies.get('laurel_session') ?? '';
    const rows = await app.inspect<{ found: string }>(
      `select s::text as found from sign_ins s where s::text like '%' || $1 || '%'`,
      [token],
    );
    expect(token).toHaveLength(43);
    expect(rows).toEqual([]);
  });

  it('of one society is nothing in another', async () => {
    const client = await signedIn('alpha');
    const other = app.client('beta');
    for (const [name, value] of client.cookies) other.cookies.set(name, value);
    expect(await other.get('/api/session')).toMatchObject({
      status: 401,
      body: { code: 'sign_in.required' },
    });
  });

  it('changes nothing without its CSRF token', async () => {
    const client = await signedIn();
    const token = client.csrfToken;
    client.csrfToken = undefined;
    const without = await client.patch('/api/profile', { credentials: 'X' });
    client.csrfToken = (await signedIn('alpha', '100002', 'Lindqvist')).csrfToken;
    const withAnothers = await client.patch('/api/profile', { credentials: 'X' });
    expect([without.status, withAnothers.status]).toEqual([403, 403]);
    client.csrfToken = token;
    expect((await client.get('/api/session')).body).toMatchObject({ learner: { credentials: 'MD' } });
  });

  it('changes name and credentials of this learner only', async () => {
    const client = await signedIn('alpha', '100002', 'Lindqvist');
    const changed = await client.patch('/api/profile', {
      displayName: ' Elsa  B.\u00a0Lindqvist ',
      credentials: 'DO, FACS',
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { learner: { displayName: 'Elsa B. Lindqvist', credentials: 'DO, FACS' } },
    });
    const rows = await app.inspect<{ tenant_id: string; id: string }>(
      `select tenant_id, id from learners where credentials = 'DO, FACS'`,
    );
    expect(rows).toEqual([{ tenant_id: alpha.tenant.id, id: alpha.learners['100002']?.learnerId }]);
    const refused = await client.patch('/api/profile', { displayName: 'A\nB', tier: 'Premier' });
    expect(refused).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  it('ends when it is signed out, at once', async () => {
    const client = await signedIn();
    const copy = app.client('alpha');
    for (const [name, value] of client.cookies) copy.cookies.set(name, value);
    expect((await copy.get('/api/session')).status).toBe(200);
    expect((await client.delete('/api/session')).status).toBe(204);
    expect(client.cookies.size).toBe(0);
    expect((await copy.get('/api/session')).status).toBe(401);
  });

  it('ends everywhere when asked to, and for this learner only', async () => {
    const [phone, laptop, colleague, namesake] = await Promise.all([
      signedIn(),
      signedIn(),
      signedIn('alpha', '100003', 'Nguyen'),
      signedIn('beta'),
    ]);
    expect((await phone.delete('/api/sessions')).status).toBe(204);
    const statuses = await Promise.all(
      [phone, laptop, colleague, namesake].map(async (client) => (await client.get('/api/session')).status),
    );
    expect(statuses).toEqual([401, 401, 200, 200]);
  });

  it('ends after half a day without use, and lives on with use', async () => {
    const [used, unused] = await Promise.all([signedIn(), signedIn()]);
    clock.advance({ hours: 8 });
    expect((await used.get('/api/session')).status).toBe(200);
    clock.advance({ hours: 8 });
    expect((await used.get('/api/session')).status).toBe(200);
    expect((await unused.get('/api/session')).status).toBe(401);
  });

  it('ends after a week, however much it is used', async () => {
    const client = await signedIn();
    for (let hours = 0; hours < 160; hours += 8) {
      clock.advance({ hours: 8 });
      expect((await client.get('/api/session')).status).toBe(200);
    }
    clock.advance({ hours: 8 });
    expect((await client.get('/api/session')).status).toBe(401);
  });
});

/** What a try for one badge is answered, by where it comes from. */
const from = async (address: string, lastName: string): Promise<number> => {
  const headers = { 'x-forwarded-for': address };
  return (await app.client('alpha').post('/api/session', { badge: '100004', lastName }, { headers })).status;
};

describe('throttling', () => {
  it('stops tries at one badge, counts across processes, and leaves other badges alone', async () => {
    const second = await startTestApp({ clock, database: app.database });
    try {
      const tries = await Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          (index % 2 === 0 ? app : second).client('alpha').signIn('100004', `Guess${index}`),
        ),
      );
      const statuses = tries.map(({ status }) => status).sort();
      expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(20).fill(429)]);
      const right = await second.client('alpha').signIn('100004', 'Castellanos-Ortiz');
      expect(right).toMatchObject({ status: 429, body: { code: 'sign_in.throttled' } });
      expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
      expect(Number(right.headers['retry-after'])).toBeLessThanOrEqual(900);
      expect((await app.client('alpha').signIn('100001', 'Okafor')).status).toBe(201);
      expect((await app.client('beta').signIn('100004', 'Castellanos-Ortiz')).status).toBe(201);
      clock.advance({ minutes: 16 });
      expect((await app.client('alpha').signIn('100004', 'Castellanos-Ortiz')).status).toBe(201);
    } finally {
      await second.stop();
    }
  }, 30_000);

  it('does not keep a learner out for what somebody elsewhere tried, until it is very much', async () => {
    clock.advance({ minutes: 16 });
    for (let n = 0; n < 10; n++) expect(await from('203.0.113.1', `Guess${n}`)).toBe(401);
    // However often: what is refused is not counted against the badge.
    for (let n = 0; n < 110; n++) expect(await from('203.0.113.1', 'Castellanos-Ortiz')).toBe(429);
    expect(await from('198.51.100.7', 'Castellanos-Ortiz')).toBe(201);
    // Counted so far are the ten; whoever signs in gets their one back.
    for (let n = 0; n < 90; n++) expect(await from(`10.0.${Math.floor(n / 9)}.1`, `Guess${n}`)).toBe(401);
    // Beyond the bound a network has one try, which is compared: its owner comes in, whoever else is told to wait.
    expect(await from('198.51.100.7', 'Castellanos-Ortiz')).toBe(201);
    expect(await from('198.51.100.8', 'Guess')).toBe(429);
    expect(await from('198.51.100.8', 'Castellanos-Ortiz')).toBe(429);
    expect(await from('10.0.0.1', 'Castellanos-Ortiz')).toBe(429);
    // What is refused unseen takes nobody's place, however often; what is compared ends at two hundred.
    const tries = Array.from({ length: 150 }, (_, n) => from(`10.0.${n % 10}.1`, 'Castellanos-Ortiz'));
    expect(new Set(await Promise.all(tries))).toEqual(new Set([429]));
    expect(await from('198.51.100.7', 'Castellanos-Ortiz')).toBe(201);
    for (let n = 0; n < 99; n++) expect(await from(`10.1.${n}.1`, `Guess${n}`)).toBe(429);
    expect(await from('198.51.100.7', 'Castellanos-Ortiz')).toBe(429);
    clock.advance({ minutes: 16 });
    expect(await from('203.0.113.1', 'Castellanos-Ortiz')).toBe(201);
  }, 60_000);

  it('counts an IPv6 network as one, as far as a customer holds it', async () => {
    clock.advance({ minutes: 16 });
    for (let n = 0; n < 10; n++) expect(await from(`2001:db8:5:a0${n}::1`, `Guess${n}`)).toBe(401);
    expect(await from('2001:db8:5:aff::1', 'Castellanos-Ortiz')).toBe(429);
    expect(await from('2001:db8:5:b00::1', 'Castellanos-Ortiz')).toBe(201);
  }, 60_000);

  it('stops an address that tries badge after badge', async () => {
    clock.advance({ minutes: 16 });
    let failures = 0;
    let last = 401;
    while (last === 401 && failures < 400) {
      ({ status: last } = await app.client('beta').signIn(`7${failures}`, 'Nobody'));
      failures++;
    }
    expect({ last, failures }).toEqual({ last: 429, failures: 301 });
    clock.advance({ minutes: 16 });
    expect((await app.client('beta').signIn('100001', 'Okafor')).status).toBe(201);
  }, 30_000);

  it('lets those who are right in, when somebody in the network of their congress is not', async () => {
    clock.advance({ minutes: 16 });
    const tryIn = (badge: string, lastName: string) =>
      app
        .client('alpha')
        .post('/api/session', { badge, lastName }, { headers: { 'x-forwarded-for': '203.0.113.77' } });
    for (let n = 0; n < 301; n++) await tryIn(`8${n}`, 'Nobody');
    const right = await tryIn('100001', 'Okafor');
    expect(right.status).toBe(201);
    // Who is wrong learns nothing: not that the badge is known, nor that anything was compared.
    const [unknown, known] = [await tryIn('8999', 'Nobody'), await tryIn('100002', 'Nobody')];
    for (const wrong of [unknown, known]) {
      expect(wrong).toMatchObject({ status: 429, body: { code: 'sign_in.throttled' } });
      expect(Number(wrong.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(Object(known.body).title).toBe(Object(unknown.body).title);
    // A badge's own bound holds as ever.
    for (let n = 0; n < 9; n++) await tryIn('100002', 'Nobody');
    expect((await tryIn('100002', 'Lindqvist')).status).toBe(429);
    // What succeeds is not counted, and guessing ends: a thousand tries in a window, and nothing is compared.
    const counted = () =>
      app.inspect<{ failures: number }>(
        'select failures from sign_in_throttles order by failures desc limit 1',
      );
    const [before] = await counted();
    expect((await tryIn('100005', '山田')).status).toBe(201);
    expect(await counted()).toEqual([before]);
    await app.inspect('update sign_in_throttles set failures = 999 where failures > 300');
    expect((await tryIn('100005', '山田')).status).toBe(201);
    expect((await tryIn('8998', 'Nobody')).status).toBe(429);
    expect((await tryIn('100005', '山田')).status).toBe(429);
    clock.advance({ minutes: 16 });
    expect((await tryIn('100005', '山田')).status).toBe(201);
  }, 60_000);
});
