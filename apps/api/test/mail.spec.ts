import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { Mailer } from '../src/mail/mailer.js';
import { FileStorage } from '../src/storage/file-storage.js';
import { systemContext, type TenantContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { Society } from './testing-society.js';
import { until } from './until.js';

const PDF = Buffer.from('%PDF-1.7 certificate of 山田');

/** A mail server that answers each recipient as its name asks. */
class TestMailServer {
  readonly received: Buffer[] = [];
  private busyAnswers = 1;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('unknown@')) done(refusal(550));
      else if (address.startsWith('busy@') && this.busyAnswers-- > 0) done(refusal(451));
      else done();
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        this.received.push(Buffer.concat(chunks));
        done();
      });
    },
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.server.address();
    if (address === null || typeof address === 'string') throw new Error('The mail server has no port');
    return `smtp://127.0.0.1:${address.port}`;
  }
  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
const refusal = (responseCode: number) => Object.assign(new Error('No'), { responseCode });

const mailServer = new TestMailServer();
let byFile: TestApp;
let bySmtp: TestApp;
let context: TenantContext;

beforeAll(async () => {
  byFile = await startTestApp();
  bySmtp = await startTestApp({
    settings: { SMTP_URL: await mailServer.start(), MAIL_FROM: 'Laurel <laurel@example.org>' },
  });
  for (const app of [byFile, bySmtp]) await app.createTenant('alpha');
}, 60_000);
afterAll(async () => {
  await byFile.stop();
  await bySmtp.stop();
  await mailServer.stop();
});

async function queue(app: TestApp, key: string, to = 'society@example.org'): Promise<string> {
  const [tenant] = await app.inspect<Society['tenant']>(
    `select id, slug, name from tenants where slug = 'alpha'`,
  );
  if (tenant === undefined) throw new Error('No tenant');
  context = systemContext(tenant, 'test');
  const { sha256 } = await app.app.get(FileStorage).put(context, PDF, 'application/pdf');
  return app.tenants.transaction(context, (manager) =>
    app.app.get(Mailer).queue(manager, context, {
      key,
      to,
      replyTo: 'learner@example.org',
      subject: 'Bitte für 山田',
      body: 'Please finish this certificate.\n',
      attachments: [{ fileName: 'certificate 山田.pdf', contentType: 'application/pdf', sha256 }],
    }),
  );
}

interface MailRow {
  state: string;
  attempts: number;
  last_error: string | null;
}
const settled = (app: TestApp, id: string, wanted: readonly string[] = ['sent', 'failed']) =>
  until(
    `mail ${wanted.join(' or ')}`,
    async () => {
      const [row] = await app.inspect<MailRow>(
        'select state, attempts, last_error from mails where id = $1',
        [id],
      );
      return row !== undefined && wanted.includes(row.state) && row.attempts > 0 ? row : undefined;
    },
    20_000,
  );

describe('without a mail server', () => {
  it('a mail becomes a file that mail programs open, attachment and all', async () => {
    const id = await queue(byFile, 'request:1');
    expect(await settled(byFile, id)).toMatchObject({ state: 'sent', attempts: 1 });
    const folder = path.join(byFile.home, 'mail');
    expect(await readdir(folder)).toEqual([`${id}.eml`]);
    const mail = await PostalMime.parse(await readFile(path.join(folder, `${id}.eml`)));
    expect(mail).toMatchObject({
      subject: 'Bitte für 山田',
      to: [{ address: 'society@example.org' }],
      replyTo: [{ address: 'learner@example.org' }],
      text: expect.stringContaining('Please finish'),
    });
    const [attachment] = mail.attachments;
    expect(attachment?.filename).toBe('certificate 山田.pdf');
    expect(Buffer.from(attachment?.content as ArrayBuffer)).toEqual(PDF);
  });

  it('the same key is one mail, however often it is queued', async () => {
    const first = await queue(byFile, 'request:2');
    const again = await queue(byFile, 'request:2', 'somebody.else@example.org');
    expect(again).toBe(first);
    await settled(byFile, first);
    const status = await byFile.tenants.transaction(context, (manager) =>
      byFile.app.get(Mailer).statusOf(manager, context, 'request:2'),
    );
    expect(status).toMatchObject({ state: 'sent', sentAt: expect.any(Temporal.Instant) });
    expect(await byFile.inspect(`select "to" from mails where key = 'request:2'`)).toEqual([
      { to: 'society@example.org' },
    ]);
  });
});

describe('with a mail server', () => {
  const subjects = async () =>
    (await Promise.all(mailServer.received.map((raw) => PostalMime.parse(raw)))).map(
      ({ messageId }) => messageId,
    );

  it('a mail is sent once', async () => {
    const id = await queue(bySmtp, 'smtp:1');
    expect(await settled(bySmtp, id)).toMatchObject({ state: 'sent', attempts: 1, last_error: null });
    expect((await subjects()).filter((messageId) => messageId === `<${id}@example.org>`)).toHaveLength(1);
    const mail = await PostalMime.parse(mailServer.received.at(-1) ?? '');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['certificate 山田.pdf']);
  });

  it('that is busy is asked again later, with the same message id', async () => {
    const id = await queue(bySmtp, 'smtp:2', 'busy@example.org');
    const first = await settled(bySmtp, id, ['queued']);
    expect(first.last_error).toMatch(/451|No/);
    // The real wait is a quarter of a minute and doubles; its turn has come.
    await until('the job to wait for its turn', async () => {
      const [job] = await bySmtp.inspect(
        `update pgboss.job set start_after = now() where state = 'retry' returning id`,
      );
      return job;
    });
    expect(await settled(bySmtp, id)).toMatchObject({ state: 'sent', attempts: 2 });
    expect((await subjects()).filter((messageId) => messageId === `<${id}@example.org>`)).toHaveLength(1);
  }, 30_000);

  it('that knows nobody of that name is not asked again', async () => {
    const id = await queue(bySmtp, 'smtp:3', 'unknown@example.org');
    expect(await settled(bySmtp, id)).toMatchObject({
      state: 'failed',
      attempts: 1,
      last_error: expect.stringMatching(/550/),
    });
  });

  it('a mail whose sender died in the middle is not sent a second time', async () => {
    const count = mailServer.received.length;
    const id = await bySmtp.tenants.transaction(context, async (manager) => {
      const mailId = await bySmtp.app
        .get(Mailer)
        .queue(manager, context, { key: 'smtp:4', to: 'society@example.org', subject: 's', body: 'b' });
      await manager.query(`update mails set state = 'sending', attempts = 1 where id = $1`, [mailId]);
      return mailId;
    });
    expect(await settled(bySmtp, id)).toMatchObject({
      state: 'failed',
      last_error: expect.stringMatching(/may have arrived/),
    });
    expect(mailServer.received).toHaveLength(count);
  });
});
