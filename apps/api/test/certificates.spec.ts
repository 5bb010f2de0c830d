import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CertificatePrinter } from '../src/certificates/certificate-printer.js';
import { CertificateRenderer } from '../src/certificates/certificate-renderer.js';
import { CertificateTemplatesService } from '../src/certificates/certificate-templates.service.js';
import type { CertificateViewDto } from '../src/certificates/dto/certificate-view.dto.js';
import { IssuingSweep } from '../src/certificates/issuing-sweep.js';
import { FileStorage } from '../src/storage/file-storage.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, bodyOf, learnerContext, until } from './testing-claims.js';
import { download, pageTexts, sha256 } from './testing-pdf.js';
import { createSociety, type Person, type Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;

/** One learner per test, so that tests do not share a claim. */
const learners: Person[] = Array.from({ length: 14 }, (_, index) => ({
  badge: `2000${String(index).padStart(2, '0')}`,
  firstName: 'Ana María',
  lastName: `Person${String(index)}`,
  credentials: 'MD, FACC',
  profession: 'physician',
  tier: 'Premier',
}));

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha', { more: learners });
  beta = await createSociety(app.tenants, 'beta', { more: learners });
  await arrange(app, alpha);
  await arrange(app, beta);
  await app.app.get(CertificateRenderer).start();
}, 90_000);
afterAll(() => app.stop());

let next = 0;
const newcomer = async (society = alpha): Promise<Learner> => {
  const person = learners[next];
  next += 1;
  if (person === undefined) throw new Error('There are no learners left');
  return Learner.signIn(app, society, person.badge, person.lastName);
};

const attempt = (isLast = false) => ({ number: 1, isLast, signal: new AbortController().signal });

