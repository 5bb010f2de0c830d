import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CartDto } from '../src/claims/dto/cart.dto.js';
import type { SubmissionDto } from '../src/claims/dto/submit-claim.dto.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, bodyOf, rhythm, step } from './testing-claims.js';
import type { Society } from './testing-society.js';

const FORM = 'credit-reporting';
const steps = [
  ...rhythm,
  step('claim-totals', { totals: [{ creditType: 'ama-pra-1' }] }),
  step('credit-reporting-consent', {
    boards: [
      { key: 'abs', label: 'American Board of Surgery', idPattern: '\\d{6}', identifier: 'abs' },
      { key: 'abps', label: 'American Board of Plastic Surgery' },
    ],
  }),
];

let app: TestApp;
let alpha: Society;
let beta: Society;
let gamma: Society;

/** Counted beside Category 1; the first offering carries 0.75 of it. */
const CATEGORY = 'patient-safety';

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await arrange(app, alpha, steps);
  await arrange(app, beta, steps);
  gamma = await app.createTenant('gamma');
  await app.inspect(
    `insert into credit_types (tenant_id, key, name, short_name, unit, increment, audience, is_category, position)
     values ($1, $2, 'Patient Safety Hours', 'Patient Safety',
       '{"one":"Patient Safety hour","other":"Patient Safety hours"}', 25, '{physician}', true, 2)`,
    [gamma.tenant.id, CATEGORY],
  );
  const totals = [{ creditType: 'ama-pra-1' }, { creditType: CATEGORY, notAbove: 'ama-pra-1' }];
  await arrange(app, gamma, [...rhythm, step('claim-totals', { totals })]);
  await app.inspect(
    `update offerings set credits = credits || jsonb_build_object('creditType', $3::text, 'amount', 75)
     where tenant_id = $1 and id = $2`,
    [gamma.tenant.id, gamma.offeringIds[0], CATEGORY],
  );
}, 60_000);
afterAll(() => app.stop());
beforeEach(async () => {
  await app.inspect('delete from claims');
  await app.inspect('delete from form_inputs');
  await app.inspect('delete from idempotency_keys');
  await app.inspect(`update learners set identifiers = '{}'`);
});

const choose = (learner: Learner, body: unknown) => learner.client.put(learner.path('cart/totals'), body);
const save = (learner: Learner, values: unknown, form = FORM) =>
  learner.client.put(learner.path(`claim/forms/${form}`), { values });
const requirement = ({ requirements }: CartDto, key: string) => requirements.find((one) => one.key === key);
const totalsOf = (cart: CartDto) => requirement(cart, 'claim-totals:totals');
const consentOf = (cart: CartDto) => requirement(cart, `credit-reporting-consent:${FORM}`);
const stored = () =>
  app.inspect<{ chosen: unknown; tenant_id: string }>('select tenant_id, chosen from claims');

