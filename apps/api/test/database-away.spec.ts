import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from './testing-app.js';
import type { Answer, TestClient } from './testing-client.js';
import { OwnServer } from './testing-own-server.js';
import type { Society } from './testing-society.js';
import { until } from './until.js';

let server: OwnServer;
let app: TestApp;
let alpha: Society;

beforeAll(async () => {
  server = await OwnServer.start();
  ({ app } = server);
  alpha = await app.createTenant('alpha', { offerings: 60 });
}, 120_000);
afterAll(() => server.stop(), 60_000);

/** Stars sessions one after the other until told to stop; remembers each answer, and what was acknowledged. */
async function starUntilToldToStop(
  client: TestClient,
  offeringIds: readonly string[],
  isOver: () => boolean,
) {
  const answers: Answer[] = [];
  const acknowledged = new Set<string>();
  for (let index = 0; !isOver(); index = (index + 1) % offeringIds.length) {
    const offeringId = offeringIds[index] ?? '';
    const answer = await client.put(`/api/activities/${alpha.activityId}/itinerary/${offeringId}`);
    answers.push(answer);
    if (answer.status === 204) acknowledged.add(offeringId);
  }
  return { answers, acknowledged };
}

describe('PostgreSQL stopped and started under load', () => {
  it('makes answers 503 and then well again, and loses nothing that was acknowledged', async () => {
    const people = [
      ['100001', 'Okafor'],
      ['100002', 'Lindqvist'],
      ['100003', 'Nguyen'],
      ['100005', '山田'],
    ] as const;
    const clients = await Promise.all(
      people.map(async ([badge, lastName]) => {
        const client = app.client('alpha');
        await client.signIn(badge, lastName);
        return client;
      }),
    );
    let isOver = false;
    const running = clients.map((client) => starUntilToldToStop(client, alpha.offeringIds, () => isOver));
    await sleep(300);

    await server.goAway('in order');
    const away = await until('503', async () => {
      const answer = await app.client('alpha').post('/api/session', { badge: '100001', lastName: 'Okafor' });
      return answer.status === 503 ? answer : undefined;
    });
    expect(away.body).toMatchObject({
      code: 'service.unavailable',
      title: expect.stringMatching(/Nothing you did is lost/),
    });
    expect(Number(away.headers['retry-after'])).toBeGreaterThan(0);
    expect((await app.client('alpha').get('/health/live')).status).toBe(200);
    expect(await app.client('alpha').get('/health/ready')).toMatchObject({
      status: 503,
      body: { status: 'not_ready' },
    });
    await sleep(500);

    await server.comeBack();
    await until('well again', async () => {
      const { status } = await app
        .client('alpha')
        .post('/api/session', { badge: '100001', lastName: 'Okafor' });
      return status === 201 ? true : undefined;
    });
    await until(
      'ready again',
      async () => ((await app.client('alpha').get('/health/ready')).status === 200 ? true : undefined),
      30_000,
    );
    isOver = true;
    const outcomes = await Promise.all(running);

    const statuses = new Set(outcomes.flatMap(({ answers }) => answers.map(({ status }) => status)));
    expect([...statuses].sort()).toEqual([204, 503]);
    for (const [index, client] of clients.entries()) {
      const { body } = await client.get(`/api/activities/${alpha.activityId}/itinerary`);
      const stored = new Set<string>(Object(body).offeringIds);
      const lost = [...(outcomes[index]?.acknowledged ?? [])].filter((id) => !stored.has(id));
      expect(lost).toEqual([]);
    }
  }, 120_000);
});
