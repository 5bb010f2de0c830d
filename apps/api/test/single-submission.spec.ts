import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CartDto } from '../src/claims/dto/cart.dto.js';
import { EvaluationFormsService } from '../src/evaluations/evaluation-forms.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, bodyOf, rhythm, step } from './testing-claims.js';
import { overall } from './testing-evaluations.js';
import type { Society } from './testing-society.js';

const CLOSED = 'You submitted your claim, which closed it. Sessions can no longer be added or removed.';

let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await arrange(app, alpha, [...rhythm, step('single-submission')]);
  await arrange(app, beta);
}, 60_000);
afterAll(() => app.stop());

const requirementOf = ({ requirements }: CartDto) =>
  requirements.find(({ key }) => key === 'single-submission:closed');
const remove = (learner: Learner, index: number) =>
  learner.client.delete(learner.path(`cart/lines/${learner.offering(index)}`));

describe('a claim that is submitted once', () => {
  it('says so before, is closed after, and can be reopened by the society alone', async () => {
    const learner = await Learner.signIn(app, alpha);
    expect(requirementOf(await learner.add(0))).toMatchObject({
      state: 'met',
      text: 'Once you submit, your claim is closed: you will not be able to add sessions.',
    });
    await learner.submit('first-claim', [0]);

    expect(requirementOf(await learner.cart())).toMatchObject({ state: 'unmet', text: CLOSED });
    const added = await learner.tryToAdd(2);
    expect([added.status, added.body]).toMatchObject([
      409,
      { code: 'offering.not_allowed', denials: [{ text: CLOSED }] },
    ]);
    const removed = await remove(learner, 0);
    expect([removed.status, removed.body]).toMatchObject([409, { code: 'claim.already_submitted' }]);
    expect(JSON.stringify(removed.body)).toContain(CLOSED);
    const cards = bodyOf<{ items?: unknown[] }>(await learner.client.get(learner.path('offerings')));
    expect(JSON.stringify(cards)).toContain(CLOSED);

    await app.inspect('update claims set reopened_at = now() where tenant_id = $1', [alpha.tenant.id]);
    const reopened = await learner.add(2);
    expect(reopened).toMatchObject({ state: 'draft', isAmendment: true, canSubmit: true });
    expect(requirementOf(reopened)?.text).toContain('Your claim has been reopened');
    await learner.submit('second-claim', [2]);
    expect((await learner.tryToAdd(3)).status).toBe(409);
  });

  it('closes the evaluations it was submitted with, until the society opens it again', async () => {
    const context = systemContext(alpha.tenant, 'test');
    await app.tenants.transaction(context, (manager) =>
      app.app.get(EvaluationFormsService).save(manager, context, alpha.activityId, overall),
    );
    const learner = await Learner.signIn(app, alpha, '100002', 'Lindqvist');
    const give = async (answer: string, version: number) => {
      const path = learner.path('evaluations/overall');
      const { status, body } = await learner.client.put(path, { answers: { remark: answer }, version });
      return { status, body };
    };
    expect((await give('Good', 0)).status).toBe(200);
    await learner.submit('closed-answers', [0]);
    expect(await give('Bad', 1)).toMatchObject({
      status: 409,
      body: {
        code: 'evaluation.closed',
        detail: `${CLOSED} Your answers can be read, and no longer changed.`,
      },
    });
    const kept = await learner.client.get(learner.path('evaluations/overall'));
    expect(kept).toMatchObject({ status: 200, body: { answers: { remark: 'Good' }, version: 1 } });
    await app.inspect('update claims set reopened_at = now() where tenant_id = $1', [alpha.tenant.id]);
    expect((await give('Better', 1)).status).toBe(200);
  });

  it('is another society’s rule: elsewhere claims are amended as ever', async () => {
    const learner = await Learner.signIn(app, beta);
    await learner.submit('their-claim', [0]);
    expect(await learner.add(2)).toMatchObject({ isAmendment: true, canSubmit: true });
  });
});