describe('a certificate', () => {
  it('is made on demand, says what was claimed, and its bytes never change', async () => {
    const learner = await newcomer();
    const { revision } = await learner.add(0, 1, 2);
    await learner.trySubmit('a-certificate', { revision, isAttested: true, amounts: { 'ama-pra-1': 1.75 } });
    const certificate = await learner.issue('cme');
    expect(certificate).toMatchObject({
      documentKey: 'cme',
      title: 'CME Certificate',
      state: 'issued',
      credentials: 'MD, FACC',
      activityTitle: 'Annual Meeting of Society alpha',
      credits: [{ amount: '1.75', unit: 'AMA PRA Category 1 Credits™', isItalic: true }],
      request: null,
      supersededBy: null,
    });
    expect(certificate.number).toMatch(/^MTG26-\d{6}$/);
    expect(certificate.verificationCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(certificate.verificationUrl).toContain(`/verify/${certificate.verificationCode}`);

    const file = await download(app.port, learner.client, certificate.fileUrl);
    expect(file.status).toBe(200);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-cache',
      etag: `"${sha256(file.bytes)}"`,
      'content-length': String(file.bytes.length),
    });
    expect(file.headers['content-disposition']).toMatch(
      /^inline; filename="Ana Maria Person0 _ MTG26-\d{6}.pdf"; filename\*=UTF-8''Ana%20Mar%C3%ADa%20Person0%20%E2%80%93%20MTG26-\d{6}.pdf$/,
    );
    const pages = await pageTexts(file.bytes);
    expect(pages).toHaveLength(certificate.pageCount ?? 0);
    const whole = pages.join(' ');
    for (const part of [
      'Ana María Person0',
      '1.75',
      'AMA PRA Category 1 Credits',
      'live activity',
      'Boston',
      'April 23',
      certificate.number,
      'for a maximum of 21.75',
      'Session 0',
      'Room 1',
      '9:00',
      'MTG26',
    ]) {
      expect(whole).toContain(part);
    }
    expect(whole).not.toContain('Session 3');

    const again = await learner.issue('cme');
    expect(again).toEqual(certificate);
    const unchanged = await download(app.port, learner.client, `${certificate.fileUrl}?download=1`, {
      'if-none-match': String(file.headers['etag']),
    });
    expect(unchanged.status).toBe(304);
    const saved = await download(app.port, learner.client, `${certificate.fileUrl}?download=1`);
    expect(saved.headers['content-disposition']).toMatch(/^attachment; /);
    expect(saved.bytes.equals(file.bytes)).toBe(true);
    expect((await learner.cart()).submitted?.state).toBe('certified');
  }, 60_000);

  it('of participation awards no AMA credit, and says that the activity was designated for it', async () => {
    const nurse = await Learner.signIn(app, alpha, '100003', 'Nguyễn');
    await nurse.submit('participation-1', [0]);
    expect((await nurse.tryToIssue('cme')).body).toMatchObject({ status: 409, code: 'document.unavailable' });
    const certificate = await nurse.issue('participation');
    expect(certificate.credits).toEqual([{ amount: '1.00', unit: 'hours', isItalic: false }]);
    const { bytes } = await download(app.port, nurse.client, certificate.fileUrl);
    const text = (await pageTexts(bytes)).join(' ');
    // Letters of another font come as pieces of their own.
    expect(text.replaceAll(' ', '')).toContain('ThịMaiNguyễnRN');
    expect(text).toMatch(/This activity was designated for 21\.75 AMA PRA Category 1 Credits ?™/);
    expect(text).not.toContain('designates this');
  }, 60_000);

  it('is one when it is asked for many times at once, and numbers leave nothing out', async () => {
    const learner = await newcomer();
    await learner.submit('many-at-once');
    const made = await Promise.all([1, 2, 3, 4, 5].map(() => learner.issue('cme')));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const others = await Promise.all([newcomer(), newcomer(), newcomer()]);
    for (const [index, other] of others.entries()) await other.submit(`numbers-${String(index)}`);
    await Promise.all(others.map((other) => other.issue('cme')));
    const rows = await app.inspect<{ number: string }>(
      'select number from certificates where tenant_id = $1 order by number',
      [alpha.tenant.id],
    );
    expect(rows.map(({ number }) => Number(number.slice(6)))).toEqual(rows.map((_, index) => index + 1));
  }, 90_000);

  it('is nobody else’s: another learner and another society find nothing', async () => {
    const learner = await newcomer();
    await learner.submit('nobody-elses');
    const { id, fileUrl } = await learner.issue('cme');
    const strangers = [
      await Learner.signIn(app, alpha, '100002', 'Lindqvist'),
      await Learner.signIn(app, beta, '100001', 'Okafor'),
    ];
    for (const { client } of strangers) {
      expect((await client.get(`/api/certificates/${id}`)).status).toBe(404);
      expect((await client.get(fileUrl)).status).toBe(404);
      expect(bodyOf<CertificateViewDto[]>(await client.get('/api/certificates'))).toEqual([]);
    }
    expect((await app.client('alpha').get(fileUrl)).status).toBe(401);
    expect((await learner.certificates()).map((certificate) => certificate.id)).toEqual([id]);
  }, 60_000);

  it('is not made without a claim, or when the rules do not offer it', async () => {
    const learner = await newcomer();
    expect((await learner.tryToIssue('cme')).body).toMatchObject({ code: 'document.unavailable' });
    await learner.submit('not-offered');
    expect((await learner.tryToIssue('diploma')).status).toBe(404);
    expect((await learner.tryToIssue('participation')).body).toMatchObject({
      code: 'document.unavailable',
      reasons: [{ text: expect.any(String) }],
    });
  });

  it('waits for its design when the society has none yet', async () => {
    const learner = await newcomer(beta);
    await learner.submit('no-design-yet');
    const templates = await app.inspect(
      'delete from certificate_templates where tenant_id = $1 returning *',
      [beta.tenant.id],
    );
    expect(templates).toHaveLength(1);
    expect((await learner.documents()).documents[0]).toMatchObject({
      isAvailable: false,
      reasons: [{ remedy: expect.stringContaining('help@society.example') }],
    });
    await app.app
      .get(CertificateTemplatesService)
      .save(systemContext(beta.tenant, 'test'), { key: 'classic', title: 'Classic', design: 'classic' });
    expect((await learner.issue('cme')).state).toBe('issued');
  }, 60_000);
});

