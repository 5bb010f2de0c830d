import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { claimSomething, type Claimed } from './claim-something.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { arrange, Learner } from './testing-claims.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;
let others: Claimed;
let neighbours: Claimed;
let learner: Learner;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await arrange(app, alpha);
  others = await claimSomething(app.tenants, beta);
  neighbours = await claimSomething(app.tenants, alpha, '100002');
  learner = await Learner.signIn(app, alpha);
}, 60_000);
afterAll(() => app.stop());

const ask = (method: string, path: string, body?: unknown) =>
  learner.client.send(method, path, {
    ...(body === undefined ? {} : { body }),
    headers: { 'idempotency-key': crypto.randomUUID() },
  });

describe('what is not there', () => {
  const session = () => [beta.offeringIds[0] ?? '', uuid(), '1'];
  const claim = () => [others.claimId, neighbours.claimId, uuid()];
  const certificate = () => [others.certificateId, neighbours.certificateId, uuid(), '1'];

  it.each<[string, string, () => readonly string[], string, string]>([
    ['a session', 'GET', session, 'offerings/{}', 'There is no such session.'],
    ['a session to add', 'PUT', session, 'cart/lines/{}', 'There is no such session.'],
    ['a session to remove', 'DELETE', session, 'cart/lines/{}', 'There is no such session.'],
    ['a session to star', 'PUT', session, 'itinerary/{}', 'There is no such session.'],
    ['a claim', 'GET', claim, 'claims/{}', 'There is no such claim.'],
    ['the reasons of a claim', 'GET', claim, 'claims/{}/why', 'There is no such claim.'],
    ['a certificate', 'GET', certificate, '/api/certificates/{}', 'There is no such certificate.'],
    [
      'a form',
      'PUT',
      () => ['consent'],
      'claim/forms/{}',
      'Nothing asks for this form any more. Please look at your claim again.',
    ],
    [
      'an evaluation',
      'GET',
      () => ['nothing', others.formKey],
      'evaluations/{}',
      'There is no such evaluation.',
    ],
  ])('says so of %s in the same words to everybody: %s', async (_what, method, ids, path, detail) => {
    for (const id of ids()) {
      const url = (path.startsWith('/') ? path : learner.path(path)).replace('{}', id);
      const answer = await ask(
        method,
        url,
        method === 'PUT' && path.includes('forms') ? { values: {} } : undefined,
      );
      expect([url, answer.status, Object(answer.body).detail]).toEqual([url, 404, detail]);
    }
  });

  it('says of another activity, there or not, that one is not signed in to it', async () => {
    for (const id of [beta.activityId, uuid()]) {
      expect((await ask('GET', `/api/activities/${id}/cart`)).body).toMatchObject({
        status: 404,
        detail: 'You are not signed in to this activity.',
      });
    }
  });
});
