import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { AddResultDto, CartDto, CartSourceDto } from '../src/claims/dto/cart.dto.js';
import type { WhyDto } from '../src/claims/dto/why.dto.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, bodyOf } from './testing-claims.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await arrange(app, alpha);
  await arrange(app, beta);
}, 60_000);
afterAll(() => app.stop());
beforeEach(() => app.inspect('delete from claims'));

const addEvidence = (society: Society, badge: string, kind: string, offeringId: string | undefined) =>
  app.inspect(
    `insert into evidence (tenant_id, id, activity_id, learner_id, offering_id, kind, source, source_key, occurred_at)
     values ($1, $2, $3, $4, $5, $6, 'test', $7, now())`,
    [
      society.tenant.id,
      uuid(),
      society.activityId,
      society.learners[badge]?.learnerId,
      offeringId,
      kind,
      uuid(),
    ],
  );

describe('the cart', () => {
  it('is empty at first and says what is missing', async () => {
    const learner = await Learner.signIn(app, alpha);
    const cart = await learner.cart();
    expect(cart).toMatchObject({
      claimId: null,
      state: 'empty',
      isAmendment: false,
      revision: 0,
      lines: [],
      totals: [],
      canSubmit: false,
      attestation: 'I took part in these sessions.',
      submitted: null,
    });
    expect(cart.blockers).toEqual([
      { text: 'Your Cart of Society alpha is empty.', remedy: 'Add the sessions you took part in.' },
    ]);
    expect(cart.deadline).toMatchObject({ at: '2099-08-31T21:00:00Z' });
    expect(cart.deadline?.text).toContain('You can claim until Monday, August 31, 2099');
  });

  it('counts sessions at the same time once and explains it', async () => {
    const learner = await Learner.signIn(app, alpha);
    const cart = await learner.add(0, 1, 2);
    expect(
      cart.lines.map(({ offeringId, isAllowed, addedFrom }) => [offeringId, isAllowed, addedFrom]),
    ).toEqual([0, 1, 2].map((index) => [learner.offering(index), true, 'learner']));
    expect(cart.totals).toEqual([
      {
        creditType: 'ama-pra-1',
        chosen: null,
        name: 'AMA PRA Category 1 Credits™',
        shortName: 'AMA PRA 1',
        unit: 'AMA PRA Category 1 Credits™',
        selected: 3,
        computed: 2,
        increment: 0.25,
        adjustments: [
          {
            amount: -1,
            text: expect.stringContaining('9:00'),
            remedy: 'If you were in only one of them, remove the others from your Cart of Society alpha.',
            offeringIds: [learner.offering(0), learner.offering(1)],
          },
        ],
        isCategory: false,
      },
    ]);
    expect(cart.overlaps).toEqual(
      cart.totals[0]?.adjustments.map(({ amount: _amount, ...overlap }) => overlap),
    );
    expect(cart.canSubmit).toBe(true);
    expect(cart.blockers).toEqual([]);
  });

  it('adds one line for each credit type the learner may claim, and none that others are awarded', async () => {
    const physician = await (await Learner.signIn(app, alpha)).add(0);
    const nurse = await (await Learner.signIn(app, alpha, '100003', 'Nguyễn')).add(0);
    expect(physician.lines.map(({ credits }) => credits)).toEqual([[{ creditType: 'ama-pra-1', amount: 1 }]]);
    expect(nurse.lines.map(({ credits }) => credits)).toEqual([
      [{ creditType: 'participation-hours', amount: 1 }],
    ]);
    expect(nurse.totals.map(({ unit, computed }) => [computed, unit])).toEqual([[1, 'hour']]);
  });

  it('refuses a denied session that is asked for by hand, with every reason', async () => {
    const standard = await Learner.signIn(app, alpha, '100002', 'Lindqvist');
    const { status, body } = await standard.tryToAdd(-1);
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'offering.not_allowed',
      denials: [{ text: expect.stringContaining('Premier'), remedy: expect.any(String) }],
    });
    expect((await standard.cart()).lines).toEqual([]);
    const premier = await Learner.signIn(app, alpha);
    expect((await premier.tryToAdd(-1)).status).toBe(200);
  });

  it('knows nothing of the offerings of another society', async () => {
    const learner = await Learner.signIn(app, alpha);
    const path = learner.path(`cart/lines/${beta.offeringIds[0] ?? ''}`);
    expect((await learner.client.put(path)).status).toBe(404);
    expect((await learner.client.delete(path)).body).toMatchObject({ status: 404, code: 'not_found' });
    const unknown = learner.path(`cart/lines/${crypto.randomUUID()}`);
    expect((await learner.client.delete(unknown)).status).toBe(404);
    expect((await learner.client.put(learner.path('cart/lines/not-an-id'))).status).toBe(404);
    expect((await learner.client.get(`/api/activities/${beta.activityId}/cart`)).status).toBe(404);
    expect(await app.inspect('select 1 from claims')).toEqual([]);
  });

  it('keeps its revision when nothing changes and lets it rise when something does', async () => {
    const learner = await Learner.signIn(app, alpha);
    const first = await learner.add(0);
    const again = bodyOf<CartDto>(await learner.tryToAdd(0));
    expect(again.revision).toBe(first.revision);
    expect((await learner.add(2)).revision).toBe(first.revision + 1);
    const path = learner.path(`cart/lines/${learner.offering(2)}`);
    const removed = bodyOf<CartDto>(await learner.client.delete(path));
    expect(removed.lines.map(({ offeringId }) => offeringId)).toEqual([learner.offering(0)]);
    expect(bodyOf<CartDto>(await learner.client.delete(path)).revision).toBe(removed.revision);
  });

  it('is one cart on all devices, whoever adds first and at once', async () => {
    const devices = await Promise.all([0, 1, 2, 3].map(() => Learner.signIn(app, alpha)));
    const answers = await Promise.all(devices.map((device, index) => device.tryToAdd(index)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await app.inspect('select state from claims')).toEqual([{ state: 'draft' }]);
    const [device] = devices;
    expect((await device?.cart())?.lines).toHaveLength(4);
  });

  it('adds a whole source and says what was left out and why', async () => {
    const learner = await Learner.signIn(app, alpha, '100002', 'Lindqvist');
    await learner.add(0);
    await addEvidence(alpha, '100002', 'itinerary', alpha.offeringIds[0]);
    await addEvidence(alpha, '100002', 'itinerary', alpha.offeringIds[2]);
    await addEvidence(alpha, '100002', 'itinerary', alpha.offeringIds.at(-1));
    await addEvidence(alpha, '100002', 'app-flag', alpha.offeringIds[3]);
    await addEvidence(alpha, '100001', 'app-flag', alpha.offeringIds[4]);
    const sources = bodyOf<CartSourceDto[]>(await learner.client.get(learner.path('cart/sources')));
    expect(sources).toEqual([
      {
        kind: 'itinerary',
        label: 'Add all Eligible Sessions to Cart of Society alpha',
        mark: 'In My Itinerary',
        offeringIds: [0, 2, -1].map((index) => learner.offering(index)),
      },
      { kind: 'app-flag', label: 'Import from App', mark: 'Transmitted', offeringIds: [learner.offering(3)] },
    ]);
    const result = bodyOf<AddResultDto>(await learner.client.post(learner.path('cart/sources/itinerary')));
    expect(result).toMatchObject({
      added: [learner.offering(2)],
      alreadyThere: [learner.offering(0)],
      leftOut: [
        { offeringId: learner.offering(-1), title: 'Session 5', reasons: [{ text: expect.any(String) }] },
      ],
    });
    const imported = bodyOf<AddResultDto>(await learner.client.post(learner.path('cart/sources/app-flag')));
    expect(imported.cart.lines.map(({ addedFrom }) => addedFrom)).toEqual([
      'learner',
      'itinerary',
      'app-flag',
    ]);
    expect((await learner.client.post(learner.path('cart/sources/scan'))).status).toBe(404);
  });

  it('gives up a draft', async () => {
    const learner = await Learner.signIn(app, alpha);
    await learner.add(0, 2);
    const cart = bodyOf<CartDto>(await learner.client.delete(learner.path('cart')));
    expect(cart).toMatchObject({ state: 'empty', lines: [], revision: 0 });
    expect(await app.inspect('select 1 from claim_lines')).toEqual([]);
  });

  it('answers why, decision by decision', async () => {
    const learner = await Learner.signIn(app, alpha);
    await learner.add(0, 1);
    const { entries } = bodyOf<WhyDto>(await learner.client.get(learner.path('claim/why')));
    const kinds = entries.map(({ stage, outcome, plugin }) => `${stage} ${outcome} ${plugin}`);
    expect(kinds).toEqual([
      'offer allowed host',
      'offer allowed host',
      'award adjusted overlap',
      'require met host',
      'require met claim-window',
      'require unmet attestation',
    ]);
    expect(entries.every(({ text }) => text.length > 10)).toBe(true);
    const { title } = bodyOf<{ title: string }>(
      await learner.client.get(learner.path(`offerings/${learner.offering(0)}`)),
    );
    expect(entries[0]).toMatchObject({
      about: title,
      rule: 'Every session of a claim is checked against all rules of the society.',
    });
    expect(entries[2]).toMatchObject({
      about: 'AMA PRA Category 1 Credits™',
      rule: 'The time of sessions that run at once counts once, for every type of credit.',
      effect: { before: 2, amount: -1, after: 1, sessions: [title, expect.any(String)] },
    });
    expect(entries.slice(4).map(({ rule }) => rule)).toEqual([
      'Credit can be claimed until Monday, August 31, 2099 at 5:00 PM EDT. ' +
        'Submitted claims can be changed until Wednesday, September 30, 2099 at 5:00 PM EDT.',
      'Before a claim is submitted, its learner confirms: “I took part in these sessions”.',
    ]);
    expect(JSON.stringify(entries[2]?.effect)).not.toContain(learner.offering(0));
  });

  it('explains what was submitted as it was decided then', async () => {
    const learner = await Learner.signIn(app, alpha);
    const { revision } = await learner.add(0, 1);
    const answered = bodyOf<WhyDto>(await learner.client.get(learner.path('claim/why')));
    await learner.trySubmit('why-submitted', { revision, isAttested: true });
    const { entries } = bodyOf<WhyDto>(await learner.client.get(learner.path('claim/why')));
    expect(entries.find(({ stage }) => stage === 'award')).toEqual(
      answered.entries.find(({ stage }) => stage === 'award'),
    );
  });

  it('shows a line that can no longer be claimed, and does not count it', async () => {
    const learner = await Learner.signIn(app, alpha);
    await learner.add(0, 2);
    const withdraw = (at: string | null) =>
      app.inspect(
        `with a as (update activities set programme_revision = programme_revision + 1 where tenant_id = $1)
         update offerings set withdrawn_at = $3 where tenant_id = $1 and id = $2`,
        [alpha.tenant.id, alpha.offeringIds[2], at],
      );
    await withdraw('2026-01-01T00:00:00Z');
    const cart = await learner.cart();
    expect(cart.lines.map(({ isAllowed }) => isAllowed)).toEqual([true, false]);
    expect(cart.totals[0]).toMatchObject({ selected: 1, computed: 1, unit: 'AMA PRA Category 1 Credit™' });
    expect(cart.canSubmit).toBe(false);
    const { status, body } = await learner.trySubmit('withdrawn-1', {
      revision: cart.revision,
      isAttested: true,
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'claim.changed', cart: { canSubmit: false } });
    await withdraw(null);
  });
});
