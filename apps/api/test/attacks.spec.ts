import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange } from './testing-claims.js';
import { download, pageTexts } from './testing-pdf.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let okafor: Learner;
let lindqvist: Learner;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  const beta = await app.createTenant('beta');
  for (const society of [alpha, beta]) await arrange(app, society);
  okafor = await Learner.signIn(app, alpha);
  lindqvist = await Learner.signIn(app, alpha, '100002', 'Lindqvist');
}, 60_000);
afterAll(() => app.stop());

const codeOf = (body: unknown): unknown => Object(body).code;

describe('what one learner is told', () => {
  it.each(['session', 'certificates', 'cart', 'documents', 'claim/why', 'evaluations', 'itinerary'])(
    'is kept by no cache in between: %s',
    async (name) => {
      const isOfActivity = !['session', 'certificates'].includes(name);
      const { status, headers } = await okafor.client.get(isOfActivity ? okafor.path(name) : `/api/${name}`);
      expect([status, headers['cache-control']]).toEqual([200, 'private, no-store']);
    },
  );

  it('is so however the address is written, and of the society that the Host header names', async () => {
    const session = await okafor.client.get('/api/session');
    for (const url of ['http://beta.localhost/api/session', '/%61pi/session', '/api/session/']) {
      const { text, headers } = await okafor.client.get(url);
      expect([url, text, headers['cache-control']]).toEqual([url, session.text, 'private, no-store']);
    }
  });

  it('may be kept by the own browser where it has a version', async () => {
    const { headers } = await okafor.client.get(okafor.path('offerings'));
    expect(headers['cache-control']).toBe('private, no-cache');
  });

  it('stays at the host it was told at, however the host of another society is written', async () => {
    const token = okafor.client.cookies.get('laurel_session') ?? '';
    for (const host of ['beta.localhost', 'BETA.localhost', 'beta.localhost.']) {
      const stranger = app.client(host);
      const cookie = `laurel_session=${token}; __Host-laurel_session=${token}`;
      expect((await stranger.get('/api/session', { headers: { cookie } })).status).toBe(401);
    }
  });

  it.each(['x-forwarded-host', 'forwarded', 'x-host', 'x-original-url', 'x-http-method-override'])(
    'does not change with %s',
    async (name) => {
      const headers = { [name]: name === 'forwarded' ? 'host=beta.localhost' : 'beta.localhost' };
      const { body } = await okafor.client.get('/api/session', { headers });
      expect(body).toMatchObject({ learner: { id: alpha.learners['100001']?.learnerId } });
    },
  );
});

describe('text that cannot be kept', () => {
  it.each([
    ['POST', '/api/session', { badge: '1\u0000', lastName: 'x' }],
    ['POST', '/api/session', { badge: '\ud800', lastName: 'x' }],
    ['PATCH', '/api/profile', { displayName: 'Ada \udc00' }],
    ['PATCH', '/api/profile', { displayName: null }],
    ['PATCH', '/api/profile', { credentials: null }],
    ['GET', '/api/activities/ACTIVITY/evaluations/%00', undefined],
    ['GET', '/%00.js', undefined],
    ['PUT', '/api/activities/ACTIVITY/evaluations/overall', { answers: { a: 'x\u0000' }, version: 0 }],
    ['PUT', '/api/activities/ACTIVITY/evaluations/overall', { answers: { '\ud800': 'x' }, version: 0 }],
    ['POST', '/api/activities/ACTIVITY/collect/app-flags', { items: ['\u0000'] }],
  ])('is refused, not a fault of ours: %s %s %j', async (method, url, body) => {
    const path = url.replace('ACTIVITY', alpha.activityId);
    const answer = await okafor.client.send(method, path, { body });
    expect([answer.status, codeOf(answer.body)]).toEqual([400, 'request.invalid']);
  });

  it('is refused as well when it is nested without end', async () => {
    const deep = `{"answers":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)},"version":0}`;
    const answer = await okafor.client.put(okafor.path('evaluations/overall'), deep);
    expect([answer.status, codeOf(answer.body)]).toEqual([400, 'request.invalid']);
  });

  it('at an address with two slashes is merely nothing', async () => {
    expect((await okafor.client.get('//')).status).toBeLessThan(500);
    expect((await okafor.client.get('//evil.example/x.js')).status).toBe(404);
  });
});

describe('a name for the certificate', () => {
  it.each([
    ['turned around', 'Ada \u202egnp.exe'],
    ['hiding something', 'Ada\u2066 Wong'],
    ['of nothing visible', '\u200b'],
    ['of joiners only', '\u200d\u200c'],
    ['with a line of its own', 'Ada\r\nBcc: all@society.example'],
    ['with another separator', 'Ada\u2028Wong'],
  ])('is refused when it is %s', async (_, displayName) => {
    const answer = await lindqvist.client.patch('/api/profile', { displayName });
    expect([answer.status, codeOf(answer.body)]).toEqual([400, 'request.invalid']);
  });

  it('may be written in any script', async () => {
    for (const displayName of ['山田 太郎', 'श्री\u200dराम', 'می\u200cخواهم', 'Jürgen O’Neill-Wåhlin']) {
      const { body } = await lindqvist.client.patch('/api/profile', { displayName });
      expect(body).toMatchObject({ learner: { displayName } });
    }
  });

  it.each([
    { tier: 'premier' },
    { profession: 'physician' },
    { learnerId: 'x' },
    { identifiers: { npi: '1' } },
  ])('brings nothing else with it: %j', async (more) => {
    const answer = await lindqvist.client.patch('/api/profile', { displayName: 'Elsa', ...more });
    expect([answer.status, codeOf(answer.body)]).toEqual([400, 'request.invalid']);
  });
});

