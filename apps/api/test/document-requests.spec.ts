import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { CertificatePrinter } from '../src/certificates/certificate-printer.js';
import type { CertificateViewDto } from '../src/certificates/dto/certificate-view.dto.js';
import { ClaimActionsService } from '../src/claims/claim-actions.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, TestClock, startTestApp } from './testing-app.js';
import {
  Learner,
  arrange,
  asrtStep,
  bodyOf,
  documentsStep,
  learnerContext,
  rhythm,
  until,
} from './testing-claims.js';
import { download, sha256 } from './testing-pdf.js';
import type { Society } from './testing-society.js';

const mails: Email[] = [];
let refusesMail = false;
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onRcptTo(_address, _session, done) {
    if (refusesMail) done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
    else done();
  },
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    });
  },
});

let app: TestApp;
let alpha: Society;
let beta: Society;
const clock = new TestClock();

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    smtp.listen(0, '127.0.0.1', resolve);
  });
  const address = smtp.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port');
  app = await startTestApp({ clock, settings: { SMTP_URL: `smtp://127.0.0.1:${String(address.port)}` } });
  const more = ['300001', '300002', '300003', '300004'].map((badge) => ({
    badge,
    firstName: 'Rosa',
    lastName: `Tech${badge}`,
    credentials: 'RT(R)',
    profession: 'technologist',
    tier: null,
  }));
  alpha = await app.createTenant('alpha', { more });
  beta = await app.createTenant('beta');
  await arrange(app, alpha);
  await arrange(app, beta);
}, 60_000);
afterAll(async () => {
  await app.stop();
  await new Promise<void>((resolve) => {
    smtp.close(resolve);
  });
});

const settled = (learner: Learner, id: string) =>
  until(async () => {
    const view = bodyOf<CertificateViewDto>(await learner.client.get(`/api/certificates/${id}`));
    return view.request?.state === 'preparing' ? undefined : view;
  });

