import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Mailer } from '../src/mail/mailer.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, bodyOf } from './testing-claims.js';
import { SlowMailServer } from './testing-mail-server.js';
import { ApiProcess, WORKER, freePort } from './testing-process.js';
import type { Society } from './testing-society.js';
import { until } from './until.js';

let app: TestApp;
let home: string;
let alpha: Society;
const processes: ApiProcess[] = [];
const held: pg.Client[] = [];

// Jobs are done by the processes that are told to stop, and by nobody else.
beforeAll(async () => {
  app = await startTestApp({ settings: { LAUREL_WORKER: 'separate' } });
  alpha = await app.createTenant('alpha');
  await arrange(app, alpha);
  home = await mkdtemp(path.join(tmpdir(), 'laurel-stop-'));
}, 60_000);
afterEach(async () => {
  for (const client of held.splice(0)) await client.end();
  for (const { child } of processes.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});
afterAll(async () => {
  await app.stop();
  await rm(home, { recursive: true, force: true });
});

const start = async (kind: 'api' | 'worker', settings: Record<string, string> = {}): Promise<ApiProcess> => {
  const port = await freePort();
  const started = await ApiProcess.start(
    {
      DATABASE_URL: app.database.appUrl,
      LAUREL_HOME: home,
      ...(kind === 'worker' ? { LAUREL_WORKER: 'separate', WORKER_PORT: String(port) } : {}),
      ...(process.env.CHROMIUM_PATH === undefined ? {} : { CHROMIUM_PATH: process.env.CHROMIUM_PATH }),
      ...settings,
    },
    kind === 'worker' ? WORKER : undefined,
    port,
  );
  processes.push(started);
  return started.ready();
};

/** Holds a lock that whoever wants it waits for; answers how to let go. */
const hold = async (statement: string, values: unknown[] = []): Promise<() => Promise<void>> => {
  const client = new pg.Client({ connectionString: app.database.adminUrl });
  held.push(client);
  await client.connect();
  await client.query('begin');
  await client.query(statement, values);
  return async () => {
    await client.query('commit');
  };
};

const jobState = async (name: string) => {
  const [job] = await app.inspect<{ state: string }>(
    'select state from pgboss.job where name = $1 order by created_on desc limit 1',
    [name],
  );
  return job?.state;
};
const jobRuns = (name: string) =>
  until(
    `a job ${name} that runs`,
    async () => ((await jobState(name)) === 'active' ? true : undefined),
    30_000,
  );
const certificateStates = () =>
  app.inspect<{ state: string }>('select state from certificates order by created_at');
const isStopping = (one: ApiProcess) =>
  until('the process to be stopping', async () => {
    const answer = await one
      .client('alpha')
      .get('/health/ready')
      .catch(() => undefined);
    return answer === undefined || answer.text.includes('stopping') ? true : undefined;
  });

describe.each(['api', 'worker'] as const)('SIGTERM to the %s', (kind) => {
  it('lets the mail that is being sent be sent, once', async () => {
    const mailServer = new SlowMailServer();
    const process = await start(kind, { SMTP_URL: await mailServer.start() });
    try {
      const context = systemContext(alpha.tenant, 'test');
      await app.tenants.transaction(context, (manager) =>
        app.app.get(Mailer).queue(manager, context, {
          key: `stop-${kind}`,
          to: 'desk@society.example',
          subject: 'Hello',
          body: 'Hello',
        }),
      );
      await mailServer.hasMail;
      process.child.kill('SIGTERM');
      await isStopping(process);
      expect(process.child.exitCode).toBeNull();
      mailServer.acknowledge();
      expect(await process.ended()).toBe(0);
      expect(mailServer.received).toHaveLength(1);
      const mails = await app.inspect('select state, attempts from mails where key = $1', [`stop-${kind}`]);
      expect(mails).toEqual([{ state: 'sent', attempts: 1 }]);
      expect(await jobState('mail.send')).toBe('completed');
    } finally {
      await mailServer.stop();
    }
  }, 90_000);

  it('lets the certificate be printed whose making has begun', async () => {
    await app.inspect('delete from certificates');
    await app.inspect('delete from claims');
    const learner = await Learner.signIn(app, alpha);
    await learner.submit(`stop-${kind}-certificate`);
    const asked = learner.tryToIssue('cme');
    await until('the certificate to wait', async () => (await certificateStates())[0]);
    // The job will begin, and not come to read what to print with.
    const letGo = await hold('lock table certificate_templates in access exclusive mode');
    const process = await start(kind);
    await jobRuns('certificate.issue');
    process.child.kill('SIGTERM');
    await isStopping(process);
    expect(process.child.exitCode).toBeNull();
    await letGo();
    expect(await process.ended()).toBe(0);
    expect(await certificateStates()).toEqual([{ state: 'issued' }]);
    expect(await jobState('certificate.issue')).toBe('completed');
    await asked;
  }, 90_000);
});

describe('SIGTERM to the API while a learner waits for a certificate', () => {
  it('answers with the certificate, and then ends', async () => {
    await app.inspect('delete from certificates');
    await app.inspect('delete from claims');
    const learner = await Learner.signIn(app, alpha);
    await learner.submit('stop-waiting');
    const asked = learner.tryToIssue('cme');
    await until('the certificate to wait', async () => (await certificateStates())[0]);
    // It will be printed, and not come to be issued.
    const letGo = await hold('select id from certificates for update');
    const api = await start('api');
    const here = api.client('alpha');
    await here.signIn('100001', 'Okafor');
    const answered = here.post(learner.path('documents/cme'), {});
    await jobRuns('certificate.issue');
    api.child.kill('SIGTERM');
    await isStopping(api);
    expect(api.child.exitCode).toBeNull();
    await letGo();
    const answer = await answered;
    expect(bodyOf(answer)).toMatchObject({ state: 'issued', documentKey: 'cme' });
    expect(await api.ended()).toBe(0);
    await asked;
  }, 90_000);
});
