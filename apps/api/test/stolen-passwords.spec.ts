import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LearnerLogins } from '../src/identity/passwords/learner-logins.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { TestClient } from './testing-client.js';
import { offerWays } from './testing-provider.js';

const FIRST = 'violet otter climbs';
const hashOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();

let app: TestApp;
let client: TestClient;
let list: Server;
const asked: { url: string | undefined; headers: IncomingHttpHeaders }[] = [];
/** What the list does with a question. */
let answer: (response: ServerResponse) => void;

const lists = (...lines: readonly string[]) => {
  answer = (response) => void response.end(['00DE4F7EAB:3', ...lines].join('\r\n'));
};
const change = (password: string) => client.put('/api/password', { current: FIRST, password });

beforeAll(async () => {
  list = createServer((request, response) => {
    asked.push({ url: request.url, headers: request.headers });
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(list, 'listening');
  const address = list.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  app = await startTestApp({
    settings: {
      LAUREL_LOOPBACK_PROVIDERS: 'on',
      STOLEN_PASSWORDS_URL: `http://localhost:${String(port)}/range/`,
    },
  });
  const society = await app.createTenant('alpha');
  await offerWays(app, society, [{ kind: 'badge' }, { kind: 'password', title: 'Member login' }]);
  await app.app.get(LearnerLogins).set(systemContext(society.tenant, 'test'), {
    learner: { email: '100001@alpha.example' },
    username: 'okafor',
    password: FIRST,
  });
  client = app.client('alpha');
  const { body } = await client.post('/api/session/password', { username: 'okafor', password: FIRST });
  client.csrfToken = Object(body).csrfToken;
}, 60_000);
afterAll(async () => {
  await app.stop();
  list.closeAllConnections();
  list.close();
});
beforeEach(() => {
  asked.length = 0;
});

describe('a password that was stolen elsewhere', () => {
  const password = 'seven grey herons wade';
  const rest = hashOf(password).slice(5);

  it('is refused in words, and only five digits of its hash are told to the list', async () => {
    lists(`${rest}:4`);
    expect(await change(password)).toMatchObject({
      status: 422,
      body: { code: 'password.weak', detail: expect.stringMatching(/stolen elsewhere.*Three or four words/) },
    });
    expect(asked.map(({ url }) => url)).toEqual([`/range/${hashOf(password).slice(0, 5)}`]);
    expect(asked[0]?.headers['add-padding']).toBe('true');
    expect(asked[0]?.headers.cookie).toBeUndefined();
  });

  it('is not even asked about where it is weak by itself', async () => {
    lists();
    expect((await change('aaaaaaaaaaaa')).status).toBe(422);
    expect(asked).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['has another', () => lists(`${rest.slice(0, -1)}Z:9`)],
    ['has it as padding only', () => lists(`${rest}:0`)],
    ['fails', () => (answer = (response) => void response.writeHead(503).end())],
    ['hangs up', () => (answer = (response) => void response.destroy())],
    ['never answers', () => (answer = () => undefined)],
  ])('passes where the list %s', async (_what, act) => {
    act();
    expect((await change(password)).status).toBe(204);
    expect(asked).toHaveLength(1);
    lists();
    expect((await client.put('/api/password', { current: password, password: FIRST })).status).toBe(204);
  });
});
