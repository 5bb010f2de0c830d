import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CertificatePrinter } from '../src/certificates/certificate-printer.js';
import { ClaimActionsService } from '../src/claims/claim-actions.service.js';
import type { CartDto } from '../src/claims/dto/cart.dto.js';
import type { StaffClaimDto } from '../src/claims/dto/staff-claim.dto.js';
import type { WhyDto } from '../src/claims/dto/why.dto.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { AWAY, ClaimDesk, REPORTER, failing } from './testing-claim-desk.js';
import { bodyOf, Learner, until } from './testing-claims.js';

let desk: ClaimDesk;

beforeAll(async () => {
  desk = await ClaimDesk.start();
}, 60_000);
afterAll(() => desk.stop());
beforeEach(() => desk.reset());

describe('a certificate in print whose claim is amended', () => {
  /** As it would be had the printing taken until now. */
  const printNow = async (id: string) => {
    await desk.app.inspect(
      `update certificates set state = 'issuing', sha256 = null, byte_size = null, page_count = null,
         issued_at = null, ended_at = null where id = $1`,
      [id],
    );
    await desk.app.app.get(CertificatePrinter).print(systemContext(desk.alpha.tenant, 'test'), id, {
      number: 1,
      isLast: true,
      signal: new AbortController().signal,
    });
  };

  it('stands while the amendment is held, and is superseded when that is released', async () => {
    const learner = await Learner.signIn(desk.app, desk.alpha);
    await learner.submit('print-first', [0]);
    const old = await learner.issue('cme');
    await desk.run(desk.alpha, failing('report'));
    await learner.add(2);
    const { id } = await desk.submitCart(learner, 'print-held');
    await printNow(old.id);
    expect((await desk.verify(old.verificationCode)).state).toBe('valid');

    // Held once more: still the first certificate is what counts.
    await learner.add(3);
    const { id: next } = await desk.submitCart(learner, 'print-held-again');
    await printNow(old.id);
    expect((await desk.verify(old.verificationCode)).state).toBe('valid');
    expect((await desk.act(desk.support, id, 'release')).body).toMatchObject({ code: 'claim.not_in_force' });

    await desk.run(desk.alpha);
    bodyOf(await desk.act(desk.support, next, 'release'));
    await until(async () =>
      (await desk.verify(old.verificationCode)).supersededBy === null ? undefined : true,
    );
    expect((await desk.verify(old.verificationCode)).state).toBe('superseded');
  }, 40_000);

  it('is superseded at once when the amendment stands, and gone when it was revoked', async () => {
    const learner = await Learner.signIn(desk.app, desk.alpha);
    await learner.submit('overtaken-first', [0]);
    const old = await learner.issue('cme');
    await desk.run(desk.alpha, failing('none'));
    await learner.add(2);
    const { id } = await desk.submitCart(learner, 'overtaken-second');
    await printNow(old.id);
    expect((await desk.verify(old.verificationCode)).state).toBe('superseded');
    bodyOf(await desk.act(desk.support, id, 'revoke'));
    await printNow(old.id);
    expect((await desk.verify(old.verificationCode)).state).toBe('superseded');
  }, 40_000);
});

