import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange } from './testing-claims.js';

let app: TestApp;
let okafor: Learner;

beforeAll(async () => {
  app = await startTestApp();
  const alpha = await app.createTenant('alpha');
  await app.createTenant('beta');
  await arrange(app, alpha);
  okafor = await Learner.signIn(app, alpha);
}, 60_000);
afterAll(() => app.stop());

const codeOf = (body: unknown): unknown => Object(body).code;
const faultsOf = (body: unknown): unknown[] => [Object(body).faults].flat();
/** Distinct keys and nothing else. */
const keys = (count: number) =>
  `{${Array.from({ length: count }, (_, index) => `"${index.toString(36)}":0`).join(',')}}`;
const emptyItems = (count: number) => `[${Array(count).fill('{}').join(',')}]`;

const DOORS = [
  '/api/session',
  '/api/staff/session',
  '/api/session/password',
  '/api/password/reset-request',
  '/api/password/reset',
];

describe('a body made to keep everybody waiting', () => {
  it.each(DOORS)('is refused by its length before it is read: %s', async (path) => {
    const answer = await app.client('alpha').post(path, keys(116_000));
    expect([answer.status, codeOf(answer.body)]).toEqual([413, 'request.too_large']);
    expect(answer.text.length).toBeLessThan(1_000);
  });

  it.each(DOORS)('is refused by the number of its fields: %s', async (path) => {
    const answer = await app.client('alpha').post(path, keys(501));
    expect([answer.status, codeOf(answer.body)]).toEqual([413, 'request.too_large']);
  });

  it('is refused so wherever the fields or items are', async () => {
    for (const [path, body] of [
      [okafor.path('cart/totals'), `{"revision":1,"amounts":${keys(501)}}`],
      [okafor.path('evaluations/overall'), `{"version":0,"answers":${keys(20_000)}}`],
      [okafor.path('earnings/selection'), `{"creditType":"x","items":${emptyItems(5_001)}}`],
    ] as const) {
      const answer = await okafor.client.put(path, body);
      expect([path, answer.status, codeOf(answer.body)]).toEqual([path, 413, 'request.too_large']);
    }
  });

  it('delays nobody else', async () => {
    const attack = app.client('alpha').post('/api/session', keys(116_000));
    const begin = performance.now();
    expect((await app.client('beta').get('/health/live')).status).toBe(200);
    expect(performance.now() - begin).toBeLessThan(1_000);
    await attack;
  });

  it('is let through where a route takes large ones', async () => {
    const body = { answers: { comments: 'x'.repeat(100_000) }, version: 0 };
    const answer = await okafor.client.put(okafor.path('evaluations/unknown'), body);
    expect([answer.status, codeOf(answer.body)]).toEqual([404, 'not_found']);
  });
});

describe('the faults of a request', () => {
  it.each([
    ['POST', '/api/staff/session', emptyItems(5_000)],
    ['POST', '/api/session', keys(500)],
    ['PUT', 'earnings/selection', `{"creditType":"x","items":${emptyItems(5_000)}}`],
    ['PUT', 'cart/totals', `{"revision":REVISION,"amounts":${keys(500)}}`],
  ])('are listed up to two hundred, and the rest is counted: %s %s', async (method, path, body) => {
    const { revision } = await okafor.add(0, 2);
    const { status, body: problem } = await okafor.client.send(
      method,
      path.startsWith('/') ? path : okafor.path(path),
      { body: body.replace('REVISION', String(revision)) },
    );
    expect(status).toBe(400);
    expect(faultsOf(problem)).toHaveLength(201);
    expect(faultsOf(problem).at(-1)).toEqual({
      code: 'faults.more',
      message: expect.stringMatching(/^There are \d+ more\. Please mend these first\.$/),
    });
  });
});