describe('what goes wrong on the way to a certificate', () => {
  it('survives Chromium being killed in mid-render', async () => {
    const learner = await newcomer();
    await learner.submit('chromium-killed');
    const renderer = app.app.get(CertificateRenderer);
    const { restarts } = renderer.health();
    const making = learner.issue('cme');
    for (let round = 0; round < 3; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      killChromium();
    }
    const certificate = await making;
    const file = await until(async () => {
      const answer = await download(app.port, learner.client, certificate.fileUrl);
      return answer.status === 200 ? answer : undefined;
    }, 60_000);
    expect((await pageTexts(file.bytes)).join(' ')).toContain(certificate.number);
    expect(renderer.health().restarts).toBeGreaterThan(restarts);
  }, 90_000);

  it('issues the same certificate after a crash between storing the bytes and writing the row', async () => {
    const learner = await newcomer();
    await learner.submit('crash-in-between');
    const first = await learner.issue('cme');
    // As the row was before the crash; the bytes are stored already.
    await app.inspect(
      `update certificates set state = 'issuing', sha256 = null, byte_size = null, page_count = null, issued_at = null
       where id = $1`,
      [first.id],
    );
    expect((await learner.client.get(first.fileUrl)).body).toMatchObject({
      status: 409,
      code: 'certificate.not_ready',
    });
    expect(await app.app.get(IssuingSweep).sweep(Temporal.Duration.from({ seconds: 0 }))).toBe(1);
    const again = await until(async () => {
      const [row] = await learner.certificates();
      return row?.state === 'issued' ? row : undefined;
    });
    expect({ ...again, issuedAt: null }).toEqual({ ...first, issuedAt: null });
  }, 60_000);

  it('is taken up by the next process when the one before it was killed', async () => {
    const learner = await newcomer();
    await learner.submit('killed-before');
    const { id } = await learner.issue('cme');
    // The job went with the process that was killed; only the row tells.
    await app.inspect(
      `update certificates set state = 'issuing', sha256 = null, byte_size = null, page_count = null where id = $1`,
      [id],
    );
    const second = await startTestApp({ database: app.database });
    try {
      const state = await until(async () => {
        const rows = await app.inspect<{ state: string }>('select state from certificates where id = $1', [
          id,
        ]);
        return rows[0]?.state === 'issued' ? 'issued' : undefined;
      });
      expect(state).toBe('issued');
    } finally {
      await second.stop();
    }
  }, 60_000);

  it('keeps the first bytes when two workers print the same certificate', async () => {
    const learner = await newcomer();
    await learner.submit('two-workers');
    const { id } = await learner.issue('cme');
    await app.inspect(
      `update certificates set state = 'issuing', sha256 = null, byte_size = null, page_count = null where id = $1`,
      [id],
    );
    const printer = app.app.get(CertificatePrinter);
    const context = systemContext(alpha.tenant, 'test');
    await Promise.all([printer.print(context, id, attempt()), printer.print(context, id, attempt())]);
    const [before] = await app.inspect('select sha256 from certificates where id = $1', [id]);
    await printer.print(context, id, attempt());
    expect(await app.inspect('select sha256 from certificates where id = $1', [id])).toEqual([before]);
  }, 60_000);

  it('says that it failed when nothing helps, and tries again when it is asked for again', async () => {
    const learner = await newcomer();
    await learner.submit('storage-is-full');
    const storage = app.app.get(FileStorage);
    const put = storage.put.bind(storage);
    storage.put = () => Promise.reject(new Error('no space left on device'));
    const context = learnerContext(alpha, learners[next - 1]?.badge);
    try {
      const making = learner.tryToIssue('cme');
      const id = await until(
        async () =>
          (
            await app.inspect<{ id: string }>(`select id from certificates where learner_id = $1`, [
              context.actor.learnerId,
            ])
          )[0]?.id,
      );
      await expect(app.app.get(CertificatePrinter).print(context, id, attempt(true))).rejects.toThrow(
        'no space left',
      );
      expect(bodyOf<CertificateViewDto>(await making)).toMatchObject({ id, state: 'failed' });
    } finally {
      storage.put = put;
    }
    const made = await until(async () => {
      const view = await learner.issue('cme');
      return view.state === 'issued' ? view : undefined;
    });
    expect(made.pageCount).toBeGreaterThan(0);
  }, 60_000);
});

/** The browser processes that this very test run started, and no others. */
function killChromium(): void {
  const children = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null && Number(match[2]) === process.pid && /chrom/i.test(match[3] ?? ''));
  for (const match of children) {
    try {
      process.kill(Number(match?.[1]), 'SIGKILL');
    } catch {
      // It is gone already.
    }
  }
}