describe('a claim that is revoked', () => {
  it('ends with its certificates and what was not reported yet; the learner may claim anew', async () => {
    await desk.run(desk.alpha, AWAY);
    const learner = await Learner.signIn(desk.app, desk.alpha);
    const { claim } = await learner.submit('to-be-revoked', [0]);
    const certificate = await learner.issue('cme');
    const inBeta = await Learner.signIn(desk.app, desk.beta);
    const untouched = await inBeta.submit('untouched', [0]);
    const revoked = bodyOf<StaffClaimDto>(
      await desk.act(desk.support, claim.id, 'revoke', 'Claimed by a colleague'),
    );
    expect(revoked).toMatchObject({
      state: 'revoked',
      revokedAt: expect.any(String),
      reports: [{ authority: 'board', state: 'withdrawn' }],
      history: [{ action: 'claim.revoked', reason: 'Claimed by a colleague' }],
    });
    expect(await desk.verify(certificate.verificationCode)).toMatchObject({
      state: 'revoked',
      endedAt: revoked.revokedAt,
    });
    expect(await learner.certificates()).toMatchObject([{ id: certificate.id, state: 'revoked' }]);
    const cart = await learner.cart();
    expect(cart).toMatchObject({ state: 'empty', submitted: null });
    expect(cart.notice?.text).toMatch(
      /^The society revoked your claim on \w+, .* its certificates no longer count\.$/,
    );
    expect(cart.notice?.remedy).toContain('You can claim anew');
    expect((await desk.act(desk.support, claim.id, 'revoke')).body).toMatchObject({
      code: 'claim.not_in_force',
    });
    expect((await desk.act(desk.support, claim.id, 'release')).body).toMatchObject({
      code: 'claim.not_in_force',
    });

    await desk.run(desk.alpha, REPORTER);
    const anew = await learner.submit('claimed-anew', [2]);
    expect(anew.claim).toMatchObject({ state: 'submitted', lineCount: 1 });
    expect((await learner.cart()).notice).toBeNull();
    const next = await learner.issue('cme');
    expect(next).toMatchObject({ state: 'issued', supersededBy: null });
    expect((await desk.verify(certificate.verificationCode)).supersededBy).toBeNull();
    expect(
      await desk.app.inspect('select id, state from claims where tenant_id = $1', [desk.beta.tenant.id]),
    ).toEqual([{ id: untouched.claim.id, state: 'submitted' }]);
  }, 40_000);

  it('takes a certificate in print with it, and those that a held amendment left standing', async () => {
    const learner = await Learner.signIn(desk.app, desk.alpha);
    await learner.submit('left-standing', [0]);
    const old = await learner.issue('cme');
    await desk.run(desk.alpha, failing('report'));
    await learner.add(2);
    const { id } = await desk.submitCart(learner, 'held-then-revoked');
    bodyOf(await desk.act(desk.support, id, 'revoke'));
    expect((await desk.verify(old.verificationCode)).state).toBe('revoked');

    await desk.run(desk.alpha);
    const { claim } = await learner.submit('in-print', [0]);
    const [made] = await Promise.all([learner.tryToIssue('cme'), desk.act(desk.support, claim.id, 'revoke')]);
    // Whoever was first: nothing of the revoked claim is left to be relied upon.
    expect([200, 409]).toContain(made.status);
    expect(await desk.app.inspect(`select 1 from certificates where state in ('issued', 'issuing')`)).toEqual(
      [],
    );
  }, 40_000);

  it('lets an amendment that was begun go on as a first claim, but not unseen', async () => {
    const learner = await Learner.signIn(desk.app, desk.alpha);
    const { claim } = await learner.submit('amended-later', [0]);
    const { revision } = await learner.add(2);
    bodyOf(await desk.act(desk.support, claim.id, 'revoke'));
    const refused = await learner.trySubmit('unseen-by-device', { revision, isAttested: true });
    expect(refused.body).toMatchObject({
      code: 'claim.changed',
      cart: { isAmendment: false, state: 'draft' },
    });
    await desk.submitCart(learner, 'seen-by-device');
    expect(await desk.states('claims')).toEqual([{ state: 'revoked' }, { state: 'submitted' }]);
  });

  it('while it is amended ends or is replaced, whichever comes first', async () => {
    const learner = await Learner.signIn(desk.app, desk.alpha);
    for (const round of [1, 2, 3]) {
      await desk.app.inspect('delete from claims');
      const { claim } = await learner.submit(`race-first-${String(round)}`, [0]);
      const { revision } = await learner.add(2);
      const [revoked, amended] = await Promise.all([
        desk.act(desk.support, claim.id, 'revoke'),
        learner.trySubmit(`race-second-${String(round)}`, { revision, isAttested: true }),
      ]);
      expect([
        [200, 409],
        [409, 201],
      ]).toContainEqual([revoked.status, amended.status]);
      expect(await desk.states('claims')).toEqual(
        revoked.status === 200
          ? [{ state: 'draft' }, { state: 'revoked' }]
          : [{ state: 'amended' }, { state: 'submitted' }],
      );
    }
  });

  it('is reported again under the same key once it is claimed anew', async () => {
    await desk.run(desk.alpha, AWAY);
    const learner = await Learner.signIn(desk.app, desk.alpha);
    const { claim } = await learner.submit('reported-first', [0]);
    bodyOf(await desk.act(desk.support, claim.id, 'revoke'));
    // As a plugin that names the learner rather than the claim would have it.
    await desk.run(desk.alpha, failing('certify'), REPORTER);
    const second = await learner.submit('reported-second', [2]);
    await desk.app.inspect(`update reports set key = $1`, [`board:${second.claim.id}`]);
    await desk.run(desk.alpha, REPORTER);
    bodyOf(await desk.act(desk.support, second.claim.id, 'release'));
    await until(async () =>
      (await desk.show(second.claim.id)).reports[0]?.state === 'accepted' ? true : undefined,
    );
    expect((await desk.show(claim.id)).reports).toEqual([]);
  }, 40_000);
});

describe('a claim that is opened again', () => {
  it('stays in force, says so, and is closed again by what is submitted next', async () => {
    const learner = await Learner.signIn(desk.app, desk.alpha);
    const { claim } = await learner.submit('opened-again', [0]);
    const opened = bodyOf<StaffClaimDto>(
      await desk.act(desk.support, claim.id, 'reopen', 'Forgot the Sunday'),
    );
    expect(opened).toMatchObject({
      state: 'submitted',
      reopenedAt: expect.any(String),
      history: [{ action: 'claim.reopened', reason: 'Forgot the Sunday', by: 'The support' }],
    });
    expect(await desk.app.inspect('select reopened_reason from claims')).toEqual([
      { reopened_reason: 'Forgot the Sunday' },
    ]);
    const cart: CartDto = await learner.cart();
    expect(cart).toMatchObject({ state: 'submitted', submitted: { id: claim.id } });
    expect(cart.notice).toEqual({
      text: expect.stringMatching(/^The society opened your claim again on \w+, .*\.$/),
      remedy: expect.stringContaining('You can change it'),
    });
    // The reason is the society's own.
    expect(JSON.stringify(cart)).not.toContain('Sunday');
    const why = bodyOf<WhyDto>(await learner.client.get(learner.path('claim/why')));
    expect(why.entries).toContainEqual(
      expect.objectContaining({ code: 'host.reopened', text: cart.notice?.text }),
    );
    await learner.add(2);
    expect((await learner.cart()).notice).not.toBeNull();
    await desk.submitCart(learner, 'closed-again');
    expect((await learner.cart()).notice).toBeNull();
    expect((await desk.act(desk.support, claim.id, 'reopen')).body).toMatchObject({
      code: 'claim.not_in_force',
    });
  });

  it('by the operator is remembered as such', async () => {
    const learner = await Learner.signIn(desk.app, desk.alpha);
    const { claim } = await learner.submit('by-operator', [0]);
    await desk.app.app
      .get(ClaimActionsService)
      .reopen(systemContext(desk.alpha.tenant, 'claims reopen'), claim.id, 'The society asked by phone');
    expect((await desk.show(claim.id)).history).toMatchObject([
      { action: 'claim.reopened', by: 'The operator', reason: 'The society asked by phone' },
    ]);
  });
});
