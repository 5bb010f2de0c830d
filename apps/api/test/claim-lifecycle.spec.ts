import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CertificatePrinter } from '../src/certificates/certificate-printer.js';
import type { VerificationDto } from '../src/certificates/dto/verification.dto.js';
import { ClaimActionsService } from '../src/claims/claim-actions.service.js';
import type { CartDto } from '../src/claims/dto/cart.dto.js';
import type { StaffClaimDto, StaffClaimPageDto } from '../src/claims/dto/staff-claim.dto.js';
import type { WhyDto } from '../src/claims/dto/why.dto.js';
import { StaffService } from '../src/identity/staff.service.js';
import type { StaffRole } from '../src/identity/staff-roles.js';
import { plugins } from '../src/plugins.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/workflows.service.js';
import { hostilePlugin, reporterPlugin } from './hostile-plugins.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, bodyOf, learnerContext, rhythm, step, until } from './testing-claims.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;
let support: TestClient;

const PASSWORD = 'a long password';

const signInAs = async (society: Society, role: StaffRole): Promise<TestClient> => {
  const email = `${role}@${society.tenant.slug}.example`;
  await app.app.get(StaffService).create(systemContext(society.tenant, 'test'), {
    email,
    displayName: `The ${role}`,
    role,
    password: PASSWORD,
  });
  const client = app.client(society.tenant.slug);
  expect((await client.signInStaff(email, PASSWORD)).status).toBe(201);
  return client;
};

beforeAll(async () => {
  app = await startTestApp({ plugins: [...plugins, hostilePlugin, reporterPlugin] });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await arrange(app, alpha);
  await arrange(app, beta);
  support = await signInAs(alpha, 'support');
}, 60_000);
afterAll(() => app.stop());
beforeEach(async () => {
  for (const table of [
    'document_requests',
    'certificates',
    'reports',
    'claims',
    'idempotency_keys',
    'audit_events',
  ]) {
    await app.inspect(`delete from ${table}`);
  }
  await run(alpha);
  await run(beta);
});

/** The society's usual steps, and these. */
const run = (society: Society, ...steps: Parameters<typeof step>[]) =>
  app.app
    .get(WorkflowsService)
    .save(learnerContext(society), society.activityId, [...rhythm, ...steps.map((one) => step(...one))]);

const REPORTER = ['reporter', { answer: 'accept' }] satisfies Parameters<typeof step>;
const CAP = [
  'category-caps',
  { caps: [{ label: 'every session', cap: 50, creditTypes: [], categories: [], types: [], tracks: [] }] },
] satisfies Parameters<typeof step>;
const AWAY = ['reporter', { answer: 'retry' }] satisfies Parameters<typeof step>;
const failing = (stage: string) => ['hostile', { stage, how: 'throw' }] satisfies Parameters<typeof step>;

const act = (client: TestClient, id: string, verb: string, reason: unknown = 'The desk has looked at it') =>
  client.post(`/api/staff/claims/${id}/${verb}`, { reason });
const show = async (id: string) => bodyOf<StaffClaimDto>(await support.get(`/api/staff/claims/${id}`));
const list = async (query: string, client = support) =>
  bodyOf<StaffClaimPageDto>(await client.get(`/api/staff/claims${query}`));
const verify = async (code: string) =>
  bodyOf<VerificationDto>(await app.client('alpha').get(`/api/verifications/${code}`));
const submitCart = async (learner: Learner, key: string) => {
  const { revision } = await learner.cart();
  return bodyOf<{ claim: { id: string } }>(await learner.trySubmit(key, { revision, isAttested: true }), 201)
    .claim;
};
const held = async (society: Society, stage = 'report', badge = '100001', lastName = 'Okafor') => {
  await run(society, failing(stage), REPORTER);
  const learner = await Learner.signIn(app, society, badge, lastName);
  const { claim } = await learner.submit(`held-${society.tenant.slug}-${badge}`, [0]);
  expect(claim.state).toBe('held');
  return { learner, id: claim.id };
};
const states = (table: string) => app.inspect(`select state from ${table} order by state`);