describe('a document that the society finishes by hand', () => {
  it('asks for the identifier, and goes to the society with the certificate attached', async () => {
    const learner = await Learner.signIn(app, alpha, '100004', 'Castellanos-Ortiz');
    await learner.submit('asrt-request', [0, 2]);
    const document = (await learner.documents()).documents.find(({ key }) => key === 'asrt');
    expect(document).toMatchObject({
      isAvailable: true,
      inputs: [
        { key: 'asrt', label: 'ASRT Unique Identifier', help: 'Six or seven digits.', pattern: '\\d{6,7}' },
      ],
      request: { promise: expect.stringContaining('within five business days'), lastDay: '2099-08-31' },
    });
    for (const [inputs, code] of [
      [undefined, 'input.missing'],
      [{ asrt: ' ' }, 'input.missing'],
      [{ asrt: '12345' }, 'input.pattern'],
      [{ asrt: '123456 or so' }, 'input.pattern'],
      [{ asrt: 123456 }, 'input.not_text'],
      [{ asrt: '123456', npi: '1' }, 'input.unknown'],
    ] as const) {
      const refused = await learner.tryToIssue('asrt', inputs);
      expect([inputs, refused.body]).toEqual([
        inputs,
        expect.objectContaining({
          status: 422,
          code: 'document.input_required',
          faults: [expect.objectContaining({ code })],
        }),
      ]);
    }

    const certificate = await learner.issue('asrt', { asrt: ' 123456 ' });
    expect(certificate.request).toMatchObject({
      mailTo: 'sessions@society.example',
      promise: expect.stringContaining('within five business days'),
    });
    const sent = await settled(learner, certificate.id);
    expect(sent.request).toMatchObject({ state: 'sent', sentAt: expect.any(String) });
    // Looking at it, however often, writes nothing.
    const rows = () => app.inspect('select xmin::text, * from document_requests order by id');
    const before = await rows();
    for (const path of ['/api/certificates', `/api/certificates/${sent.id}`, learner.path('documents')]) {
      expect((await learner.client.get(path)).status).toBe(200);
    }
    expect(await rows()).toEqual(before);

    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail?.to).toMatchObject([{ address: 'sessions@society.example' }]);
    expect(mail?.replyTo).toMatchObject([{ address: '100004@alpha.example' }]);
    expect(mail?.subject).toBe(`ASRT request – Lucía Castellanos-Ortiz, ${certificate.number}`);
    expect(mail?.text).toContain('ASRT Unique Identifier: 123456');
    expect(mail?.text).toContain('Claimed: 2.00 hours');
    const [attachment] = mail?.attachments ?? [];
    expect(attachment?.filename).toBe(`Lucía Castellanos-Ortiz – ${certificate.number}.pdf`);
    const file = await download(app.port, learner.client, certificate.fileUrl);
    const content = attachment?.content;
    expect(content instanceof ArrayBuffer || typeof content === 'object').toBe(true);
    expect(sha256(Buffer.from(content as ArrayBuffer))).toBe(sha256(file.bytes));

    // The identifier is kept, and offered again.
    const [row] = await app.inspect('select identifiers from learners where id = $1', [
      alpha.learners['100004']?.learnerId,
    ]);
    expect(row).toEqual({ identifiers: { asrt: '123456' } });
    const again = (await learner.documents()).documents.find(({ key }) => key === 'asrt');
    expect(again?.inputs[0]?.value).toBe('123456');
    // Asking again sends no second mail.
    expect((await learner.issue('asrt', { asrt: '123456' })).id).toBe(certificate.id);
    expect(mails).toHaveLength(1);
  }, 60_000);

  it('is asked for anew when the claim is amended, and says what it replaces', async () => {
    mails.length = 0;
    const learner = await Learner.signIn(app, alpha, '300001', 'Tech300001');
    await learner.submit('asrt-amended', [0]);
    const first = await learner.issue('asrt', { asrt: '7654321' });
    await settled(learner, first.id);
    const { revision } = await learner.add(2);
    expect((await learner.trySubmit('asrt-amendment', { revision, isAttested: true })).status).toBe(201);
    await until(async () => (mails.length === 2 ? true : undefined));
    expect(mails[1]?.text).toContain(`It replaces certificate ${first.number}`);
    expect(mails[1]?.text).toContain('ASRT Unique Identifier: 7654321');
    expect(mails[1]?.text).toContain('Claimed: 2.00 hours');
  }, 60_000);

  it('is withdrawn when its claim is amended in print, when printing failed, and when the claim is revoked', async () => {
    mails.length = 0;
    const learner = await Learner.signIn(app, alpha, '300004', 'Tech300004');
    await learner.submit('asrt-in-print', [0]);
    const { id } = await learner.issue('asrt', { asrt: '7654321' });
    await settled(learner, id);
    /** As it would be had the printing not come to its end before. */
    const unmade = async (certificateId: string, state: string) => {
      await app.inspect(
        `update certificates set state = $2, sha256 = null, byte_size = null, page_count = null, issued_at = null
         where id = $1`,
        [certificateId, state],
      );
      await app.inspect(
        `delete from mails m using document_requests r
         where r.certificate_id = $1 and m.key = 'document-request:' || r.id::text`,
        [certificateId],
      );
    };
    const requestOf = async (certificateId: string) =>
      bodyOf<CertificateViewDto>(await learner.client.get(`/api/certificates/${certificateId}`)).request
        ?.state;
    const amend = async (key: string, index: number): Promise<{ id: string; claimId: string }> => {
      const { revision, claimId } = await learner.add(index);
      expect((await learner.trySubmit(key, { revision, isAttested: true })).status).toBe(201);
      const made = await until(async () => {
        const document = (await learner.documents()).documents.find((one) => one.key === 'asrt');
        return document?.certificate?.state === 'issued' ? document.certificate : undefined;
      });
      await settled(learner, made.id);
      return { id: made.id, claimId: String(claimId) };
    };

    await unmade(id, 'issuing');
    const second = await amend('asrt-while-in-print', 2);
    await app.app.get(CertificatePrinter).print(systemContext(alpha.tenant, 'test'), id, {
      number: 1,
      isLast: true,
      signal: new AbortController().signal,
    });
    expect(await requestOf(id)).toBe('withdrawn');
    expect(mails).toHaveLength(2);

    await unmade(second.id, 'failed');
    const third = await amend('asrt-after-failure', 4);
    expect(await requestOf(second.id)).toBe('withdrawn');
    expect(await requestOf(third.id)).toBe('sent');

    await unmade(third.id, 'issuing');
    await app.app
      .get(ClaimActionsService)
      .revoke(systemContext(alpha.tenant, 'test'), third.claimId, 'Not hers');
    expect(await requestOf(third.id)).toBe('withdrawn');
    expect(mails).toHaveLength(3);
  }, 60_000);

  it('says that the request failed when the society’s mailbox refuses it', async () => {
    refusesMail = true;
    try {
      const learner = await Learner.signIn(app, alpha, '300002', 'Tech300002');
      await learner.submit('asrt-refused', [0]);
      const { id, state } = await learner.issue('asrt', { asrt: '1234567' });
      expect(state).toBe('issued');
      expect((await settled(learner, id)).request).toMatchObject({ state: 'failed', sentAt: null });
    } finally {
      refusesMail = false;
    }
  }, 60_000);

  it('is refused after the last day, with that reason', async () => {
    const today = clock.now().toZonedDateTimeISO('America/New_York').toPlainDate();
    const steps = [...rhythm.slice(0, -1), asrtStep(today.toString())];
    await app.app.get(WorkflowsService).save(learnerContext(alpha), alpha.activityId, steps);
    const learner = await Learner.signIn(app, alpha, '300003', 'Tech300003');
    await learner.submit('asrt-too-late', [0]);
    expect((await learner.documents()).documents.find(({ key }) => key === 'asrt')?.isAvailable).toBe(true);
    clock.advance({ hours: 25 });
    // The sign-in has run out meanwhile; the claim has not.
    expect((await learner.client.signIn('300003', 'Tech300003')).status).toBe(201);
    const { status, body } = await learner.tryToIssue('asrt', { asrt: '123456' });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'document.unavailable',
      reasons: [{ text: expect.stringMatching(/Requests for the .* ended on /) }],
    });
    // The other certificate is not affected.
    expect((await learner.issue('participation')).state).toBe('issued');
  }, 60_000);

  it('is not there for other professions or where the step is off', async () => {
    const physician = await Learner.signIn(app, beta);
    await physician.submit('no-asrt-for-physicians', [0]);
    expect((await physician.documents()).documents.map(({ key }) => key)).toEqual(['cme', 'participation']);
    await app.app
      .get(WorkflowsService)
      .save(learnerContext(beta), beta.activityId, [
        documentsStep,
        { ...asrtStep('2099-01-01'), isEnabled: false },
      ]);
    const technologist = await Learner.signIn(app, beta, '100004', 'Castellanos-Ortiz');
    await technologist.submit('off-is-off', [0]);
    expect((await technologist.tryToIssue('asrt', { asrt: '123456' })).status).toBe(404);
  });
});
