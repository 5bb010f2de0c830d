import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { StaffClaimDto } from '../src/claims/dto/staff-claim.dto.js';
import { ClaimDesk, REPORTER, type StepArguments, failing } from './testing-claim-desk.js';
import { bodyOf, Learner, until } from './testing-claims.js';

let desk: ClaimDesk;

beforeAll(async () => {
  desk = await ClaimDesk.start();
}, 60_000);
afterAll(() => desk.stop());
beforeEach(() => desk.reset());

const CAP = [
  'category-caps',
  { caps: [{ label: 'every session', cap: 50, creditTypes: [], categories: [], types: [], tracks: [] }] },
] satisfies StepArguments;

describe('claims as the people of the society see them', () => {
  it('are listed by state and activity, with what went wrong, page by page', async () => {
    const first = await desk.held(desk.alpha);
    const second = await desk.held(desk.alpha, 'certify', '100002', 'Lindqvist');
    await desk.held(desk.beta);
    await desk.run(desk.alpha);
    const third = await Learner.signIn(desk.app, desk.alpha, '100005', '山田');
    const { claim } = await third.submit('it-stands', [0]);
    await third.add(2);

    const { items } = await desk.list(`?state=held&activityId=${desk.alpha.activityId}`);
    expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(items[1]).toEqual({
      id: first.id,
      state: 'held',
      learner: {
        id: desk.alpha.learners['100001']?.learnerId,
        name: 'Chidi Okafor',
        registeredName: 'Chidi Okafor',
        badge: '100001',
      },
      activity: { id: desk.alpha.activityId, code: 'MTG26', title: 'Annual Meeting of Society alpha' },
      credits: [{ creditType: 'ama-pra-1', claimed: 1 }],
      submittedAt: expect.stringMatching(/Z$/),
      heldReason: expect.stringContaining('Your claim is safe'),
      faults: [
        'The step "hostile" failed in writing the reports to authorities: secret internals of a plugin.',
      ],
      reopenedAt: null,
      revokedAt: null,
    });
    const page = await desk.list('?limit=2');
    expect(page.items.map(({ id }) => id)).toEqual([claim.id, second.id]);
    const rest = await desk.list(`?limit=2&cursor=${String(page.nextCursor)}`);
    expect(rest).toMatchObject({ items: [{ id: first.id }], nextCursor: null });
    expect((await desk.list('?state=revoked')).items).toEqual([]);
    expect((await desk.support.get(`/api/staff/claims?activityId=${desk.beta.activityId}`)).status).toBe(404);
    expect((await desk.support.get('/api/staff/claims?state=draft')).status).toBe(400);
    // A draft is the learner's own.
    const draft = (await third.cart()).claimId;
    expect((await desk.support.get(`/api/staff/claims/${String(draft)}`)).status).toBe(404);
  });

  it('are for the roles that may, with a reason, and for no other society', async () => {
    const { id } = await desk.held(desk.alpha);
    const others = await desk.held(desk.beta);
    for (const role of ['viewer', 'editor'] as const) {
      const client = await desk.signInAs(desk.alpha, role);
      expect((await desk.act(client, id, 'release')).status).toBe(403);
      expect((await client.get('/api/staff/claims')).status).toBe(403);
    }
    for (const verb of ['release', 'revoke', 'reopen']) {
      expect((await desk.act(desk.support, others.id, verb)).status).toBe(404);
      for (const reason of [null, '', '  no ', 'x'.repeat(501), 7]) {
        expect([reason, (await desk.act(desk.support, id, verb, reason)).body]).toEqual([
          reason,
          expect.objectContaining({ code: 'request.invalid' }),
        ]);
      }
    }
    expect(
      (await others.learner.client.post(`/api/staff/claims/${others.id}/release`, { reason: 'mine' })).status,
    ).toBe(401);
    expect(await desk.states('claims')).toEqual([{ state: 'held' }, { state: 'held' }]);
    expect(await desk.app.inspect(`select 1 from audit_events where action like 'claim.%'`)).toEqual([]);
  });
});