describe('claims as the people of the society see them', () => {
  it('are listed by state and activity, with what went wrong, page by page', async () => {
    const first = await held(alpha);
    const second = await held(alpha, 'certify', '100002', 'Lindqvist');
    await held(beta);
    await run(alpha);
    const third = await Learner.signIn(app, alpha, '100005', '山田');
    const { claim } = await third.submit('it-stands', [0]);
    await third.add(2);

    const { items } = await list(`?state=held&activityId=${alpha.activityId}`);
    expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(items[1]).toEqual({
      id: first.id,
      state: 'held',
      learner: {
        id: alpha.learners['100001']?.learnerId,
        name: 'Chidi Okafor',
        registeredName: 'Chidi Okafor',
        badge: '100001',
      },
      activity: { id: alpha.activityId, code: 'MTG26', title: 'Annual Meeting of Society alpha' },
      credits: [{ creditType: 'ama-pra-1', claimed: 1 }],
      submittedAt: expect.stringMatching(/Z$/),
      heldReason: expect.stringContaining('Your claim is safe'),
      faults: [
        'The step "hostile" failed in writing the reports to authorities: secret internals of a plugin.',
      ],
      reopenedAt: null,
      revokedAt: null,
    });
    const page = await list('?limit=2');
    expect(page.items.map(({ id }) => id)).toEqual([claim.id, second.id]);
    const rest = await list(`?limit=2&cursor=${String(page.nextCursor)}`);
    expect(rest).toMatchObject({ items: [{ id: first.id }], nextCursor: null });
    expect((await list('?state=revoked')).items).toEqual([]);
    expect((await support.get(`/api/staff/claims?activityId=${beta.activityId}`)).status).toBe(404);
    expect((await support.get('/api/staff/claims?state=draft')).status).toBe(400);
    // A draft is the learner's own.
    const draft = (await third.cart()).claimId;
    expect((await support.get(`/api/staff/claims/${String(draft)}`)).status).toBe(404);
  });

  it('are for the roles that may, with a reason, and for no other society', async () => {
    const { id } = await held(alpha);
    const others = await held(beta);
    for (const role of ['viewer', 'editor'] as const) {
      const client = await signInAs(alpha, role);
      expect((await act(client, id, 'release')).status).toBe(403);
      expect((await client.get('/api/staff/claims')).status).toBe(403);
    }
    for (const verb of ['release', 'revoke', 'reopen']) {
      expect((await act(support, others.id, verb)).status).toBe(404);
      for (const reason of [null, '', '  no ', 'x'.repeat(501), 7]) {
        expect([reason, (await act(support, id, verb, reason)).body]).toEqual([
          reason,
          expect.objectContaining({ code: 'request.invalid' }),
        ]);
      }
    }
    expect(
      (await others.learner.client.post(`/api/staff/claims/${others.id}/release`, { reason: 'mine' })).status,
    ).toBe(401);
    expect(await states('claims')).toEqual([{ state: 'held' }, { state: 'held' }]);
    expect(await app.inspect(`select 1 from audit_events where action like 'claim.%'`)).toEqual([]);
  });
});

