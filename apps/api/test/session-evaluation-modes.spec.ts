import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CartDto } from '../src/claims/dto/cart.dto.js';
import type { SubmissionDto } from '../src/claims/dto/submit-claim.dto.js';
import { EvaluationFormsService } from '../src/evaluations/evaluation-forms.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, bodyOf, rhythm, startOver, step } from './testing-claims.js';
import { sessionForm } from './testing-evaluations.js';
import type { Society } from './testing-society.js';

const KEY = 'session-evaluation:sessions:session';

let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha', { offerings: 16 });
  beta = await app.createTenant('beta');
  for (const society of [alpha, beta]) {
    await arrange(app, society);
    const context = systemContext(society.tenant, 'test');
    await app.tenants.transaction(context, (manager) =>
      app.app.get(EvaluationFormsService).save(manager, context, society.activityId, sessionForm),
    );
  }
}, 60_000);
afterAll(() => app.stop());
beforeEach(async () => {
  await startOver(app, alpha);
  await app.inspect('delete from evaluation_responses');
});

/** Has the society ask for evaluations before anything else is taken off, as the plugin's README wants it. */
const ask = (mode: string, society = alpha) =>
  app.app
    .get(WorkflowsService)
    .save(systemContext(society.tenant, 'test'), society.activityId, [
      step('session-evaluation', { forms: [{ formKey: 'session', title: 'About your sessions', mode }] }),
      ...rhythm,
    ]);

const evaluate = async (learner: Learner, index: number, answers: object = { liked: 'yes' }) => {
  const path = learner.path(`evaluations/session?offeringId=${learner.offering(index)}`);
  const { version } = bodyOf<{ version: number }>(await learner.client.get(path));
  bodyOf(await learner.client.put(path, { answers, version }));
  return learner.cart();
};
const asked = ({ canSubmit, requirements }: CartDto) => {
  const found = requirements.find(({ key }) => key === KEY);
  return { canSubmit, state: found?.state, text: found?.text, next: found?.action?.offeringId };
};
const credit = ({ totals }: CartDto) =>
  totals.map(({ creditType, selected, adjustments, computed }) => ({
    ...{ creditType, selected, computed },
    off: adjustments.map(({ amount, text, offeringIds }) => [amount, text, offeringIds]),
  }));

describe('session evaluations for a session’s credit', () => {
  const waits = (learner: Learner, index: number) => [
    -1,
    `“Session ${String(index)}” gives its credit once you evaluate it.`,
    [learner.offering(index)],
  ];
  const ofTwo = { creditType: 'ama-pra-1', selected: 2 };

  it('withhold each session’s credit by name until its evaluation is sent, and no other’s', async () => {
    await ask('for-session-credit');
    const learner = await Learner.signIn(app, alpha);
    const cart = await learner.add(0, 2);
    expect(credit(cart)).toEqual([{ ...ofTwo, computed: 0, off: [waits(learner, 0), waits(learner, 2)] }]);
    expect(asked(cart)).toEqual({
      canSubmit: false,
      state: 'unmet',
      text: 'A session gives credit once you evaluate it; none of your 2 sessions is evaluated yet.',
      next: learner.offering(0),
    });
    expect(
      (await learner.trySubmit('nothing-evaluated', { revision: cart.revision, isAttested: true })).body,
    ).toMatchObject({ status: 409, code: 'claim.requirements_unmet' });

    const half = await evaluate(learner, 2);
    expect(credit(half)).toEqual([{ ...ofTwo, computed: 1, off: [waits(learner, 0)] }]);
    expect(asked(half)).toEqual({
      canSubmit: true,
      state: 'optional',
      text: 'You evaluated 1 of 2 sessions. The others give credit once you evaluate them.',
      next: learner.offering(0),
    });
    const whole = await evaluate(learner, 0);
    expect(credit(whole)).toEqual([{ ...ofTwo, computed: 2, off: [] }]);
    expect(asked(whole)).toMatchObject({ canSubmit: true, state: 'met' });
    // What is no longer complete gives no credit any more.
    expect(credit(await evaluate(learner, 0, {}))).toEqual([
      { ...ofTwo, computed: 1, off: [waits(learner, 0)] },
    ]);
  });

  it('let a claim go without what is not evaluated, which then is claimed with an amendment', async () => {
    await ask('for-session-credit');
    const learner = await Learner.signIn(app, alpha);
    await learner.add(0, 2);
    const { revision } = await evaluate(learner, 2);
    const first = bodyOf<SubmissionDto>(
      await learner.trySubmit('one-of-two', { revision, isAttested: true }),
      201,
    );
    expect(first.claim.credits.map(({ claimed }) => claimed)).toEqual([1]);
    await evaluate(learner, 0);
    const { claim } = await learner.submit('both-of-two', [4]);
    expect(claim.credits.map(({ claimed }) => claimed)).toEqual([2]);
  });

  it('count for the learner who sent them alone', async () => {
    await ask('for-session-credit');
    await ask('for-session-credit', beta);
    await evaluate(await Learner.signIn(app, alpha), 0);
    const others = [await Learner.signIn(app, alpha, '100002', 'Lindqvist'), await Learner.signIn(app, beta)];
    for (const other of others)
      expect(credit(await other.add(0)).map(({ computed }) => computed)).toEqual([0]);
  });
});

describe('session evaluations for the claim', () => {
  it('keep the claim until all are sent, with the sessions named, and leave the credit alone', async () => {
    await ask('for-claim');
    const learner = await Learner.signIn(app, alpha);
    await learner.add(4, 0, 2);
    for (const [index, open] of [
      [0, 'Session 0, Session 2, and Session 4'],
      [2, 'Session 2 and Session 4'],
      [4, 'Session 4'],
    ] as const) {
      const cart = await learner.cart();
      const text = `You evaluated ${String(index / 2)} of 3 sessions. Still to do: ${open}. Your claim can be submitted when all are done.`;
      expect(asked(cart)).toEqual({ canSubmit: false, state: 'unmet', text, next: learner.offering(index) });
      expect(credit(cart).map(({ computed, off }) => [computed, off])).toEqual([[3, []]]);
      const body = { revision: cart.revision, isAttested: true };
      expect((await learner.trySubmit(`still-open-${String(index)}`, body)).body).toMatchObject({
        status: 409,
        code: 'claim.requirements_unmet',
        detail: expect.stringContaining(open),
        requirements: expect.arrayContaining([expect.objectContaining({ key: KEY, state: 'unmet', text })]),
      });
      await evaluate(learner, index);
    }
    const cart = await learner.cart();
    expect(asked(cart)).toMatchObject({ canSubmit: true, state: 'met' });
    const body = { revision: cart.revision, isAttested: true };
    expect((await learner.trySubmit('all-are-sent', body)).status).toBe(201);
  });

  it('are asked of what is in the cart alone, and name the next of many', async () => {
    await ask('for-claim');
    const learner = await Learner.signIn(app, alpha);
    expect(asked(await learner.add(0, 2, 4, 6, 8, 10)).text).toBe(
      'You evaluated 0 of 6 sessions. Next is Session 0. Your claim can be submitted when all are done.',
    );
    for (const index of [2, 4, 6, 8, 10])
      await learner.client.delete(learner.path(`cart/lines/${learner.offering(index)}`));
    expect(asked(await evaluate(learner, 0))).toMatchObject({ canSubmit: true, state: 'met' });
  });
});
