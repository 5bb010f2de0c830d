import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Mailer } from '../src/mail/mailer.js';
import type { StaffMailPageDto } from '../src/mail/dto/staff-mail.dto.js';
import { StaffMailsService } from '../src/mail/staff-mails.service.js';
import type { StaffReportPageDto } from '../src/reporting/dto/staff-report.dto.js';
import { ReportDeliveries } from '../src/reporting/report-deliveries.js';
import { StaffReportsService } from '../src/reporting/staff-reports.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { Learner, bodyOf, until } from './testing-claims.js';
import { AWAY, ClaimDesk, failing, REPORTER } from './testing-claim-desk.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

let desk: ClaimDesk;
let othersSupport: TestClient;

beforeAll(async () => {
  desk = await ClaimDesk.start();
  othersSupport = await desk.signInAs(desk.beta, 'support');
}, 60_000);
afterAll(() => desk.stop());
beforeEach(async () => {
  await desk.reset();
  await desk.app.inspect('delete from mails');
});

const reports = async (query = '', client = desk.support) =>
  bodyOf<StaffReportPageDto>(await client.get(`/api/staff/reports${query}`)).items;
const mails = async (query = '', client = desk.support) =>
  bodyOf<StaffMailPageDto>(await client.get(`/api/staff/mails${query}`)).items;
const retry = (thing: string, id: string, client = desk.support) =>
  client.post(`/api/staff/${thing}/${id}/retry`, {});
const context = ({ tenant }: Society) => systemContext(tenant, 'test');
const audited = (action: string) =>
  desk.app.inspect(`select tenant_id, subject_id as id, actor from audit_events where action = $1`, [action]);

/** A report that was given up, since its authority was away; the authority answers again. */
async function failedReport(society: Society): Promise<string> {
  await desk.run(society, AWAY);
  const { claim } = await (
    await Learner.signIn(desk.app, society)
  ).submit(`away-${society.tenant.slug}`, [0]);
  await until(async () => (await desk.app.inspect(`select 1 from deliveries`))[0]);
  await desk.app.inspect(`update reports set state = 'failed' where claim_id = $1`, [claim.id]);
  await desk.app.inspect(`delete from pgboss.job where name = 'report.deliver'`);
  await desk.run(society, REPORTER);
  const [row] = await desk.app.inspect<{ id: string }>(`select id from reports where claim_id = $1`, [
    claim.id,
  ]);
  return row?.id ?? '';
}

describe('reports that were given up', () => {
  it('are listed with what came back, and delivered when they are tried again', async () => {
    const id = await failedReport(desk.alpha);
    const others = await failedReport(desk.beta);
    expect(await reports('?state=failed')).toMatchObject([
      { id, authority: 'board', state: 'failed', attempts: 1, lastDetail: 'busy' },
    ]);
    expect(await reports('?state=accepted')).toEqual([]);
    expect((await retry('reports', others)).body).toMatchObject({ code: 'not_found' });
    expect((await retry('reports', id)).status).toBe(204);
    await until(async () => (await reports('?state=accepted'))[0]);
    expect(await reports()).toMatchObject([{ id, state: 'accepted', attempts: 2, lastDetail: 'receipt 7' }]);
    expect((await retry('reports', id)).body).toMatchObject({ code: 'delivery.not_failed' });
    expect(await reports('', othersSupport)).toMatchObject([{ id: others, state: 'failed' }]);
    expect(await audited('report.retried')).toEqual([
      { tenant_id: desk.alpha.tenant.id, id, actor: expect.stringMatching(/^staff:/) },
    ]);
  });

  it('are tried again all at once, but for those of revoked claims', async () => {
    const id = await failedReport(desk.alpha);
    const others = await failedReport(desk.beta);
    const service = desk.app.app.get(StaffReportsService);
    await desk.app.inspect(`update claims set state = 'revoked' where tenant_id = $1`, [
      desk.alpha.tenant.id,
    ]);
    expect(await service.retryAll(context(desk.alpha))).toBe(0);
    await desk.app.inspect(`update claims set state = 'submitted' where tenant_id = $1`, [
      desk.alpha.tenant.id,
    ]);
    expect(await service.retryAll(context(desk.alpha))).toBe(1);
    await until(async () => (await reports('?state=accepted')).find((report) => report.id === id));
    expect(await reports('', othersSupport)).toMatchObject([{ id: others, state: 'failed' }]);
  });

  it('wait for whoever revokes the claim at the same time, and are not sent then', async () => {
    const id = await failedReport(desk.alpha);
    let retried: ReturnType<typeof retry> | undefined;
    await desk.app.tenants.transaction(context(desk.alpha), async (manager) => {
      await manager.query(`update claims set state = 'revoked' where tenant_id = $1`, [desk.alpha.tenant.id]);
      retried = retry('reports', id);
      const answered = retried.then(() => true);
      const isWaiting = async () => (await desk.app.inspect(`select 1 from pg_locks where not granted`))[0];
      await Promise.race([answered, until(isWaiting)]);
    });
    expect((await retried)?.body).toMatchObject({
      status: 409,
      code: 'delivery.not_failed',
      detail: expect.stringContaining('was revoked'),
    });
    expect(await desk.states('reports')).toEqual([{ state: 'failed' }]);
  });

  it('are withdrawn, not delivered, where their claim was revoked meanwhile', async () => {
    const id = await failedReport(desk.alpha);
    await desk.app.inspect(`update reports set state = 'queued'`);
    await desk.app.inspect(`update claims set state = 'revoked'`);
    await desk.app.app
      .get(ReportDeliveries)
      .deliver(context(desk.alpha), id, { number: 1, isLast: false, signal: new AbortController().signal });
    expect(await reports()).toMatchObject([{ id, state: 'withdrawn', attempts: 1 }]);
  });

  it('give way to those of an amendment', async () => {
    const id = await failedReport(desk.alpha);
    const learner = await Learner.signIn(desk.app, desk.alpha);
    await learner.add(2);
    const amendment = await desk.submitCart(learner, 'amended-after-failure');
    await until(async () => (await reports('?state=accepted'))[0]);
    const sent = () => reports().then((all) => all.map(({ claimId, state }) => ({ claimId, state })));
    const [, first] = await sent();
    expect(await sent()).toEqual([
      { claimId: amendment.id, state: 'accepted' },
      { ...first, state: 'withdrawn' },
    ]);
    // As it was left by a version that did not withdraw it.
    await desk.app.inspect(`update reports set state = 'failed' where id = $1`, [id]);
    expect(await desk.app.app.get(StaffReportsService).retryAll(context(desk.alpha))).toBe(0);
    expect((await retry('reports', id)).body).toMatchObject({
      status: 409,
      code: 'delivery.not_failed',
      detail: expect.stringContaining('amended and reported anew'),
    });
  });

  it('give way to those of a held amendment once it is released, and not before', async () => {
    const id = await failedReport(desk.alpha);
    await desk.run(desk.alpha, failing('certify'), REPORTER);
    const learner = await Learner.signIn(desk.app, desk.alpha);
    await learner.add(2);
    const amendment = await desk.submitCart(learner, 'held-after-failure');
    expect(await reports()).toMatchObject([{ id, state: 'failed' }]);
    await desk.run(desk.alpha, REPORTER);
    expect((await desk.act(desk.support, amendment.id, 'release')).status).toBeLessThan(300);
    await until(async () => (await reports('?state=accepted'))[0]);
    expect(await reports()).toMatchObject([
      { claimId: amendment.id, state: 'accepted' },
      { id, state: 'withdrawn' },
    ]);
  });

  it('are for those who look after claims', async () => {
    const viewer = await desk.signInAs(desk.alpha, 'viewer');
    for (const path of ['/api/staff/reports', '/api/staff/mails']) {
      expect((await viewer.get(path)).status).toBe(403);
    }
  });
});

