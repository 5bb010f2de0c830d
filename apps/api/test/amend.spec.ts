import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CertificateViewDto } from '../src/certificates/dto/certificate-view.dto.js';
import type { VerificationDto } from '../src/certificates/dto/verification.dto.js';
import type { CartDto } from '../src/claims/dto/cart.dto.js';
import type { SubmissionDto } from '../src/claims/dto/submit-claim.dto.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, TestClock, startTestApp } from './testing-app.js';
import {
  Learner,
  arrange,
  bodyOf,
  documentsStep,
  learnerContext,
  rhythm,
  step,
  until,
} from './testing-claims.js';
import { download, sha256 } from './testing-pdf.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;
const clock = new TestClock();

beforeAll(async () => {
  app = await startTestApp({ clock });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await arrange(app, alpha);
  await arrange(app, beta);
}, 60_000);
afterAll(() => app.stop());
beforeEach(async () => {
  await app.inspect('delete from certificates');
  await app.inspect('delete from claims');
  await app.app.get(WorkflowsService).save(learnerContext(alpha), alpha.activityId, rhythm);
});

const submitCart = async (learner: Learner, key: string): Promise<SubmissionDto> => {
  const { revision } = await learner.cart();
  return bodyOf<SubmissionDto>(await learner.trySubmit(key, { revision, isAttested: true }), 201);
};
const verify = async (code: string) =>
  bodyOf<VerificationDto>(await app.client('alpha').get(`/api/verifications/${code}`));