describe('a held claim', () => {
  it('is released: decided anew, reported, certified, with a trail of who and why', async () => {
    const { learner, id } = await held(alpha);
    expect(await app.inspect('select 1 from reports')).toEqual([]);
    await run(alpha, REPORTER);
    const released = bodyOf<StaffClaimDto>(
      await act(support, id, 'release', '  The report step was mended '),
    );
    expect(released).toMatchObject({
      id,
      state: 'submitted',
      heldReason: null,
      faults: [],
      credits: [{ creditType: 'ama-pra-1', claimed: 1 }],
      reports: [{ authority: 'board', key: `board:${id}` }],
      history: [{ action: 'claim.released', reason: 'The report step was mended', by: 'The support' }],
    });
    expect(released.trail.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(released.trail).toContainEqual(expect.objectContaining({ code: 'host.released', plugin: 'host' }));
    expect(released.trail).toContainEqual(expect.objectContaining({ code: 'host.reported' }));
    await until(async () => ((await show(id)).reports[0]?.state === 'accepted' ? true : undefined));
    expect((await learner.cart()).submitted).toMatchObject({ id, state: 'submitted', heldText: null });
    expect((await learner.issue('cme')).state).toBe('issued');
    expect((await show(id)).state).toBe('certified');
    expect((await act(support, id, 'release')).body).toMatchObject({ status: 409, code: 'claim.not_held' });
  }, 40_000);

  it('stays held while the rules still fail, and the answer says which', async () => {
    const { learner, id } = await held(alpha);
    await run(alpha, failing('certify'), REPORTER);
    const refused = await act(support, id, 'release');
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'claim.still_held',
      detail: expect.stringContaining('The step "hostile" failed in deciding about certificates'),
    });
    expect(await show(id)).toMatchObject({
      state: 'held',
      faults: [expect.stringContaining('deciding about certificates')],
      reports: [],
      history: [{ action: 'claim.release_failed', reason: 'The desk has looked at it' }],
    });
    expect((await learner.cart()).submitted).toMatchObject({ state: 'held' });
    expect((await learner.tryToIssue('cme')).status).toBe(409);
  });

  it('that failed in award stays held while it fails, and gets no more than the rules then allow', async () => {
    const { id, learner } = await held(alpha, 'award');
    expect((await act(support, id, 'release')).body).toMatchObject({
      code: 'claim.still_held',
      detail: expect.stringContaining('The step "hostile" failed'),
    });
    await run(alpha, failing('certify'), CAP, REPORTER);
    expect((await act(support, id, 'release')).body).toMatchObject({ code: 'claim.still_held' });
    expect(await show(id)).toMatchObject({ state: 'held', credits: [{ claimed: 1 }] });

    await run(alpha, CAP, REPORTER);
    expect(bodyOf<StaffClaimDto>(await act(support, id, 'release'))).toMatchObject({
      state: 'submitted',
      credits: [{ claimed: 0.5 }],
      reports: [{ key: `board:${id}` }],
    });
    expect(await app.inspect('select payload from reports')).toEqual([
      { payload: { claimed: { 'ama-pra-1': 50 } } },
    ]);
    expect((await learner.cart()).submitted?.credits).toMatchObject([{ claimed: 0.5 }]);
    const stages = (await show(id)).trail.filter(({ stage }) => stage === 'award');
    expect(stages.map(({ plugin }) => plugin)).toEqual(['category-caps']);
  });

  it('that failed in award stands as it was attested where the rules take nothing off', async () => {
    const { id } = await held(alpha, 'award');
    await run(alpha, REPORTER);
    expect(bodyOf<StaffClaimDto>(await act(support, id, 'release'))).toMatchObject({
      state: 'submitted',
      credits: [{ claimed: 1 }],
      reports: [{ key: `board:${id}` }],
    });
  });

  it('is released once, however many press at once', async () => {
    const { id } = await held(alpha);
    await run(alpha, REPORTER);
    const answers = await Promise.all([1, 2, 3, 4].map(() => act(support, id, 'release')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect((await show(id)).history.map(({ action }) => action)).toEqual(['claim.released']);
    expect(await app.inspect('select key from reports')).toEqual([{ key: `board:${id}` }]);
  });

  it('is released or amended, whichever comes first, never lost between', async () => {
    const { learner, id } = await held(alpha);
    await run(alpha, REPORTER);
    const { revision } = await learner.add(2);
    const [released, amended] = await Promise.all([
      act(support, id, 'release'),
      learner.trySubmit('amended-meanwhile', { revision, isAttested: true }),
    ]);
    expect(amended.status).toBe(201);
    expect([200, 409]).toContain(released.status);
    if (released.status === 409) expect(released.body).toMatchObject({ code: 'claim.not_in_force' });
    expect(await states('claims')).toEqual([{ state: 'amended' }, { state: 'submitted' }]);
    expect((await act(support, id, 'release')).body).toMatchObject({ code: 'claim.not_in_force' });
  });

  it('that amends another puts its certificates in the place of the earlier ones when it is released', async () => {
    await run(alpha);
    const learner = await Learner.signIn(app, alpha);
    await learner.submit('stands-first', [0]);
    const old = await learner.issue('cme');
    await run(alpha, failing('report'));
    await learner.add(2);
    const { id } = await submitCart(learner, 'held-amendment');
    expect((await verify(old.verificationCode)).state).toBe('valid');
    await run(alpha, REPORTER);
    bodyOf(await act(support, id, 'release'));
    const made = await until(async () =>
      (await learner.certificates()).find(({ state, id: one }) => state === 'issued' && one !== old.id),
    );
    expect(made.credits).toMatchObject([{ amount: '2.00' }]);
    expect(await verify(old.verificationCode)).toMatchObject({
      state: 'superseded',
      endedAt: expect.any(String),
      supersededBy: { number: made.number },
    });
  }, 40_000);
});

describe('a certificate in print whose claim is amended', () => {
  /** As it would be had the printing taken until now. */
  const printNow = async (id: string) => {
    await app.inspect(
      `update certificates set state = 'issuing', sha256 = null, byte_size = null, page_count = null,
         issued_at = null, ended_at = null where id = $1`,
      [id],
    );
    await app.app.get(CertificatePrinter).print(systemContext(alpha.tenant, 'test'), id, {
      number: 1,
      isLast: true,
      signal: new AbortController().signal,
    });
  };

  it('stands while the amendment is held, and is superseded when that is released', async () => {
    const learner = await Learner.signIn(app, alpha);
    await learner.submit('print-first', [0]);
    const old = await learner.issue('cme');
    await run(alpha, failing('report'));
    await learner.add(2);
    const { id } = await submitCart(learner, 'print-held');
    await printNow(old.id);
    expect((await verify(old.verificationCode)).state).toBe('valid');

    // Held once more: still the first certificate is what counts.
    await learner.add(3);
    const { id: next } = await submitCart(learner, 'print-held-again');
    await printNow(old.id);
    expect((await verify(old.verificationCode)).state).toBe('valid');
    expect((await act(support, id, 'release')).body).toMatchObject({ code: 'claim.not_in_force' });

    await run(alpha);
    bodyOf(await act(support, next, 'release'));
    await until(async () => ((await verify(old.verificationCode)).supersededBy === null ? undefined : true));
    expect((await verify(old.verificationCode)).state).toBe('superseded');
  }, 40_000);

  it('is superseded at once when the amendment stands, and gone when it was revoked', async () => {
    const learner = await Learner.signIn(app, alpha);
    await learner.submit('overtaken-first', [0]);
    const old = await learner.issue('cme');
    await run(alpha, failing('none'));
    await learner.add(2);
    const { id } = await submitCart(learner, 'overtaken-second');
    await printNow(old.id);
    expect((await verify(old.verificationCode)).state).toBe('superseded');
    bodyOf(await act(support, id, 'revoke'));
    await printNow(old.id);
    expect((await verify(old.verificationCode)).state).toBe('superseded');
  }, 40_000);
});

describe('a claim that is revoked', () => {
  it('ends with its certificates and what was not reported yet; the learner may claim anew', async () => {
    await run(alpha, AWAY);
    const learner = await Learner.signIn(app, alpha);
    const { claim } = await learner.submit('to-be-revoked', [0]);
    const certificate = await learner.issue('cme');
    const inBeta = await Learner.signIn(app, beta);
    const untouched = await inBeta.submit('untouched', [0]);
    const revoked = bodyOf<StaffClaimDto>(await act(support, claim.id, 'revoke', 'Claimed by a colleague'));
    expect(revoked).toMatchObject({
      state: 'revoked',
      revokedAt: expect.any(String),
      reports: [{ authority: 'board', state: 'withdrawn' }],
      history: [{ action: 'claim.revoked', reason: 'Claimed by a colleague' }],
    });
    expect(await verify(certificate.verificationCode)).toMatchObject({
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
    expect((await act(support, claim.id, 'revoke')).body).toMatchObject({ code: 'claim.not_in_force' });
    expect((await act(support, claim.id, 'release')).body).toMatchObject({ code: 'claim.not_in_force' });

    await run(alpha, REPORTER);
    const anew = await learner.submit('claimed-anew', [2]);
    expect(anew.claim).toMatchObject({ state: 'submitted', lineCount: 1 });
    expect((await learner.cart()).notice).toBeNull();
    const next = await learner.issue('cme');
    expect(next).toMatchObject({ state: 'issued', supersededBy: null });
    expect((await verify(certificate.verificationCode)).supersededBy).toBeNull();
    expect(await app.inspect('select id, state from claims where tenant_id = $1', [beta.tenant.id])).toEqual([
      { id: untouched.claim.id, state: 'submitted' },
    ]);
  }, 40_000);

  it('takes a certificate in print with it, and those that a held amendment left standing', async () => {
    const learner = await Learner.signIn(app, alpha);
    await learner.submit('left-standing', [0]);
    const old = await learner.issue('cme');
    await run(alpha, failing('report'));
    await learner.add(2);
    const { id } = await submitCart(learner, 'held-then-revoked');
    bodyOf(await act(support, id, 'revoke'));
    expect((await verify(old.verificationCode)).state).toBe('revoked');

    await run(alpha);
    const { claim } = await learner.submit('in-print', [0]);
    const [made] = await Promise.all([learner.tryToIssue('cme'), act(support, claim.id, 'revoke')]);
    // Whoever was first: nothing of the revoked claim is left to be relied upon.
    expect([200, 409]).toContain(made.status);
    expect(await app.inspect(`select 1 from certificates where state in ('issued', 'issuing')`)).toEqual([]);
  }, 40_000);

  it('lets an amendment that was begun go on as a first claim, but not unseen', async () => {
    const learner = await Learner.signIn(app, alpha);
    const { claim } = await learner.submit('amended-later', [0]);
    const { revision } = await learner.add(2);
    bodyOf(await act(support, claim.id, 'revoke'));
    const refused = await learner.trySubmit('unseen-by-device', { revision, isAttested: true });
    expect(refused.body).toMatchObject({
      code: 'claim.changed',
      cart: { isAmendment: false, state: 'draft' },
    });
    await submitCart(learner, 'seen-by-device');
    expect(await states('claims')).toEqual([{ state: 'revoked' }, { state: 'submitted' }]);
  });

  it('while it is amended ends or is replaced, whichever comes first', async () => {
    const learner = await Learner.signIn(app, alpha);
    for (const round of [1, 2, 3]) {
      await app.inspect('delete from claims');
      const { claim } = await learner.submit(`race-first-${String(round)}`, [0]);
      const { revision } = await learner.add(2);
      const [revoked, amended] = await Promise.all([
        act(support, claim.id, 'revoke'),
        learner.trySubmit(`race-second-${String(round)}`, { revision, isAttested: true }),
      ]);
      expect([
        [200, 409],
        [409, 201],
      ]).toContainEqual([revoked.status, amended.status]);
      expect(await states('claims')).toEqual(
        revoked.status === 200
          ? [{ state: 'draft' }, { state: 'revoked' }]
          : [{ state: 'amended' }, { state: 'submitted' }],
      );
    }
  });

  it('is reported again under the same key once it is claimed anew', async () => {
    await run(alpha, AWAY);
    const learner = await Learner.signIn(app, alpha);
    const { claim } = await learner.submit('reported-first', [0]);
    bodyOf(await act(support, claim.id, 'revoke'));
    // As a plugin that names the learner rather than the claim would have it.
    await run(alpha, failing('certify'), REPORTER);
    const second = await learner.submit('reported-second', [2]);
    await app.inspect(`update reports set key = $1`, [`board:${second.claim.id}`]);
    await run(alpha, REPORTER);
    bodyOf(await act(support, second.claim.id, 'release'));
    await until(async () =>
      (await show(second.claim.id)).reports[0]?.state === 'accepted' ? true : undefined,
    );
    expect((await show(claim.id)).reports).toEqual([]);
  }, 40_000);
});

describe('a claim that is opened again', () => {
  it('stays in force, says so, and is closed again by what is submitted next', async () => {
    const learner = await Learner.signIn(app, alpha);
    const { claim } = await learner.submit('opened-again', [0]);
    const opened = bodyOf<StaffClaimDto>(await act(support, claim.id, 'reopen', 'Forgot the Sunday'));
    expect(opened).toMatchObject({
      state: 'submitted',
      reopenedAt: expect.any(String),
      history: [{ action: 'claim.reopened', reason: 'Forgot the Sunday', by: 'The support' }],
    });
    expect(await app.inspect('select reopened_reason from claims')).toEqual([
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
    await submitCart(learner, 'closed-again');
    expect((await learner.cart()).notice).toBeNull();
    expect((await act(support, claim.id, 'reopen')).body).toMatchObject({ code: 'claim.not_in_force' });
  });

  it('by the operator is remembered as such', async () => {
    const learner = await Learner.signIn(app, alpha);
    const { claim } = await learner.submit('by-operator', [0]);
    await app.app
      .get(ClaimActionsService)
      .reopen(systemContext(alpha.tenant, 'claims reopen'), claim.id, 'The society asked by phone');
    expect((await show(claim.id)).history).toMatchObject([
      { action: 'claim.reopened', by: 'The operator', reason: 'The society asked by phone' },
    ]);
  });
});