describe('a certificate', () => {
  it('says a hostile name letter by letter, and takes no instruction from it', async () => {
    const name = `<b>Ada</b> {{constructor}} "; filename=x.exe; ../..`;
    const learner = await Learner.signIn(app, alpha, '100005', '山田');
    expect((await learner.client.patch('/api/profile', { displayName: name })).status).toBe(200);
    await learner.submit('hostile-name');
    const { id } = await learner.issue('cme');
    const { headers, bytes } = await download(app.port, learner.client, `/api/certificates/${id}/file`);
    expect((await pageTexts(bytes))[0]?.replace(/\s+/g, ' ')).toContain(name);
    expect(headers['content-disposition']).toMatch(
      /^inline; filename="[^"\\/]+\.pdf"; filename\*=UTF-8''[\w%.-]+\.pdf$/,
    );
    const others = await lindqvist.client.get(`/api/certificates/${id}/file`);
    expect([others.status, codeOf(others.body)]).toEqual([404, 'not_found']);
    expect((await app.client('alpha').get(`/api/certificates/${id}/file`)).status).toBe(401);
  }, 60_000);
});

describe('a request of another page', () => {
  it.each<Record<string, string>>([
    { origin: 'null' },
    { origin: 'http://alpha.localhost' },
    { origin: 'http://beta.localhost:80' },
    { origin: 'http://alpha.localhost.evil.example' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'x-csrf-token': '' },
    { 'x-csrf-token': 'x'.repeat(43) },
  ])('changes nothing: %j', async (headers) => {
    const answer = await okafor.client.patch('/api/profile', { credentials: 'X' }, { headers });
    expect([answer.status, codeOf(answer.body)]).toEqual([403, 'request.csrf']);
  });
});

describe('a hand-made submission', () => {
  it.each(['-1', '0.1', '1e9', '1e400', '1e-9', '0.25000000001', '"1"', 'null', '[1]', '{}', 'true'])(
    'claims nothing with the amount %s',
    async (amount) => {
      const { revision } = await okafor.add(0, 2);
      const body = `{"revision":${revision},"isAttested":true,"amounts":{"ama-pra-1":${amount}}}`;
      const answer = await okafor.client.post(okafor.path('claim/submit'), body, {
        headers: { 'idempotency-key': 'made-by-hand' },
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect((await okafor.cart()).state).toBe('draft');
    },
  );

  it('does not get the answer that another learner got under the same key', async () => {
    const key = 'the-same-key-for-two';
    const mine = await okafor.submit(key);
    const theirs = await lindqvist.submit(key);
    expect(theirs.claim.id).not.toBe(mine.claim.id);
  });
});

describe('the bounds of one address', () => {
  it('are not widened by writing the society’s host in another way', async () => {
    const limited = await startTestApp({ settings: { RATE_LIMIT_PER_MINUTE: '20' }, database: app.database });
    try {
      const hosts = ['alpha.localhost', 'ALPHA.localhost', 'alpha.localhost.', 'Alpha.Localhost'];
      const statuses: number[] = [];
      for (let index = 0; index < 22; index++) {
        const client = limited.client(hosts[index % hosts.length] ?? '');
        statuses.push((await client.get('/api/tenant')).status);
      }
      expect(statuses).toEqual([...Array<number>(20).fill(200), 429, 429]);
    } finally {
      await limited.stop();
    }
  });

  it('are not widened by names at which nobody lives', async () => {
    const limited = await startTestApp({ settings: { RATE_LIMIT_PER_MINUTE: '20' }, database: app.database });
    try {
      const statuses: number[] = [];
      for (let index = 0; index < 22; index++) {
        const client = limited.client(`made-up-${String(index)}.localhost`);
        statuses.push((await client.get('/api/tenant')).status);
      }
      expect(statuses).toEqual([...Array<number>(20).fill(404), 429, 429]);
      expect((await limited.client('alpha').get('/api/tenant')).status).toBe(200);
    } finally {
      await limited.stop();
    }
  });

  it('are not widened by writing the badge, or the sender’s address, in another way', async () => {
    const badges = ['100004', ' 100004', '100004 ', '１００００４', '\u2000100004'];
    const statuses: number[] = [];
    for (let index = 0; index < 12; index++) {
      const body = { badge: badges[index % badges.length], lastName: 'Guess' };
      const headers = { 'x-forwarded-for': `203.0.113.${index}`, 'x-real-ip': `203.0.113.${index}` };
      statuses.push((await app.client('alpha').post('/api/session', body, { headers })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
  });
});

describe('metrics', () => {
  it.each(['forwarded', 'via', 'x-real-ip', 'x-forwarded-host'])(
    'are not for somebody behind a proxy that says %s',
    async (name) => {
      const { status } = await app.client('alpha').get('/metrics', { headers: { [name]: '203.0.113.9' } });
      expect(status).toBe(404);
    },
  );
});
