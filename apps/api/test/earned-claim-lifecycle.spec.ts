import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClaimActionsService } from '../src/claims/claim-actions.service.js';
import type { ClaimHistoryDto } from '../src/claims/dto/claim-history.dto.js';
import type { SubmissionDto } from '../src/claims/dto/submit-claim.dto.js';
import type { EarningsDto } from '../src/earnings/dto/earnings.dto.js';
import { plugins } from '../src/plugins.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { hostilePlugin, reporterPlugin } from './hostile-plugins.js';
import { type TestApp, startTestApp, TestClock } from './testing-app.js';
import { bodyOf, Learner, learnerContext, step, until } from './testing-claims.js';
import { arrangeCourses, complete, earningPlugins, earningSteps } from './testing-earnings.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp({
    clock: new TestClock(Temporal.Instant.from('2026-11-22T12:00:00Z')),
    plugins: [...plugins, ...earningPlugins, hostilePlugin, reporterPlugin],
  });
  alpha = await app.createTenant('alpha', { offerings: 8 });
  beta = await app.createTenant('beta', { offerings: 8 });
  await arrangeCourses(app, alpha);
  await arrangeCourses(app, beta);
}, 60_000);
afterAll(() => app.stop());

const claimAll = async (learner: Learner, key: string): Promise<SubmissionDto> => {
  const selection = { creditType: 'ama-pra-1', all: true };
  const { revision } = bodyOf<{ revision: number }>(
    await learner.client.put(learner.path('earnings/selection'), selection),
  );
  return bodyOf<SubmissionDto>(await learner.trySubmit(key, { revision, isAttested: true }), 201);
};
const topicsLeft = async (learner: Learner) => {
  const { courses } = bodyOf<EarningsDto>(await learner.client.get(learner.path('earnings')));
  return courses.flatMap(({ topics }) => topics.map(({ title }) => title));
};
const certificateStates = (claimId: string) =>
  app.inspect('select state from certificates where claim_id = $1', [claimId]);
const act = (society: Society) => ({
  context: systemContext(society.tenant, 'test'),
  actions: app.app.get(ClaimActionsService),
});

describe('claims of earned credit', () => {
  it('are revoked one by one: their credit can be claimed again, and the others stand', async () => {
    await complete(app, alpha, [0, 2]);
    await complete(app, beta, [0]);
    const inBeta = await Learner.signIn(app, beta);
    await claimAll(inBeta, 'claimed-in-beta');
    const learner = await Learner.signIn(app, alpha);
    const { claim: first } = await claimAll(learner, 'first-earned');
    await complete(app, alpha, [4]);
    const { claim: second } = await claimAll(learner, 'second-earned');
    for (const { id } of [first, second]) {
      await until(async () =>
        JSON.stringify(await certificateStates(id)).includes('issued') ? true : undefined,
      );
    }
    const { context, actions } = act(alpha);
    await expect(actions.revoke(act(beta).context, first.id, 'Not ours')).rejects.toMatchObject({
      code: 'not_found',
    });
    await actions.revoke(context, first.id, 'Completed by somebody else');
    expect(await certificateStates(first.id)).toEqual([{ state: 'revoked' }]);
    expect(await certificateStates(second.id)).toEqual([{ state: 'issued' }]);
    expect(await topicsLeft(learner)).toEqual(['Topic 0', 'Topic 2']);
    expect(await topicsLeft(inBeta)).toEqual([]);
    expect((await learner.cart()).notice).toBeNull();
    const { claim: again } = await claimAll(learner, 'first-earned-again');
    expect(again).toMatchObject({ state: 'submitted', lineCount: 2 });
    const { items } = bodyOf<{ items: ClaimHistoryDto['items'] }>(
      await learner.client.get(learner.path('claims')),
    );
    expect(items.map(({ claimId, state }) => [claimId, state])).toContainEqual([second.id, 'certified']);
    await expect(actions.revoke(context, first.id, 'Once more')).rejects.toMatchObject({
      code: 'claim.not_in_force',
    });
  }, 40_000);

  it('are released with their documents, which nobody has to ask for', async () => {
    const steps = (...more: Parameters<typeof step>[]) =>
      app.app
        .get(WorkflowsService)
        .save(learnerContext(alpha), alpha.activityId, [...earningSteps, ...more.map((one) => step(...one))]);
    await steps(['hostile', { stage: 'report', how: 'throw' }], ['reporter', { answer: 'accept' }]);
    await complete(app, alpha, [1], { badge: '100002' });
    const learner = await Learner.signIn(app, alpha, '100002', 'Lindqvist');
    const { claim } = await claimAll(learner, 'held-earned');
    expect(claim.state).toBe('held');
    expect(await certificateStates(claim.id)).toEqual([]);
    await steps(['reporter', { answer: 'accept' }]);
    const { context, actions } = act(alpha);
    await actions.release(context, claim.id, 'The report step was mended');
    await until(async () =>
      JSON.stringify(await certificateStates(claim.id)).includes('issued') ? true : undefined,
    );
    expect(await app.inspect('select key from reports where claim_id = $1', [claim.id])).toEqual([
      { key: `board:${claim.id}` },
    ]);
  }, 40_000);
});
