import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SubmissionDto } from '../src/claims/dto/submit-claim.dto.js';
import type { WhyDto } from '../src/claims/dto/why.dto.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, bodyOf, runAlso, startOver } from './testing-claims.js';
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
beforeEach(() => startOver(app, alpha));

describe('submitting a claim', () => {
  it('writes the claim with its trail and says what can be generated now', async () => {
    const learner = await Learner.signIn(app, alpha);
    const { revision } = await learner.add(0, 1, 2);
    const { claim, documents } = bodyOf<SubmissionDto>(
      await learner.trySubmit('submission-1', { revision, isAttested: true }),
      201,
    );
    expect(claim).toMatchObject({
      state: 'submitted',
      credits: [
        {
          creditType: 'ama-pra-1',
          name: 'AMA PRA Category 1 Credits™',
          unit: 'AMA PRA Category 1 Credits™',
          claimed: 2,
        },
      ],
      heldText: null,
      lineCount: 3,
    });
    expect(
      documents.documents.map(({ key, isAvailable, certificate }) => [key, isAvailable, certificate]),
    ).toEqual([
      ['cme', true, null],
      ['participation', false, null],
    ]);
    expect(documents.documents[1]?.reasons[0]?.text).toContain('certificate of participation');
    const [row] = await app.inspect('select state, credits, attestation, held_reason from claims');
    expect(row).toEqual({
      state: 'submitted',
      credits: [
        {
          ...{ claimed: 200, computed: 200, selected: 300, creditType: 'ama-pra-1' },
          adjustments: [expect.objectContaining({ delta: -100, isSimultaneous: true })],
        },
      ],
      attestation: 'I took part in these sessions.',
      held_reason: null,
    });
    const why = bodyOf<WhyDto>(await learner.client.get(learner.path('claim/why')));
    expect(why.entries).toContainEqual(
      expect.objectContaining({
        stage: 'award',
        plugin: 'overlap',
        outcome: 'adjusted',
        subject: 'credit-type:ama-pra-1',
      }),
    );
    expect(why.entries).toContainEqual(
      expect.objectContaining({ stage: 'require', plugin: 'attestation', outcome: 'met' }),
    );
    expect(await learner.cart()).toMatchObject({
      state: 'submitted',
      canSubmit: false,
      submitted: { id: claim.id },
    });
  });

  it('lets the learner claim less, in whole steps, and never more', async () => {
    const learner = await Learner.signIn(app, alpha);
    const { revision } = await learner.add(0, 2);
    const submit = (amount: unknown, type = 'ama-pra-1') =>
      learner.trySubmit('less-please', { revision, isAttested: true, amounts: { [type]: amount } });
    for (const [amount, status, code] of [
      [2.25, 409, 'claim.amount_too_high'],
      [1.1, 400, 'request.invalid'],
      [-1, 400, 'request.invalid'],
      ['1', 400, 'request.invalid'],
      [1.001, 400, 'request.invalid'],
      [0, 409, 'claim.empty'],
    ] as const) {
      const answer = await submit(amount);
      expect([amount, answer.status, answer.body]).toEqual([
        amount,
        status,
        expect.objectContaining({ code }),
      ]);
    }
    expect((await submit(1, 'abim-moc')).body).toMatchObject({
      code: 'request.invalid',
      faults: [{ field: 'amounts.abim-moc' }],
    });
    const { claim } = bodyOf<SubmissionDto>(await submit(1.25), 201);
    expect(claim.credits).toMatchObject([{ claimed: 1.25 }]);
    expect(await app.inspect('select credits from claims')).toEqual([
      { credits: [{ claimed: 125, computed: 200, selected: 200, creditType: 'ama-pra-1' }] },
    ]);
  });

  it('needs a key, an attestation, sessions and the revision that was looked at', async () => {
    const learner = await Learner.signIn(app, alpha);
    expect((await learner.trySubmit('nothing-there', { revision: 0, isAttested: true })).body).toMatchObject({
      code: 'claim.empty',
    });
    const { revision } = await learner.add(0);
    const withoutKey = await learner.client.post(learner.path('claim/submit'), {
      revision,
      isAttested: true,
    });
    expect(withoutKey.body).toMatchObject({ code: 'idempotency.key_required' });
    expect((await learner.trySubmit('not-attested', { revision, isAttested: false })).body).toMatchObject({
      code: 'claim.not_attested',
    });
    const { status, body } = await learner.trySubmit('old-revision', {
      revision: revision - 1,
      isAttested: true,
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'claim.changed', cart: { revision, lines: [{}] } });
    const strange = await learner.trySubmit('strange-field', {
      revision,
      isAttested: true,
      state: 'certified',
    });
    expect(strange.status).toBe(400);
    expect(await app.inspect('select state from claims')).toEqual([{ state: 'draft' }]);
  });

  it('answers a double submit with one key twice, and submits once', async () => {
    const devices = await Promise.all([1, 2, 3].map(() => Learner.signIn(app, alpha)));
    const { revision } = (await devices[0]?.add(0, 2)) ?? { revision: 0 };
    const answers = await Promise.all(
      devices.map((device) => device.trySubmit('the-same-key', { revision, isAttested: true })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ text }) => JSON.stringify(sorted(JSON.parse(text))))).size).toBe(1);
    expect(await app.inspect('select state from claims')).toEqual([{ state: 'submitted' }]);
    const later = await devices[1]?.trySubmit('the-same-key', { revision, isAttested: true });
    expect(later?.status).toBe(201);
    const other = await devices[1]?.trySubmit('the-same-key', { revision: revision + 1, isAttested: true });
    expect(other?.body).toMatchObject({ status: 409, code: 'idempotency.key_reused' });
  });

  it('lets one of two devices win, and tells the other in plain words', async () => {
    const devices = await Promise.all([1, 2].map(() => Learner.signIn(app, alpha)));
    const { revision } = (await devices[0]?.add(0, 2)) ?? { revision: 0 };
    const answers = await Promise.all(
      devices.map((device, index) =>
        device.trySubmit(`device-number-${String(index)}`, { revision, isAttested: true }),
      ),
    );
    const [winner, loser] = answers.sort((a, b) => a.status - b.status);
    expect(winner?.status).toBe(201);
    expect(loser?.body).toMatchObject({ status: 409, code: 'claim.already_submitted' });
    expect(await app.inspect('select state from claims')).toEqual([{ state: 'submitted' }]);
  });

  it('takes a submission and an addition at once one after the other, whichever comes first', async () => {
    for (let round = 0; round < 5; round += 1) {
      await app.inspect('delete from claims');
      const devices = await Promise.all([1, 2].map(() => Learner.signIn(app, alpha)));
      const [one, two] = devices;
      if (one === undefined || two === undefined) throw new Error('There are two devices');
      const { revision } = await one.add(0);
      const [submitted, added] = await Promise.all([
        one.trySubmit(`at-once-${String(round)}`, { revision, isAttested: true }),
        two.tryToAdd(2),
      ]);
      expect(added.status).toBe(200);
      const claims = await app.inspect<{ state: string; amends: boolean }>(
        'select state, amends_claim_id is not null as amends from claims order by state',
      );
      if (submitted.status === 201) {
        expect(claims).toEqual([
          { state: 'draft', amends: true },
          { state: 'submitted', amends: false },
        ]);
      } else {
        expect(submitted.body).toMatchObject({ code: 'claim.changed', cart: { lines: [{}, {}] } });
        expect(claims).toEqual([{ state: 'draft', amends: false }]);
      }
    }
  });

  it('refuses while something is required, and says what', async () => {
    await app.inspect(
      `insert into evaluation_forms (tenant_id, id, activity_id, key, title, scope, sections)
       values ($1, gen_random_uuid(), $2, 'overall', 'Overall evaluation', 'activity',
         '[{"key":"a","title":"A","questions":[{"key":"q","kind":"short-text","label":"Q","isRequired":true},
           {"key":"r","kind":"short-text","label":"R","isRequired":true,"showIf":{"question":"q","equals":"x"}}]}]')
       on conflict do nothing`,
      [alpha.tenant.id, alpha.activityId],
    );
    await runAlso(app, alpha, ['required-evaluation', { forms: [{ formKey: 'overall', isRequired: true }] }]);
    const learner = await Learner.signIn(app, alpha);
    const { revision, canSubmit, requirements } = await learner.add(0);
    expect(canSubmit).toBe(false);
    expect(requirements).toContainEqual({
      key: 'required-evaluation:evaluation:overall',
      title: 'Overall evaluation',
      state: 'unmet',
      inputs: {},
      faults: [],
      text: expect.stringContaining('Overall evaluation'),
      remedy: expect.any(String),
      action: { kind: 'evaluation', formKey: 'overall' },
    });
    const refused = await learner.trySubmit('still-needed', { revision, isAttested: true });
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'claim.requirements_unmet',
      requirements: expect.arrayContaining([expect.objectContaining({ state: 'unmet' })]),
    });
    const answers = { answers: { q: 'Good' }, version: 0 };
    expect((await learner.client.put(learner.path('evaluations/overall'), answers)).status).toBe(200);
    expect((await learner.trySubmit('still-needed', { revision, isAttested: true })).status).toBe(201);
  });

  it('keeps the two societies apart', async () => {
    const inAlpha = await Learner.signIn(app, alpha);
    const inBeta = await Learner.signIn(app, beta);
    const { claim } = await inAlpha.submit('one-key-for-both');
    const other = await inBeta.submit('one-key-for-both', [0]);
    expect(other.claim.id).not.toBe(claim.id);
    expect(other.claim.lineCount).toBe(1);
    const rows = await app.inspect<{ tenant_id: string; id: string }>('select tenant_id, id from claims');
    expect(new Set(rows.map(({ tenant_id, id }) => `${tenant_id} ${id}`))).toEqual(
      new Set([`${alpha.tenant.id} ${claim.id}`, `${beta.tenant.id} ${other.claim.id}`]),
    );
  });
});

/** `jsonb` keeps no order of keys. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, part]) => [key, sorted(part)]),
        )
      : value;
