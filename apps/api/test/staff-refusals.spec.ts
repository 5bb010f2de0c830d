import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StaffService } from '../src/identity/staff.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type OpenApi, routesOf } from './openapi-sample.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

const person = { email: 'owner@alpha.example', displayName: 'Owner', role: 'owner' } as const;

let app: TestApp;
let alpha: Society;
let staff: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  const context = systemContext(alpha.tenant, 'test');
  await app.app.get(StaffService).create(context, { ...person, password: 'a long password' });
  staff = app.client('alpha');
  await staff.signInStaff(person.email, 'a long password');
}, 60_000);
afterAll(() => app.stop());

describe('what staff are refused', () => {
  it('names what is not there, whether it could be an id or not', async () => {
    for (const id of [crypto.randomUUID(), 'x']) {
      const answers = await Promise.all([
        staff.get(`/api/staff/activities/${id}/workflow`),
        staff.get(`/api/staff/claims/${id}`),
        staff.post(`/api/staff/claims/${id}/reopen`, { reason: 'As asked' }),
        staff.post(`/api/staff/reports/${id}/retry`, {}),
        staff.post(`/api/staff/mails/${id}/retry`, {}),
      ]);
      expect(answers.map(({ status, body }) => [status, Object(body).detail])).toEqual(
        ['activity', 'claim', 'claim', 'report', 'mail'].map((thing) => [404, `There is no such ${thing}.`]),
      );
    }
  });

  it('speaks of what was typed at either sign-in', async () => {
    const visitor = app.client('alpha');
    const asStaff = await visitor.post('/api/staff/session', { email: person.email, password: 'wrong word' });
    const asLearner = await visitor.post('/api/session', { badge: '100001', lastName: 'Nobody' });
    expect([asStaff, asLearner].map(({ status, body }) => [status, Object(body).title])).toEqual(
      Array.from({ length: 2 }, () => [
        401,
        'We could not find these together. Please check both and try again.',
      ]),
    );
    expect(Object(asStaff.body).detail).toMatch(/mail address and password/);
    expect(Object(asLearner.body).detail).toMatch(/badge number and last name/);
  });

  it('is declared where a sheet may have to wait', async () => {
    const document: OpenApi = Object((await staff.get('/api/docs/json')).body);
    const sheets = routesOf(document).filter(({ path }) => path.endsWith('/sheet'));
    expect(sheets.length).toBeGreaterThan(1);
    for (const { path, responses } of sheets) {
      expect({ path, busy: JSON.stringify(responses['503'] ?? null) }).toEqual({
        path,
        busy: expect.stringContaining('service.busy'),
      });
    }
  });
});
