import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClaimDetailDto, ClaimHistoryItemDto } from '../src/claims/dto/claim-history.dto.js';
import type { WhyDto } from '../src/claims/dto/why.dto.js';
import type { SubmissionDto } from '../src/claims/dto/submit-claim.dto.js';
import { ClaimActionsService } from '../src/claims/claim-actions.service.js';
import { plugins } from '../src/plugins.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, startTestApp, TestClock } from './testing-app.js';
import { bodyOf, Learner, step } from './testing-claims.js';
import {
  arrangeCourses,
  claimAll,
  complete,
  courseTitles,
  earningPlugins,
  earnings,
  earningSteps,
  forgetClaims,
  history,
  issued,
  select,
  trySelect,
} from './testing-earnings.js';
import type { Society } from './testing-society.js';

const clock = new TestClock(Temporal.Instant.from('2026-11-22T12:00:00Z'));

let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp({ clock, plugins: [...plugins, ...earningPlugins] });
  alpha = await app.createTenant('alpha', { offerings: 8 });
  beta = await app.createTenant('beta', { offerings: 8 });
  await arrangeCourses(app, alpha);
  await arrangeCourses(app, beta);
}, 60_000);
afterAll(() => app.stop());
beforeEach(async () => {
  await forgetClaims(app);
  await app.app.get(WorkflowsService).save(context(), alpha.activityId, earningSteps);
});

const context = () => systemContext(alpha.tenant, 'test');

const taken = () =>
  app.inspect<{ offering_id: string; credit_type: string; amount: number }>(
    `select offering_id, credit_type, amount from claimed_credits order by credit_type, offering_id`,
  );