describe('amending a claim', () => {
  it('replaces the claim and its certificate; both certificates stay verifiable', async () => {
    const learner = await Learner.signIn(app, alpha);
    const first = await learner.submit('amend-first', [0]);
    const old = await learner.issue('cme');
    const oldBytes = await download(app.port, learner.client, old.fileUrl);

    const amendment = await learner.add(2);
    expect(amendment).toMatchObject({
      state: 'draft',
      isAmendment: true,
      submitted: { id: first.claim.id, lineCount: 1 },
    });
    expect(amendment.claimId).not.toBe(first.claim.id);
    expect(amendment.lines.map(({ offeringId }) => offeringId)).toEqual([
      learner.offering(0),
      learner.offering(2),
    ]);
    // Until it is submitted, what was submitted stands.
    expect((await verify(old.verificationCode)).state).toBe('valid');

    const second = await submitCart(learner, 'amend-second');
    expect(second.claim).toMatchObject({ id: amendment.claimId, lineCount: 2, credits: [{ claimed: 2 }] });
    expect(second.documents.documents[0]?.certificate).toMatchObject({
      documentKey: 'cme',
      state: 'issuing',
    });
    expect(await app.inspect('select id, state from claims where id = $1', [first.claim.id])).toEqual([
      { id: first.claim.id, state: 'amended' },
    ]);
    const made = await until(async () => {
      const { documents } = await learner.documents();
      const certificate = documents.find(({ key }) => key === 'cme')?.certificate;
      return certificate?.state === 'issued' ? certificate : undefined;
    });
    expect(made.number).not.toBe(old.number);
    expect(made.credits).toEqual([{ amount: '2.00', unit: 'AMA PRA Category 1 Credits™', isItalic: true }]);
    const byId = new Map((await learner.certificates()).map((certificate) => [certificate.id, certificate]));
    expect(byId.size).toBe(2);
    expect(byId.get(old.id)).toMatchObject({ state: 'superseded', supersededBy: made.id });
    expect(await verify(old.verificationCode)).toMatchObject({
      state: 'superseded',
      number: old.number,
      supersededBy: { number: made.number },
      credits: [{ amount: '1.00' }],
    });
    expect(await verify(made.verificationCode)).toMatchObject({ state: 'valid', supersededBy: null });
    const stillThere = await download(app.port, learner.client, old.fileUrl);
    expect(sha256(stillThere.bytes)).toBe(sha256(oldBytes.bytes));
    // Asking for the document answers the one for the claim in force.
    expect((await learner.issue('cme')).id).toBe(made.id);
  }, 60_000);

  it('supersedes the certificate that stands, though the one between was never made', async () => {
    const learner = await Learner.signIn(app, alpha);
    await learner.submit('chain-first', [0]);
    const old = await learner.issue('cme');
    const between = await learner.add(2);
    await submitCart(learner, 'chain-second');
    const middle = await until(async () => {
      const { documents } = await learner.documents();
      const certificate = documents.find(({ key }) => key === 'cme')?.certificate;
      return certificate?.state === 'issued' ? certificate : undefined;
    });
    // As if its printing had failed, and the old one had never been replaced.
    await app.inspect(`update certificates set state = 'failed' where id = $1`, [middle.id]);
    await app.inspect(`update certificates set state = 'issued', ended_at = null where id = $1`, [old.id]);

    await learner.client.delete(learner.path(`cart/lines/${learner.offering(2)}`));
    const third = await submitCart(learner, 'chain-third');
    expect(third.claim.id).not.toBe(between.claimId);
    const made = await until(async () => {
      const { documents } = await learner.documents();
      const certificate = documents.find(({ key }) => key === 'cme')?.certificate;
      return certificate?.state === 'issued' ? certificate : undefined;
    });
    expect(await verify(old.verificationCode)).toMatchObject({
      state: 'superseded',
      supersededBy: { number: made.number },
    });
  }, 60_000);

  it('is given up without a trace, and what was submitted stays as it was', async () => {
    const learner = await Learner.signIn(app, alpha);
    const { claim } = await learner.submit('give-up-first', [0]);
    const before = await app.inspect('select * from claims');
    const opened = await learner.add(2);
    const cart = bodyOf<CartDto>(await learner.client.delete(learner.path('cart')));
    expect(cart).toMatchObject({
      state: 'submitted',
      isAmendment: false,
      submitted: { id: claim.id, lineCount: 1 },
    });
    expect(await app.inspect('select * from claims')).toEqual(before);
    // A device that still shows the amendment cannot submit the next one by mistake.
    await learner.add(3);
    const late = await learner.trySubmit('late-device', { revision: opened.revision, isAttested: true });
    expect(late.body).toMatchObject({ status: 409, code: 'claim.changed' });
  });

  it('begins with a removal too', async () => {
    const learner = await Learner.signIn(app, alpha);
    await learner.submit('removal-first', [0, 2]);
    const cart = bodyOf<CartDto>(
      await learner.client.delete(learner.path(`cart/lines/${learner.offering(2)}`)),
    );
    expect(cart).toMatchObject({
      state: 'draft',
      isAmendment: true,
      lines: [{ offeringId: learner.offering(0) }],
    });
    expect((await submitCart(learner, 'removal-second')).claim.credits).toMatchObject([{ claimed: 1 }]);
  });

  it('is given up by itself once it would change nothing', async () => {
    const learner = await Learner.signIn(app, alpha);
    const { claim } = await learner.submit('idle-first', [0, 2]);
    const before = await app.inspect('select * from claims');
    await learner.client.delete(learner.path(`cart/lines/${learner.offering(2)}`));
    expect((await learner.add(2)).submitted).toMatchObject({ id: claim.id });
    expect(await learner.cart()).toMatchObject({ state: 'submitted', isAmendment: false });
    expect(await app.inspect('select * from claims')).toEqual(before);
  });

  describe('of a claim of less than there was', () => {
    const amounts = { 'ama-pra-1': 1.5 };
    const totalOf = ({ totals }: CartDto) => totals.map(({ computed, chosen }) => [computed, chosen]);
    const remove = async (learner: Learner, index: number) =>
      bodyOf<CartDto>(await learner.client.delete(learner.path(`cart/lines/${learner.offering(index)}`)));
    const claimLess = async (key: string): Promise<Learner> => {
      const learner = await Learner.signIn(app, alpha);
      const { revision } = await learner.add(0, 2);
      const submitted = await learner.trySubmit(key, { revision, isAttested: true, amounts });
      expect(bodyOf<SubmissionDto>(submitted, 201).claim.credits).toMatchObject([
        { claimed: 1.5, computed: 2 },
      ]);
      return learner;
    };

    it('starts from what was claimed, as far as there is so much', async () => {
      const learner = await claimLess('less-kept');
      expect(totalOf(await remove(learner, 2))).toEqual([[1, 1]]);
      expect(totalOf(await learner.add(3))).toEqual([[2, 1.5]]);
      expect((await submitCart(learner, 'less-again')).claim.credits).toMatchObject([{ claimed: 1.5 }]);
    });

    it('is given up by itself where as much would be claimed again', async () => {
      const learner = await claimLess('less-idle');
      await remove(learner, 2);
      await learner.add(2);
      expect(await learner.cart()).toMatchObject({ state: 'submitted', isAmendment: false });
    });

    it.each([
      [1.25, 1.25],
      [null, null],
    ])('leaves it where the learner has chosen %p since', async (amount, chosen) => {
      const learner = await claimLess(`less-own-${String(amount)}`);
      const { revision } = await learner.add(3);
      await learner.client.put(learner.path('cart/totals'), { amounts: { 'ama-pra-1': amount }, revision });
      expect(totalOf(await remove(learner, 3))).toEqual([[2, chosen]]);
      expect(await learner.cart()).toMatchObject({ state: 'draft', isAmendment: true });
    });

    it('is asked for no total that was claimed before: less stays, and all is all there is now', async () => {
      const workflow = [...rhythm, step('claim-totals', { totals: [{ creditType: 'ama-pra-1' }] })];
      await app.app.get(WorkflowsService).save(learnerContext(alpha), alpha.activityId, workflow);
      const less = await claimLess('less-asked');
      const amended = await less.add(3);
      expect(totalOf(amended)).toEqual([[2, 1.5]]);
      expect(amended.canSubmit).toBe(true);
      await app.inspect('delete from certificates');
      await app.inspect('delete from claims');
      const all = await Learner.signIn(app, alpha);
      const { revision } = await all.add(0);
      await all.trySubmit('all-asked', { revision, isAttested: true, amounts: { 'ama-pra-1': 1 } });
      expect(totalOf(await all.add(2))).toEqual([[2, 2]]);
      expect((await submitCart(all, 'all-again')).claim.credits).toMatchObject([{ claimed: 2 }]);
    });
  });

  it('gives two devices that begin at once one amendment', async () => {
    const devices = await Promise.all([1, 2].map(() => Learner.signIn(app, alpha)));
    await devices[0]?.submit('at-once-first', [0]);
    const answers = await Promise.all(devices.map((device, index) => device.tryToAdd(2 + index)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await devices[0]?.cart())?.lines).toHaveLength(3);
    expect(await app.inspect('select state from claims order by state')).toEqual([
      { state: 'draft' },
      { state: 'submitted' },
    ]);
  });

  it('is refused with the reason when the window has closed, and leaves the claim alone', async () => {
    const soon = clock.now().add({ hours: 1 }).toZonedDateTimeISO('America/New_York').toPlainDateTime();
    const closesAt = soon.toString({ smallestUnit: 'minute' });
    await app.app
      .get(WorkflowsService)
      .save(learnerContext(alpha), alpha.activityId, [step('claim-window', { closesAt }), documentsStep]);
    const learner = await Learner.signIn(app, alpha);
    const { claim } = await learner.submit('window-closes', [0]);
    clock.advance({ hours: 2 });
    const added = await learner.tryToAdd(2);
    expect(added.body).toMatchObject({ status: 409, code: 'offering.not_allowed' });
    const removed = await learner.client.delete(learner.path(`cart/lines/${learner.offering(0)}`));
    expect(removed.body).toMatchObject({ status: 409, code: 'claim.already_submitted' });
    expect(JSON.stringify(removed.body)).toContain('Submitted claims could be changed until');
    expect(await app.inspect('select id, state from claims')).toEqual([{ id: claim.id, state: 'submitted' }]);
    // What was submitted before can still be certified.
    expect((await learner.issue('cme')).state).toBe('issued');
  }, 30_000);

  it('ends a certificate that the amended claim does not offer any more', async () => {
    const learner = await Learner.signIn(app, alpha);
    await learner.submit('ends-first', [0]);
    const { id, verificationCode } = await learner.issue('cme');
    await app.app.get(WorkflowsService).save(learnerContext(alpha), alpha.activityId, rhythm.slice(0, -2));
    await learner.add(2);
    await submitCart(learner, 'ends-second');
    const [certificate]: (CertificateViewDto | undefined)[] = await learner.certificates();
    expect(certificate).toMatchObject({ id, state: 'superseded', supersededBy: null });
    expect(await verify(verificationCode)).toMatchObject({ state: 'superseded', supersededBy: null });
  }, 30_000);

  it('touches nobody else', async () => {
    const inBeta = await Learner.signIn(app, beta);
    const untouched = await inBeta.submit('beta-first', [0]);
    const inAlpha = await Learner.signIn(app, alpha);
    await inAlpha.submit('alpha-first', [0]);
    await inAlpha.add(2);
    await submitCart(inAlpha, 'alpha-second');
    expect(await app.inspect('select id, state from claims where tenant_id = $1', [beta.tenant.id])).toEqual([
      { id: untouched.claim.id, state: 'submitted' },
    ]);
  });
});
