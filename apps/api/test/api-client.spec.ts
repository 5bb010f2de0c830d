import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Session, createLaurelClient } from '@laurel/api-client';
import { type TestApp, startTestApp } from './testing-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  // Node's fetch resolves no names below localhost everywhere; this society lives at the address itself.
  await app.createTenant('alpha', { hosts: ['127.0.0.1'] });
}, 60_000);
afterAll(() => app.stop());

describe('the client made from the contract', () => {
  it('signs in, sends the session’s token with changes, and types what comes back', async () => {
    let session: Session | undefined;
    let cookie = '';
    const client = createLaurelClient({
      baseUrl: `http://127.0.0.1:${app.port}`,
      csrf: () => session?.csrfToken,
      fetch: async (request) => {
        if (cookie !== '') request.headers.set('cookie', cookie);
        const response = await fetch(request);
        cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
        return response;
      },
    });

    const refused = await client.POST('/api/session', { body: { badge: '100001', lastName: 'Nobody' } });
    expect(refused.response.status).toBe(401);
    expect(refused.error).toMatchObject({ code: 'sign_in.failed', status: 401 });

    ({ data: session } = await client.POST('/api/session', {
      body: { badge: '100001', lastName: 'Okafor' },
    }));
    expect(session?.learner.displayName).toBe('Chidi Okafor');

    const changed = await client.PATCH('/api/profile', { body: { credentials: 'MD, FACS' } });
    expect(changed.data?.learner.credentials).toBe('MD, FACS');

    session = undefined;
    const untrusted = await client.PATCH('/api/profile', { body: { credentials: 'X' } });
    expect(untrusted.error).toMatchObject({ code: 'request.csrf' });
  });
});
