import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HealthProbes } from '../src/health/health-probes.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { until } from './until.js';

const INDEX = '<!doctype html><html><body><laurel-root></laurel-root></body></html>';
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await app.createTenant('alpha');
  await app.createTenant('beta');
  const portal = path.join(app.home, 'portal');
  await mkdir(portal, { recursive: true });
  await writeFile(path.join(portal, 'index.html'), INDEX);
  await writeFile(path.join(portal, 'main-5KX2QK6B.js'), 'console.log(1)');
  await writeFile(path.join(portal, 'chunk-DG5_I7-a.js'), 'console.log(2)');
  await writeFile(path.join(portal, 'laurel.svg'), '<svg/>');
  await writeFile(path.join(app.home, 'secret.txt'), 'secret');
}, 60_000);
afterAll(() => app.stop());

/** Right after the start the parts may need a moment, and a busy machine gives them a longer one. */
const isReady = () =>
  until(
    'it to be ready',
    async () => {
      const answer = await app.client('nowhere.example').get('/health/ready');
      return answer.status === 200 ? answer : undefined;
    },
    20_000,
  );

describe('the society at a host', () => {
  it('is the one of its slug or of its own host name, whatever the case', async () => {
    await app.createTenant('gamma', { hosts: ['credit.gamma.example'] });
    for (const [host, slug] of [
      ['alpha.localhost', 'alpha'],
      ['BETA.LOCALHOST', 'beta'],
      ['credit.gamma.example', 'gamma'],
      ['gamma.localhost', 'gamma'],
    ] as const) {
      expect((await app.client(host).get('/api/tenant')).body).toMatchObject({ slug });
    }
  });

  it.each([
    'localhost',
    'nobody.localhost',
    'a.alpha.localhost',
    'alpha.localhost.evil.example',
    '127.0.0.1',
  ])('is nobody at %s', async (host) => {
    const { status, headers, body } = await app
      .client(host.includes('.') ? host : `${host}.`)
      .get('/api/tenant');
    expect({ status, body }).toMatchObject({
      status: 404,
      body: { code: 'tenant.unknown', type: '/problems/tenant.unknown' },
    });
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('speaks its own words, and says nothing new until something changes', async () => {
    const client = app.client('alpha');
    const first = await client.get('/api/tenant');
    expect(first.body).toMatchObject({
      slug: 'alpha',
      wording: { cart: 'Cart of Society alpha' },
      activities: [{ code: 'MTG26', startsOn: '2026-04-23', timeZone: 'America/New_York', isOpen: true }],
    });
    const etag = String(first.headers.etag);
    const again = await client.get('/api/tenant', { headers: { 'if-none-match': etag } });
    expect(again).toMatchObject({ status: 304, text: '' });
    const other = await app.client('beta').get('/api/tenant', { headers: { 'if-none-match': etag } });
    expect(other.status).toBe(200);
    await app.inspect(`update tenant_profiles set short_name = 'New' where display_name = 'Society alpha'`);
    expect((await client.get('/api/tenant', { headers: { 'if-none-match': etag } })).status).toBe(200);
  });
});

describe('every answer', () => {
  it('carries the request’s id: the proxy’s if it is one, else a new one', async () => {
    const client = app.client('alpha');
    const sent = await client.get('/api/tenant', { headers: { 'x-request-id': 'proxy-12345678' } });
    expect(sent.headers['x-request-id']).toBe('proxy-12345678');
    const smuggled = await client.get('/api/nothing', { headers: { 'x-request-id': 'a b"c' } });
    expect(smuggled.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(smuggled.body).toMatchObject({ code: 'not_found', requestId: smuggled.headers['x-request-id'] });
  });

  it('tells browsers to load nothing from elsewhere', async () => {
    const { headers } = await app.client('alpha').get('/api/tenant');
    expect(headers['content-security-policy']).toMatch(/default-src 'self'; .*script-src 'self'; /);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('is compressed for those who ask', async () => {
    const plain = await app.client('alpha').get('/api/docs/json');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const response = await fetch(`http://127.0.0.1:${app.port}/api/docs/json`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  it.each([
    ['POST', '/api/session', '{"badge":', 400, 'request.invalid'],
    ['POST', '/api/session', `{"badge":"${'x'.repeat(1_100_000)}"}`, 413, 'request.too_large'],
    ['GET', '/api/%E0%A4%A', undefined, 400, 'request.invalid'],
    ['GET', '/api/nothing', undefined, 404, 'not_found'],
    ['POST', '/nothing', {}, 404, 'not_found'],
    ['GET', '/health/nothing', undefined, 404, 'not_found'],
  ])('is a problem document for %s %s', async (method, url, body, status, code) => {
    const answer = await app.client('alpha').send(method, url, { body });
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: { status, code } });
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('refuses what is not JSON', async () => {
    const answer = await app.client('alpha').post('/api/session', 'badge=1', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer).toMatchObject({ status: 415, body: { code: 'request.media_type' } });
  });
});

describe('the portal', () => {
  it('is the same page at every address that is not the API’s, with a nonce of its own each time', async () => {
    const pages = await Promise.all(
      ['/', '/sessions/12', '/verify/ABC'].map((url) => app.client('alpha').get(url)),
    );
    const nonces = pages.map(({ text, headers, status }) => {
      const [, nonce] = /<laurel-root ngCspNonce="([^"]+)">/.exec(text) ?? [];
      expect(status).toBe(200);
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(headers['cache-control']).toBe('no-store');
      return nonce;
    });
    expect(new Set(nonces).size).toBe(3);
  });

  it('keeps hashed files for a year, and asks again for the others', async () => {
    const client = app.client('alpha');
    const script = await client.get('/main-5KX2QK6B.js');
    expect(script).toMatchObject({ status: 200, text: 'console.log(1)' });
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-type']).toMatch(/javascript/);
    // As Angular writes hashes now: every letter, and signs among them.
    const chunk = await client.get('/chunk-DG5_I7-a.js');
    expect(chunk).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'public, max-age=31536000, immutable' },
    });
    const icon = await client.get('/laurel.svg');
    expect(icon.headers).toMatchObject({
      'cache-control': 'public, no-cache',
      'content-type': 'image/svg+xml',
    });
    const missing = await client.get('/main-OLDOLDOL.js');
    expect(missing.status).toBe(404);
    expect(missing.headers['cache-control']).toBe('no-store');
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/....//secret.txt',
    '/a/..%5c..%5csecret.txt',
    '/.env',
  ])('shows nothing outside its folder: %s', async (url) => {
    const { text, status } = await app.client('alpha').get(url);
    expect(text).not.toContain('secret\n');
    expect(text).not.toBe('secret');
    expect([400, 403, 404]).toContain(status);
  });
});

describe('health and metrics', () => {
  it('say that it lives and is ready, at any host', async () => {
    const client = app.client('nowhere.example');
    expect(await client.get('/health/live')).toMatchObject({ status: 200, body: { status: 'alive' } });
    const { body } = await isReady();
    expect(body).toMatchObject({ status: 'ready' });
    const probes: { name: string; isWell: boolean }[] = Object(body).probes;
    expect(probes.filter(({ isWell }) => !isWell)).toEqual([]);
    expect(probes.map(({ name }) => name)).toEqual(expect.arrayContaining(['database', 'plugins', 'queue']));
  });

  it('count requests by tenant and route, never by address', async () => {
    await app.client('beta').get('/api/verifications/SECRET-CODE');
    const { text } = await app.client('alpha').get('/metrics');
    expect(text).toMatch(
      /laurel_http_request_seconds_count{tenant="alpha",method="GET",route="\/api\/tenant",status="200"} \d+/,
    );
    expect(text).toMatch(
      /laurel_http_request_seconds_count{tenant="beta",method="GET",route="\/api\/verifications\/:code",status="404"} 1/,
    );
    expect(text).toMatch(/laurel_database_connections{state="idle"} \d+/);
    expect(text).toMatch(/laurel_queue_jobs{name="mail.send",state="waiting"} 0/);
    expect(text).not.toContain('SECRET-CODE');
  });

  it('are not for the public', async () => {
    const proxied = await app
      .client('alpha')
      .get('/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(proxied.status).toBe(404);
    const guarded = await startTestApp({
      settings: { METRICS_TOKEN: 'a-long-enough-token' },
      database: app.database,
    });
    try {
      const client = guarded.client('alpha');
      expect((await client.get('/metrics')).status).toBe(404);
      const wrong = await client.get('/metrics', { headers: { authorization: 'Bearer another-long-token' } });
      const right = await client.get('/metrics', {
        headers: { authorization: 'Bearer a-long-enough-token' },
      });
      expect([wrong.status, right.status]).toEqual([404, 200]);
    } finally {
      await guarded.stop();
    }
  });
});

describe('a request that does not say unmistakably which society it means', () => {
  const statusOf = (...hosts: string[]) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(app.port, '127.0.0.1');
      const lines = hosts.map((host) => `Host: ${host}`).join('\r\n');
      socket.write(`GET /api/tenant HTTP/1.1\r\n${lines}\r\nConnection: close\r\n\r\n`);
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString('utf8')));
      socket.on('error', reject);
      socket.on('close', () => resolve(text.slice(9, 12)));
    });

  it.each([['alpha.localhost'], ['alpha.localhost:80'], ['ALPHA.localhost.:65535']])(
    'is not one to %s',
    async (host) => {
      expect(await statusOf(host)).toBe('200');
    },
  );

  it.each([
    [['alpha.localhost', 'beta.localhost']],
    [['alpha.localhost', 'alpha.localhost']],
    [['beta.localhost@alpha.localhost']],
    [['alpha.localhost:80@beta.localhost']],
    [['alpha.localhost:']],
    [['alpha.localhost:0']],
    [['alpha.localhost:65536']],
    [['alpha.localhost:80:80']],
    [['alpha.localhost:0x50']],
    [['alpha.localhost, beta.localhost']],
    [['alpha.localhost/']],
    [['alpha.localhost?']],
    [['alpha .localhost']],
    [['[::1']],
  ])('is refused: %j', async (hosts) => {
    expect(await statusOf(...hosts)).toBe('400');
  });
});

describe('readiness', () => {
  it('is found out once a second, however many ask', async () => {
    await isReady();
    let askedCount = 0;
    app.app.get(HealthProbes).register('counting', async () => {
      askedCount++;
    });
    const begin = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => app.client('alpha').get('/health/ready')),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(askedCount).toBeLessThanOrEqual(1 + (performance.now() - begin) / 1_000);
  });
});

describe('rate limits', () => {
  it('bound what one address asks of one society, and of that one only', async () => {
    const limited = await startTestApp({ settings: { RATE_LIMIT_PER_MINUTE: '20' }, database: app.database });
    try {
      const statuses = [];
      for (let index = 0; index < 25; index++)
        statuses.push((await limited.client('alpha').get('/api/tenant')).status);
      expect(statuses).toEqual([...Array<number>(20).fill(200), ...Array<number>(5).fill(429)]);
      const refused = await limited.client('alpha').get('/api/tenant');
      expect(refused.body).toMatchObject({
        code: 'rate.limited',
        title: expect.stringMatching(/wait a moment/),
      });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect((await limited.client('beta').get('/api/tenant')).status).toBe(200);
      expect((await limited.client('alpha').get('/health/live')).status).toBe(200);
    } finally {
      await limited.stop();
    }
  });
});