describe('choosing totals', () => {
  it('keeps what is chosen in the draft, and claims it at submission', async () => {
    const learner = await Learner.signIn(app, alpha);
    const { revision, blockers } = await learner.add(0, 2, 3);
    expect(blockers.map(({ text }) => text)).toEqual([
      'Choose how much you claim of AMA PRA Category 1 Credits™.',
    ]);
    const cart = bodyOf<CartDto>(await choose(learner, { amounts: { 'ama-pra-1': 1.25 }, revision }));
    expect(cart.totals.map(({ computed, chosen }) => [computed, chosen])).toEqual([[2, 1.25]]);
    expect(totalsOf(cart)).toMatchObject({
      state: 'met',
      text: 'You claim 1.25 AMA PRA Category 1 Credits™.',
    });
    expect(cart.canSubmit).toBe(true);
    expect(cart.revision).toBe(revision + 1);
    const { claim } = bodyOf<SubmissionDto>(
      await learner.trySubmit('chosen-1', { revision: cart.revision, isAttested: true }),
      201,
    );
    expect(claim.credits.map(({ claimed }) => claimed)).toEqual([1.25]);
    expect((await choose(learner, { amounts: { 'ama-pra-1': 1 }, revision: 0 })).body).toMatchObject({
      code: 'claim.already_submitted',
    });
  });

  it('is undone by null, stays when the draft changes, and is never lowered silently', async () => {
    const learner = await Learner.signIn(app, alpha);
    const { revision } = await learner.add(0, 2);
    const chosen = bodyOf<CartDto>(await choose(learner, { amounts: { 'ama-pra-1': 2 }, revision }));
    const less = bodyOf<CartDto>(
      await learner.client.delete(learner.path(`cart/lines/${learner.offering(2)}`)),
    );
    expect(totalsOf(less)).toMatchObject({
      state: 'unmet',
      text: 'You chose 2.00 AMA PRA Category 1 Credits™; at most 1.00 can be claimed now.',
      faults: [{ field: 'ama-pra-1' }],
    });
    expect(less.totals[0]?.chosen).toBe(2);
    const refused = await learner.trySubmit('too-much', { revision: less.revision, isAttested: true });
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'claim.requirements_unmet' }]);
    expect(chosen.revision).toBeLessThan(less.revision);
    const undone = bodyOf<CartDto>(
      await choose(learner, { amounts: { 'ama-pra-1': null }, revision: less.revision }),
    );
    expect(undone.totals[0]?.chosen).toBeNull();
    // Amounts of the submission itself are a choice as well.
    const { claim } = bodyOf<SubmissionDto>(
      await learner.trySubmit('by-amount', {
        revision: undone.revision,
        isAttested: true,
        amounts: { 'ama-pra-1': 0.5 },
      }),
      201,
    );
    expect(claim.credits.map(({ claimed }) => claimed)).toEqual([0.5]);
  });

  it('answers a stale revision with the cart as it stands, and changes nothing', async () => {
    const learner = await Learner.signIn(app, alpha);
    const { revision } = await learner.add(0);
    const { status, body } = await choose(learner, { amounts: { 'ama-pra-1': 1 }, revision: revision - 1 });
    expect([status, body]).toMatchObject([409, { code: 'claim.changed', cart: { revision } }]);
    expect(await stored()).toMatchObject([{ chosen: {} }]);
  });

  it.each<[string, unknown, number, string]>([
    ['more than the sessions add up to', { 'ama-pra-1': 1.25 }, 409, 'claim.amount_too_high'],
    ['a huge number', { 'ama-pra-1': 1e300 }, 400, 'request.invalid'],
    ['less than nothing', { 'ama-pra-1': -0.25 }, 400, 'request.invalid'],
    ['half a step', { 'ama-pra-1': 0.3 }, 400, 'request.invalid'],
    ['a text', { 'ama-pra-1': '1' }, 400, 'request.invalid'],
    ['an object', { 'ama-pra-1': { $gt: 0 } }, 400, 'request.invalid'],
    ['a credit type of nobody', { 'cat-9': 1 }, 400, 'request.invalid'],
    ['a credit type that takes nothing back', { 'participation-hours': 1 }, 400, 'request.invalid'],
    ['a list', [1], 400, 'request.invalid'],
  ])('refuses %s', async (_what, amounts, expected, code) => {
    const learner = await Learner.signIn(app, alpha);
    const { revision } = await learner.add(0);
    const { status, body } = await choose(learner, { amounts, revision });
    expect([status, body]).toMatchObject([expected, { code }]);
    expect(await stored()).toMatchObject([{ chosen: {} }]);
  });

  it('refuses fields it does not know, and a draft that does not exist', async () => {
    const learner = await Learner.signIn(app, alpha);
    expect((await choose(learner, { amounts: {}, revision: 0 })).body).toMatchObject({ code: 'claim.empty' });
    const { revision } = await learner.add(0);
    const body = { amounts: {}, revision, claimId: 'x' };
    expect((await choose(learner, body)).body).toMatchObject({ code: 'request.invalid' });
  });

  it('reaches no draft but the learner’s own', async () => {
    const learner = await Learner.signIn(app, alpha);
    const other = await Learner.signIn(app, beta);
    const { revision } = await learner.add(0);
    const theirs = await other.add(0);
    const neighbour = await Learner.signIn(app, alpha, '100002', 'Lindqvist');
    const amounts = { 'ama-pra-1': 0.25 };
    expect((await choose(neighbour, { amounts, revision })).body).toMatchObject({ code: 'claim.empty' });
    const across = `/api/activities/${beta.activityId}/cart/totals`;
    const answer = await learner.client.put(across, { amounts, revision: theirs.revision });
    expect(answer.status).toBe(404);
    expect((await app.client('alpha').put(learner.path('cart/totals'), { amounts, revision })).status).toBe(
      401,
    );
    expect((await stored()).map(({ chosen }) => chosen)).toEqual([{}, {}]);
    bodyOf<CartDto>(await choose(learner, { amounts, revision }));
    expect((await stored()).filter(({ tenant_id }) => tenant_id === alpha.tenant.id)).toMatchObject([
      { chosen: { 'ama-pra-1': 25 } },
    ]);
    expect((await other.cart()).totals[0]?.chosen).toBeNull();
  });
});

