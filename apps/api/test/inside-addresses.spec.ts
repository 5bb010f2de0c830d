import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PollsService } from '../src/evidence/polls.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, rhythm, step, until } from './testing-claims.js';
import type { Society } from './testing-society.js';

const SECRET = `whsec_${randomBytes(32).toString('base64')}`;

/** Something that runs beside Laurel and is nobody's business outside; whoever knocks is counted. */
let inside: Server;
let port: number;
let knocks = 0;
let app: TestApp;
let society: Society;

beforeAll(async () => {
  inside = createServer((socket) => {
    knocks += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => inside.listen(0, '::', resolve));
  ({ port } = inside.address() as AddressInfo);
  // As in production: nothing says that systems may be on this machine.
  app = await startTestApp();
  society = await app.createTenant('alpha');
  await arrange(app, society);
}, 60_000);
afterAll(async () => {
  await app.stop();
  await new Promise((resolve) => inside.close(resolve));
});
beforeEach(() => {
  knocks = 0;
});

const context = () => systemContext(society.tenant, 'test');
const use = (config: Record<string, unknown>) =>
  app.app
    .get(WorkflowsService)
    .save(context(), society.activityId, [...rhythm, step('remote', { signingSecret: SECRET, ...config })]);
const failure = async () => {
  const [row] = await app.inspect<{ failure: string | null }>('select failure from poll_states');
  return row?.failure ?? undefined;
};

describe('a step whose address is inside', () => {
  it.each([
    ['http://127.0.0.1:PORT/', 'Only https addresses'],
    ['https://127.0.0.1:PORT/', '127.0.0.1 is a private address'],
    ['https://[::1]:PORT/', '[::1] is a private address'],
    ['https://localhost:PORT/', 'private'],
    // A resolver may not know it, which is as well.
    ['https://society.localhost:PORT/', ''],
    ['https://10.0.0.7/', '10.0.0.7 is a private address'],
    ['https://169.254.169.254/latest/meta-data', '169.254.169.254 is a private address'],
  ])('is refused when it is polled, and nobody is connected to: %s', async (template, reason) => {
    await app.inspect('delete from poll_states');
    const pollUrl = template.replace('PORT', String(port));
    const revision = await use({ pollUrl });
    await app.app
      .get(PollsService)
      .poll(
        context(),
        { activityId: society.activityId, plugin: 'remote', revision },
        { signal: new AbortController().signal },
      );
    expect(await until(failure)).toContain(reason);
    expect(knocks).toBe(0);
  });

  it('is refused when a claim is reported to it; the claim itself stands', async () => {
    await use({ reportUrl: `https://127.0.0.1:${String(port)}/` });
    const { claim } = await (await Learner.signIn(app, society)).submit('inside-1');
    expect(claim).toMatchObject({ state: 'submitted', heldText: null });
    const delivery = await until(async () => {
      const [row] = await app.inspect<{ outcome: string; detail: string }>(
        'select outcome, detail from deliveries',
      );
      return row;
    });
    expect(delivery.detail).toContain('127.0.0.1 is a private address');
    expect(await app.inspect('select state from reports')).toEqual([{ state: 'queued' }]);
    expect(knocks).toBe(0);
  });

  it.each([
    'https://2130706433/',
    'https://127.1/',
    'https://0x7f.0.0.1/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
  ])('is not even saved where it is written in disguise or is no web address: %s', async (pollUrl) => {
    await expect(use({ pollUrl })).rejects.toMatchObject({
      code: 'workflow.invalid',
      details: { faults: [expect.objectContaining({ field: expect.stringMatching(/config\.pollUrl$/) })] },
    });
  });

  it('would be seen to be connected to', async () => {
    await fetch(`http://127.0.0.1:${String(port)}/`).catch(() => undefined);
    expect(knocks).toBe(1);
  });
});
