import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { StaffService } from '../src/identity/staff.service.js';
import { ProblemFilter } from '../src/problem/problem.filter.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';
import { until } from './until.js';

const OWNER = { email: 'owner@alpha.example', displayName: 'O', password: 'a long enough password' } as const;
let app: TestApp;
let alpha: Society;
let owner: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  await app.createTenant('beta');
  await app.app.get(StaffService).create(systemContext(alpha.tenant, 'test'), { ...OWNER, role: 'owner' });
  owner = app.client('alpha');
  await owner.signInStaff(OWNER.email, OWNER.password);
}, 60_000);
afterAll(() => app.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

/** Sends a part of a request, and is gone. */
async function breakOff(path: string, type: string, part: string): Promise<void> {
  const socket = connect(app.port, '127.0.0.1');
  await once(socket, 'connect');
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: alpha.localhost:${String(app.port)}`,
    `Content-Type: ${type}`,
    'Content-Length: 10000',
    `Cookie: ${[...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ')}`,
    `X-CSRF-Token: ${owner.csrfToken ?? ''}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${part}`);
  await new Promise((resolve) => setTimeout(resolve, 200));
  socket.resetAndDestroy();
  await once(socket, 'close');
}

describe('a client that hangs up while it sends', () => {
  it.each([
    ['/api/staff/session', 'application/json', '{"email":'],
    [
      'imports/registrants?mode=preview',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nBadge,First',
    ],
  ])('is no fault of ours, nor of the database: %s', async (path, type, part) => {
    const answers = jest.spyOn(ProblemFilter.prototype, 'answer');
    const warnings = jest.spyOn(Logger.prototype, 'warn');
    const errors = jest.spyOn(Logger.prototype, 'error');
    await breakOff(
      path.startsWith('/') ? path : `/api/staff/activities/${alpha.activityId}/${path}`,
      type,
      part,
    );
    await until('the end of the request', () => (answers.mock.calls.length > 0 ? true : undefined));
    const said = [...warnings.mock.calls, ...errors.mock.calls].map(([line]): unknown => Object(line).msg);
    expect(said.filter((msg) => msg !== 'Request')).toEqual([]);
  });
});
