import { createHook } from 'node:async_hooks';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LearnerLogins } from '../src/identity/passwords/learner-logins.service.js';
import { hashOf } from '../src/identity/secrets.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { TestClock, type TestApp, startTestApp } from './testing-app.js';
import type { TestClient } from './testing-client.js';
import { offerWays } from './testing-provider.js';
import type { Society } from './testing-society.js';

const PASSWORD = 'violet otter climbs';
const clock = new TestClock();
let app: TestApp;
let alpha: Society;
let beta: Society;

/** Each browser at a network of its own, so that one test's tries do not count against another's. */
let networks = 0;
const browser = (slug = 'alpha', network = `192.0.2.${String((networks += 1))}`) => {
  const client = app.client(slug);
  const post = client.post;
  const tryPassword = (username: string, password = PASSWORD) =>
    post('/api/session/password', { username, password }, { headers: { 'x-forwarded-for': network } });
  return Object.assign(client, { tryPassword });
};
const signedIn = async (username: string, slug = 'alpha', password = PASSWORD) => {
  const client = browser(slug);
  const { status, body } = await client.tryPassword(username, password);
  expect(status).toBe(201);
  client.csrfToken = Object(body).csrfToken;
  return client;
};
const giveLogin = (society: Society, badge: string, username: string, password: string | null = PASSWORD) =>
  app.app.get(LearnerLogins).set(systemContext(society.tenant, 'test'), {
    learner: { email: `${badge}@${society.tenant.slug}.example` },
    username,
    password,
  });

beforeAll(async () => {
  app = await startTestApp({ clock, settings: { LAUREL_TRUST_PROXY: 'loopback' } });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  for (const society of [alpha, beta]) {
    await offerWays(app, society, [{ kind: 'badge' }, { kind: 'password', title: 'Member login' }]);
    await giveLogin(society, '100001', 'Okafor');
    await giveLogin(society, '100003', 'nguyen');
  }
  await giveLogin(alpha, '100002', 'lindqvist', `${PASSWORD} of alpha`);
  await giveLogin(beta, '100002', 'lindqvist', `${PASSWORD} of beta`);
}, 60_000);
afterAll(() => app.stop());

const plain = ({ status, body }: { status: number; body: unknown }) => ({
  status,
  body: { ...Object(body), requestId: '' },
});