describe('choosing the total of a category beside Category 1', () => {
  it('takes less than its maximum, by itself, and claims it at submission', async () => {
    const learner = await Learner.signIn(app, gamma);
    const { revision } = await learner.add(0, 2);
    const safety = bodyOf<CartDto>(await choose(learner, { amounts: { [CATEGORY]: 0.5 }, revision }));
    expect(safety.totals.map(({ creditType, computed, chosen }) => [creditType, computed, chosen])).toEqual([
      ['ama-pra-1', 2, null],
      [CATEGORY, 0.75, 0.5],
    ]);
    expect(totalsOf(safety)).toMatchObject({
      state: 'unmet',
      text: 'Choose how much you claim of AMA PRA Category 1 Credits™.',
    });
    const both = bodyOf<CartDto>(
      await choose(learner, { amounts: { 'ama-pra-1': 1.75 }, revision: safety.revision }),
    );
    expect(totalsOf(both)).toMatchObject({
      state: 'met',
      text: 'You claim 1.75 AMA PRA Category 1 Credits™ and 0.50 Patient Safety hour.',
    });
    const { claim } = bodyOf<SubmissionDto>(
      await learner.trySubmit('both-totals', { revision: both.revision, isAttested: true }),
      201,
    );
    expect(claim.credits.map(({ creditType, claimed }) => [creditType, claimed])).toEqual([
      ['ama-pra-1', 1.75],
      [CATEGORY, 0.5],
    ]);
  });

  it('refuses more than its maximum, and keeps both as they were', async () => {
    const learner = await Learner.signIn(app, gamma);
    const { revision } = await learner.add(0, 2);
    const chosen = bodyOf<CartDto>(
      await choose(learner, { amounts: { 'ama-pra-1': 1.75, [CATEGORY]: 0.5 }, revision }),
    );
    const { status, body } = await choose(learner, {
      amounts: { 'ama-pra-1': 2, [CATEGORY]: 1 },
      revision: chosen.revision,
    });
    expect([status, body]).toMatchObject([409, { code: 'claim.amount_too_high' }]);
    expect(await stored()).toMatchObject([{ chosen: { 'ama-pra-1': 175, [CATEGORY]: 50 } }]);
  });

  it('does not let it exceed the Category 1 that is chosen', async () => {
    const learner = await Learner.signIn(app, gamma);
    const { revision } = await learner.add(0, 2);
    const cart = bodyOf<CartDto>(
      await choose(learner, { amounts: { 'ama-pra-1': 0.5, [CATEGORY]: 0.75 }, revision }),
    );
    expect(totalsOf(cart)).toMatchObject({ state: 'unmet', faults: [{ field: CATEGORY }] });
    const sent = await learner.trySubmit('above-base', { revision: cart.revision, isAttested: true });
    expect([sent.status, sent.body]).toMatchObject([409, { code: 'claim.requirements_unmet' }]);
  });
});

