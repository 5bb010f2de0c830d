import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, bodyOf } from './testing-claims.js';
import type { Answer } from './testing-client.js';
import { until } from './until.js';

let app: TestApp;
let okafor: Learner;
let lindqvist: Learner;

beforeAll(async () => {
  // Nobody prints here: whoever waits for a certificate waits until the test says how it ends.
  const settings = { LAUREL_WORKER: 'separate', LAUREL_MAX_CONCURRENT_REQUESTS: '6' };
  app = await startTestApp({ settings });
  const alpha = await app.createTenant('alpha');
  await app.createTenant('beta');
  await arrange(app, alpha);
  okafor = await Learner.signIn(app, alpha);
  lindqvist = await Learner.signIn(app, alpha, '100002', 'Lindqvist');
}, 60_000);
afterAll(() => app.stop());

describe('learners who wait for their certificates', () => {
  it('keep nobody out, and are told at once when too many wait already', async () => {
    await okafor.submit('the-first-one');
    const answered: Answer[] = [];
    const crowd = Array.from({ length: 45 }, async () => {
      const answer = await okafor.tryToIssue('cme');
      answered.push(answer);
      return answer;
    });
    await until('those beyond the bound', () => (answered.length >= 5 ? true : undefined), 10_000);
    expect((await lindqvist.client.get('/api/session')).status).toBe(200);
    expect(answered.map(({ status, body }) => [status, Object(body).state])).toEqual(
      Array(5).fill([202, 'issuing']),
    );
    await app.inspect(`update certificates set state = 'failed'`);
    const states = (await Promise.all(crowd)).map(({ body }): unknown => Object(body).state);
    expect(states.filter((state) => state === 'failed')).toHaveLength(40);
  }, 30_000);

  it('may amend their claim thirty times an hour', async () => {
    await lindqvist.submit('the-first-claim', [0]);
    const amend = async (index: number): Promise<Answer> => {
      const line = lindqvist.path(`cart/lines/${lindqvist.offering(2)}`);
      const { body } = await lindqvist.client.send(index % 2 === 0 ? 'PUT' : 'DELETE', line);
      return lindqvist.trySubmit(`amendment-${String(index)}`, {
        revision: Object(body).revision,
        isAttested: true,
      });
    };
    for (let index = 0; index < 30; index++) bodyOf(await amend(index), 201);
    const refused = await amend(30);
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_000);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(3_600);
  }, 60_000);
});
