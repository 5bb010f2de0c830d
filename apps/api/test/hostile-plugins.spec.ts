import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CartDto } from '../src/claims/dto/cart.dto.js';
import type { WhyDto } from '../src/claims/dto/why.dto.js';
import { plugins } from '../src/plugins.js';
import { hostilePlugin, reporterPlugin } from './hostile-plugins.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, bodyOf, runAlso, startOver } from './testing-claims.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp({ plugins: [...plugins, hostilePlugin, reporterPlugin] });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await arrange(app, alpha);
  await arrange(app, beta);
}, 60_000);
afterAll(() => app.stop());
beforeEach(() => startOver(app, alpha));

describe('a plugin that misbehaves', () => {
  it.each(['throw', 'nonsense', 'promise'])('denies offers when it answers with %s', async (how) => {
    await runAlso(app, alpha, ['hostile', { stage: 'offer', how }]);
    const learner = await Learner.signIn(app, alpha);
    const { status, body, text } = await learner.tryToAdd(0);
    expect(status).toBe(409);
    expect(body).toMatchObject({
      denials: [{ text: 'This could not be checked against the rules of the society just now.' }],
    });
    expect(text).not.toContain('secret');
    // The other society feels nothing.
    expect((await (await Learner.signIn(app, beta)).tryToAdd(0)).status).toBe(200);
  });

  it('leaves a requirement unmet', async () => {
    const learner = await Learner.signIn(app, alpha);
    const { revision } = await learner.add(0);
    await runAlso(app, alpha, ['hostile', { stage: 'require', how: 'throw' }]);
    expect((await learner.cart()).blockers).toHaveLength(1);
    const answer = await learner.trySubmit('hostile-require', { revision, isAttested: true });
    expect(answer.body).toMatchObject({ status: 409, code: 'claim.requirements_unmet' });
  });

  it.each(['award', 'certify', 'report'])('holds the claim when it fails in %s', async (stage) => {
    await runAlso(app, alpha, ['hostile', { stage, how: 'nonsense' }], ['reporter', { answer: 'accept' }]);
    const learner = await Learner.signIn(app, alpha);
    const { claim, documents } = await learner.submit(`held-in-${stage}`);
    expect(claim).toMatchObject({ state: 'held', heldText: expect.stringContaining('Your claim is safe') });
    expect(documents.documents.every(({ isAvailable }) => !isAvailable)).toBe(true);
    expect((await learner.tryToIssue('cme')).body).toMatchObject({
      status: 409,
      code: 'document.unavailable',
    });
    expect(await app.inspect('select 1 from reports')).toEqual([]);
    const why = bodyOf<WhyDto>(await learner.client.get(learner.path('claim/why')));
    expect(why.entries).toContainEqual(
      expect.objectContaining({ stage, outcome: 'failed', plugin: 'hostile', pluginVersion: '6.6.6' }),
    );
  });

  it.each(['throw', 'nonsense', 'promise', 'hang'])(
    'changes nothing when it answers with %s as it says its rule: its description stands there',
    async (how) => {
      await runAlso(app, alpha, ['hostile', { stage: 'rule', how }]);
      const learner = await Learner.signIn(app, alpha);
      await learner.add(0);
      const why = async () => {
        const { entries } = bodyOf<WhyDto>(await learner.client.get(learner.path('claim/why')));
        return entries.filter(({ plugin }) => plugin === 'hostile');
      };
      const entry = {
        outcome: 'met',
        text: 'Nothing is asked of you.',
        rule: 'Misbehaves in the stage that its configuration names.',
      };
      expect(await why()).toEqual([expect.objectContaining(entry)]);
      const { claim } = await learner.submit(`rule-${how}`);
      expect(claim).toMatchObject({ state: 'submitted', heldText: null });
      expect(await why()).toEqual([expect.objectContaining(entry)]);
    },
  );

  it('counts as failed when it is not installed any more', async () => {
    const learner = await Learner.signIn(app, alpha);
    await learner.add(0);
    await app.inspect(
      `update workflows set steps = steps || '[{"plugin":"gone","isEnabled":true,"configVersion":1,"config":{}}]'
       where tenant_id = $1 and revision = (select max(revision) from workflows where tenant_id = $1)`,
      [alpha.tenant.id],
    );
    // Another process, which has not read this revision before.
    const second = await startTestApp({ database: app.database });
    try {
      const cart: CartDto = await (await Learner.signIn(second, alpha)).cart();
      expect(cart.lines[0]).toMatchObject({ isAllowed: false });
      expect(cart.canSubmit).toBe(false);
    } finally {
      await second.stop();
    }
  });
});