describe('mails that were given up', () => {
  const failedMail = async (society: Society) => {
    const id = await desk.app.tenants.transaction(context(society), async (manager) => {
      const mailId = await desk.app.app.get(Mailer).queue(manager, context(society), {
        key: 'one',
        to: 'office@society.example',
        subject: 'Hello',
        body: 'The secret of it',
        isConfidential: true,
      });
      return mailId;
    });
    await until(
      async () => (await desk.app.inspect(`select 1 from mails where id = $1 and state = 'sent'`, [id]))[0],
    );
    await desk.app.inspect(
      `update mails set state = 'failed', sent_at = null, last_error = 'No such mailbox' where id = $1`,
      [id],
    );
    return id;
  };

  it('are listed without what they say, and sent when they are tried again', async () => {
    const id = await failedMail(desk.alpha);
    const others = await failedMail(desk.beta);
    const listed = await desk.support.get('/api/staff/mails?state=failed');
    expect(listed.body).toMatchObject({
      items: [
        { id, to: 'office@society.example', subject: 'Hello', lastError: 'No such mailbox', attempts: 1 },
      ],
      nextCursor: null,
    });
    expect(listed.text).not.toContain('secret');
    expect((await retry('mails', others)).body).toMatchObject({ code: 'not_found' });
    expect((await retry('mails', id)).status).toBe(204);
    await until(async () => (await mails('?state=sent'))[0]);
    expect((await retry('mails', id)).body).toMatchObject({ code: 'delivery.not_failed' });
    expect(await mails('', othersSupport)).toMatchObject([{ id: others, state: 'failed' }]);
    expect(await audited('mail.retried')).toMatchObject([{ tenant_id: desk.alpha.tenant.id, id }]);
  });

  it('are not sent again once the link in them is over', async () => {
    const id = await failedMail(desk.alpha);
    await desk.app.inspect(`update mails set good_until = now() - interval '1 second' where id = $1`, [id]);
    const refused = { status: 409, detail: expect.stringContaining('good no longer') };
    expect((await retry('mails', id)).body).toMatchObject(refused);
    expect(await desk.app.app.get(StaffMailsService).retryAll(context(desk.alpha))).toBe(0);
    // One that ends in the queue is not sent either.
    const late = await desk.app.tenants.transaction(context(desk.alpha), (manager) =>
      desk.app.app.get(Mailer).queue(manager, context(desk.alpha), {
        key: 'late',
        to: 'late@society.example',
        subject: 'Too late',
        body: 'A link',
        goodUntil: Temporal.Now.instant().subtract({ seconds: 1 }),
      }),
    );
    const [failed] = await until(async () => {
      const rows = (await mails('?state=failed')).filter((mail) => mail.id === late);
      return rows.length > 0 ? rows : undefined;
    });
    expect(failed).toMatchObject({ attempts: 0, lastError: expect.stringContaining('good no longer') });
    await desk.app.inspect(`update mails set good_until = now() + interval '1 hour' where id = $1`, [id]);
    expect((await retry('mails', id)).status).toBe(204);
    await until(async () => (await mails('?state=sent'))[0]);
  });

  it('are tried again all at once, in one society', async () => {
    const id = await failedMail(desk.alpha);
    await failedMail(desk.beta);
    expect(await desk.app.app.get(StaffMailsService).retryAll(context(desk.alpha))).toBe(1);
    await until(async () => (await mails('?state=sent')).find((mail) => mail.id === id));
    expect(await mails('?state=failed', othersSupport)).toHaveLength(1);
  });
});