describe('selecting earned credit', () => {
  it('refuses amounts that are none, above the topic or not in steps, and changes nothing', async () => {
    await complete(app, alpha, [0, 1]);
    const learner = await Learner.signIn(app, alpha);
    const before = await select(learner, { items: [{ offeringId: learner.offering(0), amount: 0.75 }] });
    for (const [amount, status, code] of [
      [0, 400, 'request.invalid'],
      [-1, 400, 'request.invalid'],
      [0.1, 400, 'request.invalid'],
      [0.001, 400, 'request.invalid'],
      ['1', 400, 'request.invalid'],
      [1.25, 409, 'claim.amount_too_high'],
      [1_000, 409, 'claim.amount_too_high'],
      [1e300, 400, 'request.invalid'],
    ] as const) {
      const answer = await trySelect(learner, { items: [{ offeringId: learner.offering(1), amount }] });
      expect([amount, answer.status, answer.body]).toEqual([
        amount,
        status,
        expect.objectContaining({ code }),
      ]);
    }
    const twice = { offeringId: learner.offering(1), amount: 0.5 };
    expect((await trySelect(learner, { items: [twice, twice] })).status).toBe(400);
    expect((await trySelect(learner, {})).status).toBe(400);
    expect((await trySelect(learner, { all: true, items: [] })).status).toBe(400);
    expect((await trySelect(learner, { all: false })).status).toBe(400);
    expect((await trySelect(learner, { creditType: 'ancc', all: true })).status).toBe(400);
    expect(await learner.cart()).toEqual(before);
  });

  it('knows only what this learner completed here', async () => {
    await complete(app, alpha, [0]);
    await complete(app, alpha, [1], { badge: '100002' });
    await complete(app, beta, [2]);
    const learner = await Learner.signIn(app, alpha);
    const foreign = [alpha.offeringIds[1], alpha.offeringIds[2], beta.offeringIds[2]];
    for (const offeringId of [...foreign, '018f7a5e-0000-7000-8000-000000000000']) {
      const answer = await trySelect(learner, { items: [{ offeringId, amount: 1 }] });
      expect([answer.status, answer.body]).toEqual([
        400,
        expect.objectContaining({ faults: [expect.objectContaining({ code: 'earned.not_there' })] }),
      ]);
    }
    expect(await app.inspect('select id from claims')).toEqual([]);
    expect((await learner.tryToAdd(0)).body).toMatchObject({ status: 409, code: 'offering.not_allowed' });
    const listed = await learner.client.post(learner.path('cart/sources/itinerary'));
    expect(listed.body).toMatchObject({ status: 409, code: 'offering.not_allowed' });
    expect(await app.inspect('select id from claims')).toEqual([]);
  });

  it('replaces what was selected, keeps the revision of the same, and can be emptied', async () => {
    await complete(app, alpha, [0, 1, 2]);
    const learner = await Learner.signIn(app, alpha);
    const all = await select(learner, { all: true });
    expect(all.lines).toHaveLength(3);
    expect((await select(learner, { all: true })).revision).toBe(all.revision);
    const one = await select(learner, { items: [{ offeringId: learner.offering(1), amount: 1 }] });
    expect(one.lines.map(({ offeringId }) => offeringId)).toEqual([learner.offering(1)]);
    expect(one.revision).toBeGreaterThan(all.revision);
    const none = await select(learner, { items: [] });
    expect([none.state, none.lines, none.canSubmit]).toEqual(['empty', [], false]);
  });

  it('lists what has expired as a sum, says what cannot be claimed, and selects neither', async () => {
    await complete(app, alpha, [0], { at: '2023-11-01T12:00:00Z' });
    await complete(app, alpha, [1], { at: '2023-12-10T12:00:00Z' });
    await complete(app, alpha, [2, 3]);
    await app.inspect(`update offerings set type = 'refused' where id = $1`, [alpha.offeringIds[3]]);
    await app.inspect(`update activities set programme_revision = programme_revision + 1`);
    try {
      const learner = await Learner.signIn(app, alpha);
      const read = await earnings(learner);
      expect(read.expired).toEqual({ count: 1, amount: 1 });
      const shown = read.courses.flatMap(({ topics }) =>
        topics.map(({ title, isAllowed, isExpiringSoon, denials }) => [
          title,
          isAllowed,
          isExpiringSoon,
          denials.map(({ text }) => text),
        ]),
      );
      expect(shown).toEqual([
        ['Topic 1', true, true, []],
        ['Topic 2', true, false, []],
        ['Topic 3', false, false, ['The society does not give credit for this topic.']],
      ]);
      expect(read.available).toBe(2);
      expect((await select(learner, { all: true })).lines.map(({ title }) => title)).toEqual([
        'Topic 1',
        'Topic 2',
      ]);
      const refused = await trySelect(learner, { items: [{ offeringId: learner.offering(3), amount: 1 }] });
      expect(refused.body).toMatchObject({ status: 409, code: 'offering.not_allowed' });
    } finally {
      await app.inspect(`update offerings set type = '' where id = $1`, [alpha.offeringIds[3]]);
    }
  });

  it('is not there where sessions are picked', async () => {
    const gamma = await app.createTenant('gamma');
    const learner = await Learner.signIn(app, gamma);
    expect((await learner.client.get(learner.path('earnings'))).status).toBe(404);
    expect((await trySelect(learner, { all: true })).status).toBe(404);
  });
});