describe('signing in with username and password', () => {
  it.each(['Okafor', ' okafor ', 'ＯＫＡＦＯＲ'])(
    'knows %s, whatever its case, as the learner of the badge',
    async (username) => {
      const { status, body } = await browser().tryPassword(username);
      expect(status).toBe(201);
      expect(body).toMatchObject({
        signedInBy: 'password',
        learner: { id: alpha.learners['100001']?.learnerId },
        registration: { badge: '100001' },
        activity: { id: alpha.activityId },
      });
    },
  );

  it('says the same of an unknown username, a wrong password, another society’s and one without a password', async () => {
    await giveLogin(alpha, '100004', 'castellanos', null);
    const said = [];
    for (const [username, password] of [
      ['nobody', PASSWORD],
      ['okafor', 'wrong password'],
      ['lindqvist', `${PASSWORD} of beta`],
      ['castellanos', PASSWORD],
    ] as const) {
      const answer = await browser().tryPassword(username, password);
      expect(answer.headers['set-cookie']).toBeUndefined();
      said.push(plain(answer));
    }
    expect(said[0]).toMatchObject({
      status: 401,
      body: { code: 'sign_in.failed', detail: /username and password/ },
    });
    expect(said).toEqual(Array(4).fill(said[0]));
  });

  it('does the same work for an unknown username as for a wrong password', async () => {
    // An argon2id hash is nearly all of the time, and is made outside of JavaScript: each is one such piece of work, to
    // which the package gives no name. Node's own pieces all have one.
    const pieces: string[] = [];
    const watch = createHook({ init: (_id, type) => pieces.push(type) }).enable();
    const hashes = async (username: string) => {
      pieces.length = 0;
      await browser().tryPassword(username, 'wrong password');
      return pieces.filter((type) => /^undefined$|napi|argon/i.test(type)).length;
    };
    try {
      expect([await hashes('okafor'), await hashes('nobody-at-all')]).toEqual([1, 1]);
    } finally {
      watch.disable();
    }
  });

  it('says who to ask when the learner is not registered, only to whoever knows the password', async () => {
    await app.inspect(`delete from registrations where tenant_id = $1 and badge = '100003'`, [
      beta.tenant.id,
    ]);
    expect((await browser('beta').tryPassword('nguyen', 'wrong password')).status).toBe(401);
    expect(await browser('beta').tryPassword('nguyen')).toMatchObject({
      status: 403,
      body: { code: 'sign_in.not_registered' },
    });
    await app.inspect(`update activities set enrolment = 'open' where tenant_id = $1`, [beta.tenant.id]);
    expect(await browser('beta').tryPassword('nguyen')).toMatchObject({
      status: 201,
      body: { learner: { id: beta.learners['100003']?.learnerId }, registration: { badge: null } },
    });
  });

  it('does not exist where the society does not want it', async () => {
    const society = await app.createTenant('gamma');
    await giveLogin(society, '100001', 'okafor');
    const client = app.client('gamma');
    const sent = [
      await client.post('/api/session/password', { username: 'okafor', password: PASSWORD }),
      await client.post('/api/password/reset-request', { username: 'okafor' }),
      await client.post('/api/password/reset', { token: 'x', password: PASSWORD }),
    ];
    expect(sent.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('stores neither password nor token', async () => {
    const rows = await app.inspect<{ password_hash: string }>(
      `select * from learner_passwords where password_hash is not null`,
    );
    expect(rows.map(({ password_hash }) => password_hash)).toEqual(
      rows.map(() => expect.stringMatching(/^\$argon2id\$/)),
    );
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
  });
});

describe('whoever tries to lock somebody out', () => {
  it('locks out only their own network, and there not the browser the learner has used before', async () => {
    const own = browser('alpha', '198.51.100.7');
    expect((await own.tryPassword('okafor')).status).toBe(201);
    const attacker = browser('alpha', '198.51.100.7');
    const answers = [];
    for (let round = 0; round < 11; round += 1)
      answers.push(await attacker.tryPassword('okafor', 'wrong password'));
    expect(answers.slice(0, 10).every(({ status }) => status === 401)).toBe(true);
    expect(answers[10]).toMatchObject({
      status: 429,
      headers: { 'retry-after': '900' },
      body: { detail: 'There were too many tries. Try again in 15 minutes, or choose a new password.' },
    });
    // A right guess after the limit says nothing either.
    expect((await attacker.tryPassword('okafor')).status).toBe(429);

    expect((await browser('alpha', '203.0.113.9').tryPassword('okafor')).status).toBe(201);
    expect((await own.tryPassword('okafor')).status).toBe(201);
    expect((await browser('beta', '198.51.100.7').tryPassword('okafor')).status).toBe(201);
    expect((await browser('alpha', '198.51.100.7').tryPassword('nguyen')).status).toBe(201);
    clock.advance({ minutes: 16 });
    expect((await attacker.tryPassword('okafor')).status).toBe(201);
  });

  it('does not know a username from a stranger by being limited', async () => {
    const attacker = browser('alpha', '198.51.100.8');
    const answers = [];
    for (let round = 0; round < 11; round += 1) answers.push((await attacker.tryPassword('nobody')).status);
    expect(answers).toEqual([...Array(10).fill(401), 429]);
  });

  it('gains nothing by a known browser of their own, or one of another society', async () => {
    const network = '198.51.100.9';
    const thief = browser('alpha', network);
    expect((await thief.tryPassword('nguyen')).status).toBe(201);
    const guest = browser('beta', network);
    expect((await guest.tryPassword('okafor')).status).toBe(201);
    thief.cookies.set('other', guest.cookies.get('laurel_device') ?? '');
    for (let round = 0; round < 10; round += 1) await thief.tryPassword('okafor', 'wrong password');
    expect((await thief.tryPassword('okafor')).status).toBe(429);
    thief.cookies.set('laurel_device', guest.cookies.get('laurel_device') ?? '');
    expect((await thief.tryPassword('okafor')).status).toBe(429);
  });

  it('is asked for on behalf of everybody in a network where somebody tries much, until it is very much', async () => {
    clock.advance({ minutes: 16 });
    const network = '198.51.100.77';
    const there = () => browser('alpha', network);
    expect((await there().tryPassword('nguyen', 'wrong')).status).toBe(401);
    const set = (failures: number) =>
      app.inspect('update sign_in_throttles set failures = $2 where key = $1', [
        hashOf(`address ${network}`),
        failures,
      ]);
    await set(300);
    expect((await there().tryPassword('okafor')).status).toBe(201);
    const wrong = await there().tryPassword('okafor', 'wrong');
    expect(wrong.status).toBe(429);
    // A new password would not help.
    expect(Object(wrong.body).detail).toMatch(/^There were too many tries\. Try again in [^,]*\.$/);
    await set(1_000);
    const unseen = await there().tryPassword('okafor');
    expect(unseen.status).toBe(429);
    expect(Object(unseen.body).detail).not.toContain('password');
    clock.advance({ minutes: 16 });
  }, 60_000);

  it('has a limit in a known browser too', async () => {
    const own = browser('alpha');
    await own.tryPassword('nguyen');
    const answers = [];
    for (let round = 0; round < 11; round += 1)
      answers.push((await own.tryPassword('nguyen', 'wrong password')).status);
    expect(answers).toEqual([...Array(10).fill(401), 429]);
  });
});

describe('changing the password', () => {
  it('needs the present one, refuses weak ones with a reason, and signs other browsers out', async () => {
    const [here, there] = [await signedIn('nguyen'), await signedIn('nguyen')];
    const put = (current: string, password: string) => here.put('/api/password', { current, password });
    expect(await put('wrong password', 'seven grey herons wade')).toMatchObject({
      status: 422,
      body: { code: 'password.wrong' },
    });
    expect(await put(PASSWORD, 'Nguyen12345')).toMatchObject({
      status: 422,
      body: { code: 'password.weak', detail: /Three or four words/ },
    });
    expect((await put(PASSWORD, 'short')).status).toBe(400);
    expect((await there.get('/api/session')).status).toBe(200);
    expect((await put(PASSWORD, 'seven grey herons wade')).status).toBe(204);
    expect((await here.get('/api/session')).status).toBe(200);
    expect((await there.get('/api/session')).status).toBe(401);
    expect((await browser().tryPassword('nguyen')).status).toBe(401);
    expect((await browser().tryPassword('nguyen', 'seven grey herons wade')).status).toBe(201);
    await giveLogin(alpha, '100003', 'nguyen');
  });

  it('is not there for a learner without one', async () => {
    const client = app.client('alpha');
    await client.signIn('100005', '山田');
    const { status } = await client.put('/api/password', {
      current: PASSWORD,
      password: 'seven grey herons wade',
    });
    expect(status).toBe(404);
  });

  it('is no door for trying through passwords in an open browser', async () => {
    const client = await signedIn('nguyen');
    const answers = [];
    for (let round = 0; round < 11; round += 1) {
      answers.push(
        (await client.put('/api/password', { current: 'wrong', password: 'seven grey herons wade' })).status,
      );
    }
    expect(answers).toEqual([...Array(10).fill(422), 429]);
  });
});

describe('a forgotten password', () => {
  const mailFolder = () => path.join(app.home, 'mail');
  const mails = async () => {
    const names = await readdir(mailFolder()).catch(() => []);
    return Promise.all(
      names
        .filter((name) => name.endsWith('.eml'))
        .map((name) => readFile(path.join(mailFolder(), name), 'utf8')),
    );
  };
  const settled = async () => {
    for (let tries = 0; tries < 200; tries += 1) {
      const [{ count } = { count: 1 }] = await app.inspect<{ count: number }>(
        `select (select count(*) from pgboss.job where state < 'completed')::int as count`,
      );
      if (count === 0) return;
      await sleep(50);
    }
    throw new Error('Jobs are left');
  };
  /** The token of the one new mail that asking brings, as its reader would see it. */
  async function askFor(username: string, client: TestClient = browser()): Promise<string[]> {
    const before = (await mails()).length;
    const { status, text } = await client.post('/api/password/reset-request', { username });
    expect([status, text]).toEqual([202, '']);
    await settled();
    const all = (await mails()).map((mail) => mail.replaceAll('=\r\n', '').replaceAll('=3D', '='));
    return all.length === before ? [] : all.map((mail) => /reset-password#([\w-]{43})/.exec(mail)?.[1] ?? '');
  }
  const reset = (token: string, password: string, slug = 'alpha') =>
    app.client(slug).post('/api/password/reset', { token, password });

  it('is set anew by a link that works once, in this society only, and signs every browser out', async () => {
    const open = await signedIn('lindqvist', 'alpha', `${PASSWORD} of alpha`);
    const [token = ''] = await askFor('Lindqvist');
    expect(token).toHaveLength(43);
    const mailRows = await app.inspect(`select * from mails`);
    const resetRows = await app.inspect(`select * from password_resets`);
    expect([mailRows.length, resetRows.length]).toEqual([1, 1]);
    expect(JSON.stringify([mailRows, resetRows])).not.toContain(token);

    expect(await reset(token, PASSWORD, 'beta')).toMatchObject({
      status: 410,
      body: { code: 'password.link_expired' },
    });
    expect(await reset(token, 'Lindqvist2026')).toMatchObject({
      status: 422,
      body: { code: 'password.weak' },
    });
    const both = await Promise.all([
      reset(token, 'nine blue kites sail'),
      reset(token, 'nine blue kites sail'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 410]);
    expect((await reset(token, 'nine blue kites sail')).status).toBe(410);
    expect((await open.get('/api/session')).status).toBe(401);
    expect((await browser().tryPassword('lindqvist', 'nine blue kites sail')).status).toBe(201);
    expect((await browser('beta').tryPassword('lindqvist', `${PASSWORD} of beta`)).status).toBe(201);
  });

  it('lifts the lock of too many tries, everywhere and for this person alone', async () => {
    clock.advance({ minutes: 61 });
    const networks = ['198.51.100.21', '198.51.100.22'];
    const tries = (network: string, username: string, password: string) =>
      browser('alpha', network).tryPassword(username, password);
    for (const network of networks) {
      for (let round = 0; round < 11; round += 1) {
        await tries(network, 'lindqvist', 'wrong password');
        await tries(network, 'okafor', 'wrong password');
      }
      expect((await tries(network, 'lindqvist', 'nine blue kites sail')).status).toBe(429);
    }
    const answers = await Promise.all(
      (await askFor('lindqvist')).map((token) => reset(token, 'ten white gulls glide')),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    for (const network of networks) {
      expect((await tries(network, 'lindqvist', 'ten white gulls glide')).status).toBe(201);
      expect((await tries(network, 'okafor', PASSWORD)).status).toBe(429);
    }
  });

  it('is gone after an hour, and with a newer password', async () => {
    const tokens = await askFor('nguyen');
    // The mail ends with its link, and is not sent later.
    const ends = `select m.good_until = r.expires_at as is_same
      from password_resets r join mails m on m.key = 'password-reset:' || r.id`;
    expect(new Set((await app.inspect(ends)).map(({ is_same: isSame }) => isSame))).toEqual(new Set([true]));
    clock.advance({ minutes: 61 });
    const late = await Promise.all(tokens.map((token) => reset(token, 'nine blue kites sail')));
    expect(late.map(({ status }) => status)).toEqual(tokens.map(() => 410));
    const known = new Set(tokens);
    const [fresh = ''] = (await askFor('nguyen')).filter((token) => !known.has(token));
    await giveLogin(alpha, '100003', 'nguyen');
    expect((await reset(fresh, 'nine blue kites sail')).status).toBe(410);
  });

  it('brings no mail to a stranger, at most three an hour to a learner, and says the same to all', async () => {
    clock.advance({ minutes: 61 });
    expect(await askFor('nobody')).toEqual([]);
    const before = (await mails()).length;
    for (let round = 0; round < 5; round += 1) await askFor('okafor');
    expect((await mails()).length - before).toBe(3);
    const jobs = await app.inspect<{ name: string }>(
      `select name from pgboss.job where name = 'password.mail-reset'`,
    );
    expect(jobs.length).toBeGreaterThan(5);
  });
});
