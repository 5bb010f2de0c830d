import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { EvaluationFormsService } from '../src/evaluations/evaluation-forms.service.js';
import { PLASTICS_SESSION_EVALUATION } from '../../../tools/demo/plastics/evaluation-forms.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, rhythm, step } from './testing-claims.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let learner: Learner;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha', { offerings: 12 });
  await arrange(app, alpha);
  // Several credit types an offering, whose keys no two collations put in the same order.
  await app.inspect(
    `insert into credit_types (tenant_id, key, name, short_name, unit, increment, audience, is_category, position)
     select tenant_id, other, other, other, unit, increment, '{}', true, 9
     from credit_types, unnest(array['b-x', 'ba', 'b']) as other where key = 'ama-pra-1'`,
  );
  await app.inspect(
    `update offerings set credits = credits || '[{"creditType":"ba","amount":25},{"creditType":"b-x","amount":50},{"creditType":"b","amount":75}]'`,
  );
  await app.inspect('update activities set programme_revision = programme_revision + 1');
  const context = systemContext(alpha.tenant, 'test');
  await app.tenants.transaction(context, async (manager) => {
    await app.app
      .get(EvaluationFormsService)
      .save(manager, context, alpha.activityId, PLASTICS_SESSION_EVALUATION);
    const forms = [{ formKey: PLASTICS_SESSION_EVALUATION.key, title: 'Sessions', mode: 'for-claim' }];
    const steps = [...rhythm, step('session-evaluation', { forms })];
    await app.app.get(WorkflowsService).saveIn(manager, context, alpha.activityId, steps);
  });
  learner = await Learner.signIn(app, alpha);
}, 60_000);
afterAll(() => app.stop());

/** What a change answers is put together from what was read before it; what is read afterwards must be the same. */
async function change(method: 'put' | 'delete' | 'post', path: string): Promise<void> {
  const { status, body } = await learner.client[method](learner.path(path));
  expect(status).toBe(200);
  const answered = method === 'post' ? Reflect.get(Object(body), 'cart') : body;
  const { body: read } = await learner.client.get(learner.path('cart'));
  expect(answered).toEqual(read);
}

describe('what adding and removing answers', () => {
  it('is the cart as it is read afterwards', async () => {
    for (const index of [5, 0, 3, 4, 1]) await change('put', `cart/lines/${learner.offering(index)}`);
    await learner.client.put(learner.path(`evaluations/session?offeringId=${learner.offering(3)}`), {
      version: 0,
      answers: {
        rating: { objectives: 'agree', faculty: 'agree', relevance: 'agree' },
        'free-of-bias': 'yes',
      },
    });
    await change('put', `cart/lines/${learner.offering(8)}`);
    await change('delete', `cart/lines/${learner.offering(3)}`);
    await change('delete', `cart/lines/${learner.offering(3)}`);
    for (const index of [3, 9, 10, 11, 0])
      await learner.client.put(learner.path(`itinerary/${learner.offering(index)}`));
    await change('post', 'cart/sources/itinerary');
    for (let index = 0; index < 12; index++) await change('delete', `cart/lines/${learner.offering(index)}`);
    await change('put', `cart/lines/${learner.offering(2)}`);
    const cart = await learner.cart();
    expect(cart.lines.map(({ offeringId }) => offeringId)).toEqual([learner.offering(2)]);
  });
});