describe('a held claim', () => {
  it('is released: decided anew, reported, certified, with a trail of who and why', async () => {
    const { learner, id } = await desk.held(desk.alpha);
    expect(await desk.app.inspect('select 1 from reports')).toEqual([]);
    await desk.run(desk.alpha, REPORTER);
    const released = bodyOf<StaffClaimDto>(
      await desk.act(desk.support, id, 'release', '  The report step was mended '),
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
    await until(async () => ((await desk.show(id)).reports[0]?.state === 'accepted' ? true : undefined));
    expect((await learner.cart()).submitted).toMatchObject({ id, state: 'submitted', heldText: null });
    expect((await learner.issue('cme')).state).toBe('issued');
    expect((await desk.show(id)).state).toBe('certified');
    expect((await desk.act(desk.support, id, 'release')).body).toMatchObject({
      status: 409,
      code: 'claim.not_held',
    });
  }, 40_000);

  it('stays held while the rules still fail, and the answer says which', async () => {
    const { learner, id } = await desk.held(desk.alpha);
    await desk.run(desk.alpha, failing('certify'), REPORTER);
    const refused = await desk.act(desk.support, id, 'release');
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'claim.still_held',
      detail: expect.stringContaining('The step "hostile" failed in deciding about certificates'),
    });
    expect(await desk.show(id)).toMatchObject({
      state: 'held',
      faults: [expect.stringContaining('deciding about certificates')],
      reports: [],
      history: [{ action: 'claim.release_failed', reason: 'The desk has looked at it' }],
    });
    expect((await learner.cart()).submitted).toMatchObject({ state: 'held' });
    expect((await learner.tryToIssue('cme')).status).toBe(409);
  });

  it('that failed in award stays held while it fails, and gets no more than the rules then allow', async () => {
    const { id, learner } = await desk.held(desk.alpha, 'award');
    expect((await desk.act(desk.support, id, 'release')).body).toMatchObject({
      code: 'claim.still_held',
      detail: expect.stringContaining('The step "hostile" failed'),
    });
    await desk.run(desk.alpha, failing('certify'), CAP, REPORTER);
    expect((await desk.act(desk.support, id, 'release')).body).toMatchObject({ code: 'claim.still_held' });
    expect(await desk.show(id)).toMatchObject({ state: 'held', credits: [{ claimed: 1 }] });

    await desk.run(desk.alpha, CAP, REPORTER);
    expect(bodyOf<StaffClaimDto>(await desk.act(desk.support, id, 'release'))).toMatchObject({
      state: 'submitted',
      credits: [{ claimed: 0.5 }],
      reports: [{ key: `board:${id}` }],
    });
    expect(await desk.app.inspect('select payload from reports')).toEqual([
      { payload: { claimed: { 'ama-pra-1': 50 } } },
    ]);
    expect((await learner.cart()).submitted?.credits).toMatchObject([{ claimed: 0.5 }]);
    const stages = (await desk.show(id)).trail.filter(({ stage }) => stage === 'award');
    expect(stages.map(({ plugin }) => plugin)).toEqual(['category-caps']);
  });

  it('that failed in award stands as it was attested where the rules take nothing off', async () => {
    const { id } = await desk.held(desk.alpha, 'award');
    await desk.run(desk.alpha, REPORTER);
    expect(bodyOf<StaffClaimDto>(await desk.act(desk.support, id, 'release'))).toMatchObject({
      state: 'submitted',
      credits: [{ claimed: 1 }],
      reports: [{ key: `board:${id}` }],
    });
  });

  it('is released once, however many press at once', async () => {
    const { id } = await desk.held(desk.alpha);
    await desk.run(desk.alpha, REPORTER);
    const answers = await Promise.all([1, 2, 3, 4].map(() => desk.act(desk.support, id, 'release')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect((await desk.show(id)).history.map(({ action }) => action)).toEqual(['claim.released']);
    expect(await desk.app.inspect('select key from reports')).toEqual([{ key: `board:${id}` }]);
  });

  it('is released or amended, whichever comes first, never lost between', async () => {
    const { learner, id } = await desk.held(desk.alpha);
    await desk.run(desk.alpha, REPORTER);
    const { revision } = await learner.add(2);
    const [released, amended] = await Promise.all([
      desk.act(desk.support, id, 'release'),
      learner.trySubmit('amended-meanwhile', { revision, isAttested: true }),
    ]);
    expect(amended.status).toBe(201);
    expect([200, 409]).toContain(released.status);
    if (released.status === 409) expect(released.body).toMatchObject({ code: 'claim.not_in_force' });
    expect(await desk.states('claims')).toEqual([{ state: 'amended' }, { state: 'submitted' }]);
    expect((await desk.act(desk.support, id, 'release')).body).toMatchObject({ code: 'claim.not_in_force' });
  });

  it('that amends another puts its certificates in the place of the earlier ones when it is released', async () => {
    await desk.run(desk.alpha);
    const learner = await Learner.signIn(desk.app, desk.alpha);
    await learner.submit('stands-first', [0]);
    const old = await learner.issue('cme');
    await desk.run(desk.alpha, failing('report'));
    await learner.add(2);
    const { id } = await desk.submitCart(learner, 'held-amendment');
    expect((await desk.verify(old.verificationCode)).state).toBe('valid');
    await desk.run(desk.alpha, REPORTER);
    bodyOf(await desk.act(desk.support, id, 'release'));
    const made = await until(async () =>
      (await learner.certificates()).find(({ state, id: one }) => state === 'issued' && one !== old.id),
    );
    expect(made.credits).toMatchObject([{ amount: '2.00' }]);
    expect(await desk.verify(old.verificationCode)).toMatchObject({
      state: 'superseded',
      endedAt: expect.any(String),
      supersededBy: { number: made.number },
    });
  }, 40_000);
});