describe('claiming earned credit', () => {
  it('takes each topic once for each credit type, in as many claims as the learner likes', async () => {
    await complete(app, alpha, [0, 1]);
    const learner = await Learner.signIn(app, alpha);
    const first = await claimAll(learner, 'first-claim');
    expect((await trySelect(learner, { all: true })).body).toMatchObject({ state: 'empty', lines: [] });
    const again = await trySelect(learner, { items: [{ offeringId: learner.offering(0), amount: 0.25 }] });
    expect(again.status).toBe(400);
    const second = await claimAll(learner, 'second-claim', 'acep');
    await complete(app, alpha, [2]);
    const third = await claimAll(learner, 'third-claim');
    expect([first, second, third].map(({ claim }) => claim.credits.map(({ claimed }) => claimed))).toEqual([
      [2],
      [2],
      [1],
    ]);
    expect((await taken()).map(({ credit_type, amount }) => [credit_type, amount])).toEqual([
      ['acep', 100],
      ['acep', 100],
      ['ama-pra-1', 100],
      ['ama-pra-1', 100],
      ['ama-pra-1', 100],
    ]);
    const { items } = await history(learner);
    expect(
      items.map(({ claimId, credits, creditType, yearEarned }) => [claimId, credits, creditType, yearEarned]),
    ).toEqual([
      [third.claim.id, 1, 'ama-pra-1', [2026]],
      [second.claim.id, 2, 'acep', [2026]],
      [first.claim.id, 2, 'ama-pra-1', [2026]],
    ]);
  });

  it('gives up the rest of a topic that was claimed in part', async () => {
    await complete(app, alpha, [0]);
    const learner = await Learner.signIn(app, alpha);
    const { revision } = await select(learner, {
      items: [{ offeringId: learner.offering(0), amount: 0.25 }],
    });
    bodyOf(await learner.trySubmit('a-quarter', { revision, isAttested: true }), 201);
    expect((await earnings(learner)).available).toBe(0);
    expect(await taken()).toMatchObject([{ amount: 25 }]);
  });

  it('lets one of several devices win, and tells the others in plain words', async () => {
    await complete(app, alpha, [0, 1]);
    const devices = await Promise.all([1, 2, 3].map(() => Learner.signIn(app, alpha)));
    const revisions = await Promise.all(devices.map((device) => select(device, { all: true })));
    const answers = await Promise.all(
      devices.map((device, index) =>
        device.trySubmit(`device-number-${String(index)}`, {
          revision: revisions[0]?.revision,
          isAttested: true,
        }),
      ),
    );
    const [winner, ...losers] = answers.sort((a, b) => a.status - b.status);
    expect(winner?.status).toBe(201);
    for (const { body } of losers) {
      expect(body).toMatchObject({
        status: 409,
        code: 'claim.changed',
        detail: expect.stringContaining('has been claimed already'),
      });
    }
    expect(await taken()).toHaveLength(2);
    const repeated = await devices[0]?.trySubmit('device-number-0', {
      revision: revisions[0]?.revision,
      isAttested: true,
    });
    expect([201, 409]).toContain(repeated?.status);
    expect(await app.inspect(`select state from claims`)).toHaveLength(1);
  });

  it('answers a repeated submission as before, and claims once', async () => {
    await complete(app, alpha, [0]);
    const learner = await Learner.signIn(app, alpha);
    const { revision } = await select(learner, { all: true });
    const submit = () => learner.trySubmit('the-same-key', { revision, isAttested: true });
    const first = bodyOf<SubmissionDto>(await submit(), 201);
    expect(bodyOf<SubmissionDto>(await submit(), 201)).toEqual(first);
    expect(await taken()).toHaveLength(1);
    expect(await app.inspect('select id from certificates')).toHaveLength(1);
  });

  it('refuses lines that were put into the draft behind its back', async () => {
    await complete(app, alpha, [0]);
    const learner = await Learner.signIn(app, alpha);
    await claimAll(learner, 'first-claim');
    await complete(app, alpha, [1]);
    const { claimId, revision } = await select(learner, { all: true });
    const forge = (offeringId: string | undefined, amount: number) =>
      app.inspect(
        `insert into claim_lines (tenant_id, claim_id, offering_id, credit_type, amount) values ($1, $2, $3, 'ama-pra-1', $4)
         on conflict (tenant_id, claim_id, offering_id, credit_type) do update set amount = excluded.amount`,
        [alpha.tenant.id, claimId, offeringId, amount],
      );
    await forge(alpha.offeringIds[0], 100);
    const claimedBefore = await learner.trySubmit('claimed-before', { revision, isAttested: true });
    expect(claimedBefore.body).toMatchObject({ status: 409, code: 'claim.changed' });
    const cart = await learner.cart();
    expect(cart.lines.flatMap(({ denials }) => denials.map(({ text }) => text))).toEqual([
      expect.stringMatching(/^You claimed AMA PRA Category 1 Credits™ for this topic on /),
    ]);
    await app.inspect('delete from claim_lines where claim_id = $1 and offering_id = $2', [
      claimId,
      alpha.offeringIds[0],
    ]);
    await forge(alpha.offeringIds[5], 100);
    const notEarned = await learner.trySubmit('never-earned', { revision, isAttested: true });
    expect(notEarned.body).toMatchObject({ status: 409, code: 'claim.changed' });
    await app.inspect('delete from claim_lines where claim_id = $1 and offering_id = $2', [
      claimId,
      alpha.offeringIds[5],
    ]);
    await forge(alpha.offeringIds[1], 100_000);
    const { claim } = bodyOf<SubmissionDto>(
      await learner.trySubmit('too-much', { revision, isAttested: true }),
      201,
    );
    expect(claim.credits).toMatchObject([{ claimed: 1 }]);
  });

  it('catches a membership that ends between selection and submission', async () => {
    await app.app.get(WorkflowsService).save(context(), alpha.activityId, [step('members'), ...earningSteps]);
    await complete(app, alpha, [0]);
    const learner = await Learner.signIn(app, alpha);
    const wall = await earnings(learner);
    expect([wall.available, wall.requirements.map(({ state, text }) => [state, text])]).toEqual([
      1,
      [['unmet', 'Your membership has ended.']],
    ]);
    const joined = (until: string) =>
      app.inspect(
        `insert into facts (tenant_id, id, learner_id, key, value, source, source_key, valid_until)
         values ($1, gen_random_uuid(), $2, 'membership', 'true', 'members', 'one', $3)
         on conflict (tenant_id, source, source_key) do update set valid_until = excluded.valid_until`,
        [alpha.tenant.id, alpha.learners['100001']?.learnerId, until],
      );
    await joined('2026-12-31T00:00:00Z');
    const { revision, canSubmit } = await select(learner, { all: true });
    expect(canSubmit).toBe(true);
    await joined('2026-11-22T11:59:59Z');
    const refused = await learner.trySubmit('too-late-now', { revision, isAttested: true });
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'claim.requirements_unmet',
      detail: 'Your membership has ended. Renew it to claim.',
    });
    expect(await taken()).toEqual([]);
    await joined('2027-12-31T00:00:00Z');
    expect((await learner.trySubmit('renewed-again', { revision, isAttested: true })).status).toBe(201);
  });

  it('can be revoked one by one, and then be claimed anew', async () => {
    await complete(app, alpha, [0, 1]);
    const learner = await Learner.signIn(app, alpha);
    const { claim } = await claimAll(learner, 'first-claim');
    const { claim: kept } = await claimAll(learner, 'second-claim', 'acep');
    const certificate = await issued(learner, claim.id);
    await issued(learner, kept.id);
    await app.app.get(ClaimActionsService).revoke(context(), claim.id, 'Entered by mistake');
    const { items } = await history(learner);
    expect(
      items.map(({ claimId, state, certificates }) => [claimId, state, certificates.map((one) => one.state)]),
    ).toEqual([
      [kept.id, 'certified', ['issued']],
      [claim.id, 'revoked', ['revoked']],
    ]);
    const verified = await app.client('alpha').get(`/api/verifications/${certificate.verificationCode}`);
    expect(verified.body).toMatchObject({ state: 'revoked' });
    expect((await earnings(learner)).available).toBe(2);
    expect((await claimAll(learner, 'claimed-anew')).claim.credits).toMatchObject([{ claimed: 2 }]);
  });

  it('explains itself, and keeps its trail', async () => {
    await complete(app, alpha, [0]);
    const learner = await Learner.signIn(app, alpha);
    await select(learner, { all: true });
    const why = bodyOf<WhyDto>(await learner.client.get(learner.path('claim/why')));
    expect(why.entries).toContainEqual(
      expect.objectContaining({
        stage: 'offer',
        outcome: 'allowed',
        subject: `offering:${learner.offering(0)}`,
      }),
    );
    const { claim } = await claimAll(learner, 'first-claim');
    const stored = bodyOf<WhyDto>(await learner.client.get(learner.path(`claims/${claim.id}/why`)));
    expect(stored.entries).toContainEqual(
      expect.objectContaining({ stage: 'certify', subject: 'document:courses' }),
    );
  });

  it('shows a claim and makes its documents for nobody else', async () => {
    await complete(app, alpha, [0, 2]);
    await complete(app, beta, [0]);
    const learner = await Learner.signIn(app, alpha);
    const { claim } = await claimAll(learner, 'first-claim');
    const read = bodyOf<ClaimDetailDto>(await learner.client.get(learner.path(`claims/${claim.id}`)));
    expect(read).toMatchObject({
      claimId: claim.id,
      credits: [{ claimed: 2 }],
      courses: [
        { courseTitle: courseTitles[0], topics: [{ title: 'Topic 0', amount: 1 }] },
        { courseTitle: courseTitles[1], topics: [{ title: 'Topic 2', amount: 1 }] },
      ],
      documents: [{ key: 'courses', isAvailable: true }],
    });
    const made = await learner.client.post(learner.path(`claims/${claim.id}/documents/courses`), {});
    expect(made.body).toMatchObject({ state: 'issued', documentKey: 'courses' });
    expect(await app.inspect('select id from certificates')).toHaveLength(1);
    const neighbour = await Learner.signIn(app, alpha, '100002', 'Lindqvist');
    const elsewhere = await Learner.signIn(app, beta);
    for (const other of [neighbour, elsewhere]) {
      for (const path of [`claims/${claim.id}`, `claims/${claim.id}/why`]) {
        expect((await other.client.get(other.path(path))).status).toBe(404);
      }
      expect((await other.client.post(other.path(`claims/${claim.id}/documents/courses`), {})).status).toBe(
        404,
      );
      expect((await history(other)).items).toEqual([]);
    }
  });

  it('pages through claims in every order, exactly once each', async () => {
    const learner = await Learner.signIn(app, alpha);
    const { learnerId } = alpha.learners['100001'] ?? {};
    await app.inspect(
      `insert into claims (tenant_id, id, activity_id, learner_id, state, is_sole, submitted_at, earned_years, credits)
       select $1, gen_random_uuid(), $2, $3, 'certified', false, timestamptz '2026-01-01' + (n % 20) * interval '1 day',
         array[2020 + n % 3], jsonb_build_array(jsonb_build_object('creditType', 'ama-pra-1', 'selected', n % 7 * 25,
           'computed', n % 7 * 25, 'claimed', n % 7 * 25))
       from generate_series(1, 60) n`,
      [alpha.tenant.id, alpha.activityId, learnerId],
    );
    for (const sort of ['claimedAt', 'yearEarned', 'credits'] as const) {
      for (const order of ['asc', 'desc'] as const) {
        const items: ClaimHistoryItemDto[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const query: string = `?sort=${sort}&order=${order}${cursor === '' ? '' : `&cursor=${cursor}`}`;
          const page = await history(learner, query);
          items.push(...page.items);
          cursor = page.nextCursor;
        }
        expect(new Set(items.map(({ claimId }) => claimId)).size).toBe(60);
        expect(items).toHaveLength(60);
        const keys = items.map(({ claimedAt, yearEarned, credits }) =>
          sort === 'claimedAt' ? Date.parse(claimedAt) : sort === 'credits' ? credits : (yearEarned[0] ?? 0),
        );
        expect(keys).toEqual([...keys].sort((a, b) => (order === 'asc' ? a - b : b - a)));
      }
    }
    const { nextCursor } = await history(learner, '?sort=credits');
    for (const cursor of [
      nextCursor ?? '',
      'nonsense',
      Buffer.from("claimedAt desc 1' or 1").toString('base64url'),
      Buffer.from(`claimedAt desc 1 ${'-'.repeat(36)}`).toString('base64url'),
      Buffer.from(`claimedAt desc 1 ${'a'.repeat(36)}`).toString('base64url'),
    ]) {
      const answer = await learner.client.get(learner.path(`claims?sort=claimedAt&cursor=${cursor}`));
      expect(answer.status).toBe(400);
    }
  });
});