describe('the form of a requirement', () => {
  const right = { consent: true, npi: '1234567893', board: 'abs', boardId: '123456', birthday: '02-29' };

  it('is kept right or wrong, and says what is wrong', async () => {
    const learner = await Learner.signIn(app, alpha);
    await learner.add(0);
    expect(consentOf(await learner.cart())).toMatchObject({ state: 'optional', inputs: {}, faults: [] });
    const cart = bodyOf<CartDto>(await save(learner, { ...right, npi: '12', birthday: null }));
    expect(consentOf(cart)).toMatchObject({
      state: 'unmet',
      inputs: { consent: true, npi: '12', board: 'abs', boardId: '123456' },
      faults: [
        { field: 'npi', text: 'An NPI has exactly ten digits.' },
        { field: 'birthday', text: 'Your month and day of birth are missing.' },
      ],
    });
    expect(consentOf(await learner.cart())?.inputs).toMatchObject({ npi: '12' });
    expect(consentOf(bodyOf<CartDto>(await save(learner, right)))).toMatchObject({
      state: 'met',
      faults: [],
    });
    const takenBack = bodyOf<CartDto>(await save(learner, { ...right, consent: false, npi: '12' }));
    expect(consentOf(takenBack)?.state).toBe('optional');
  });

  it.each<[string, object]>([
    ['it is right', right],
    ['consent is taken back', { consent: false }],
    ['it is empty', {}],
  ])('keeps the claim back while it is filled in wrongly, and lets it go once %s', async (_what, mended) => {
    const learner = await Learner.signIn(app, alpha);
    const added = await learner.add(0);
    await choose(learner, { amounts: { 'ama-pra-1': 1 }, revision: added.revision });
    const submit = async () => {
      const { revision } = await learner.cart();
      return learner.trySubmit('with-consent', { revision, isAttested: true });
    };
    // Ten digits, of which the last does not check the others.
    const wrong = { ...right, npi: '1234567890' };
    expect(bodyOf<CartDto>(await save(learner, wrong)).canSubmit).toBe(false);
    expect((await submit()).body).toMatchObject({
      status: 409,
      code: 'claim.requirements_unmet',
      detail:
        'One detail for the boards is not right yet. ' +
        'Correct it, or take back your consent to submit without reporting.',
      requirements: expect.arrayContaining([
        expect.objectContaining({
          key: `credit-reporting-consent:${FORM}`,
          state: 'unmet',
          faults: [
            {
              field: 'npi',
              text: 'This is not a valid NPI.',
              remedy: 'Check it digit by digit; one of them is wrong.',
            },
          ],
        }),
      ]),
    });
    const states = () => app.inspect('select state from claims');
    expect(await states()).toEqual([{ state: 'draft' }]);
    await save(learner, mended);
    expect((await submit()).status).toBe(201);
    expect(await states()).toEqual([{ state: 'submitted' }]);
  });

  it('keeps nobody who never opens it', async () => {
    const learner = await Learner.signIn(app, alpha);
    const { revision } = await learner.add(0);
    const cart = bodyOf<CartDto>(await choose(learner, { amounts: { 'ama-pra-1': 1 }, revision }));
    expect(consentOf(cart)).toMatchObject({ state: 'optional', inputs: {} });
    const body = { revision: cart.revision, isAttested: true };
    expect((await learner.trySubmit('without-consent', body)).status).toBe(201);
    expect(await app.inspect('select 1 from form_inputs')).toEqual([]);
  });

  it('keeps identifiers without fault with the learner, and offers them the next time', async () => {
    const learner = await Learner.signIn(app, alpha);
    await save(learner, { ...right, consent: false });
    await save(learner, { ...right, boardId: '12' });
    const known = async (society: Society) =>
      app.inspect(`select identifiers from learners where tenant_id = $1 and id = $2`, [
        society.tenant.id,
        society.learners['100001']?.learnerId,
      ]);
    expect(await known(alpha)).toEqual([{ identifiers: { npi: '1234567893' } }]);
    await save(learner, right);
    expect(await known(alpha)).toEqual([{ identifiers: { npi: '1234567893', abs: '123456' } }]);
    expect(await known(beta)).toEqual([{ identifiers: {} }]);
    await app.inspect('delete from form_inputs');
    expect(consentOf(await learner.cart())?.inputs).toEqual({ npi: '1234567893' });
  });

  it.each<[string, unknown]>([
    ['an unknown field', { ...right, isAdmin: true }],
    ['a field of every object', JSON.parse('{"__proto__":"x"}')],
    ['a text that is too long', { npi: '1'.repeat(201) }],
    ['a number', { npi: 1_234_567_893 }],
    ['a list', { npi: ['1234567893'] }],
    ['an object', { consent: { is: true } }],
    ['a text for a box to tick', { consent: 'true' }],
    ['a box to tick for a text', { npi: true }],
    ['no object at all', 'consent'],
    ['a list of values', [true]],
  ])('refuses %s, and keeps what was there', async (_what, values) => {
    const learner = await Learner.signIn(app, alpha);
    await save(learner, { npi: '12' });
    const { status, body } = await save(learner, values);
    expect([status, body]).toMatchObject([400, { code: 'request.invalid' }]);
    expect(await app.inspect('select "values" from form_inputs')).toEqual([{ values: { npi: '12' } }]);
  });

  it('exists only where a requirement asks for it, and for nobody else', async () => {
    const learner = await Learner.signIn(app, alpha);
    const other = await Learner.signIn(app, beta);
    expect((await save(learner, {}, 'another-form')).status).toBe(404);
    const across = `/api/activities/${beta.activityId}/claim/forms/${FORM}`;
    expect((await learner.client.put(across, { values: right })).status).toBe(404);
    await save(learner, right);
    expect(consentOf(await other.cart())).toMatchObject({ state: 'optional', inputs: {} });
    const neighbour = await Learner.signIn(app, alpha, '100002', 'Lindqvist');
    expect(consentOf(await neighbour.cart())).toMatchObject({ state: 'optional', inputs: {} });
    expect(await app.inspect('select tenant_id, learner_id from form_inputs')).toEqual([
      { tenant_id: alpha.tenant.id, learner_id: alpha.learners['100001']?.learnerId },
    ]);
  });

  it('takes two devices at once, and keeps one of their versions whole', async () => {
    const learner = await Learner.signIn(app, alpha);
    const versions = ['1', '2', '3', '4', '5', '6'].map((npi) => ({ consent: false, npi, birthday: npi }));
    const answers = await Promise.all(versions.map((values) => save(learner, values)));
    expect(answers.map(({ status }) => status)).toEqual(versions.map(() => 200));
    const [row] = await app.inspect<{ values: (typeof versions)[number] }>(
      'select "values" from form_inputs',
    );
    expect(versions).toContainEqual(row?.values);
  });
});
