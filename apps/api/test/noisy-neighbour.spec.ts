import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plugins } from '../src/plugins.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { askedOfHostiles, hostilePlugins } from './hostile-plugins.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, learnerContext, rhythm, step } from './testing-claims.js';
import type { Society } from './testing-society.js';

const BADGES = [
  ['100001', 'Okafor'],
  ['100002', 'Lindqvist'],
  ['100005', '山田'],
] as const;

let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp({ plugins: [...plugins, ...hostilePlugins] });
  alpha = await app.createTenant('alpha', { offerings: 40 });
  beta = await app.createTenant('beta', { offerings: 40 });
  await arrange(app, alpha);
  await arrange(app, beta);
}, 60_000);
afterAll(() => app.stop());

/** The first society's workflow with more plugins that misbehave in this way; without a name, with one. */
const misbehave = (stage: string, how: string, keys = ['hostile']) =>
  app.app
    .get(WorkflowsService)
    .save(learnerContext(alpha), alpha.activityId, [
      ...rhythm,
      ...keys.map((key) => step(key, { stage, how })),
    ]);

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** What the second society's learner is answered, and how long it took, while the first society's are at work. */
const underLoad = async (noisy: readonly Learner[], quiet: Learner, paths = ['cart']) => {
  let isOver = false;
  const load = noisy.map(async (learner) => {
    const statuses = new Set<number>();
    while (!isOver) {
      for (const path of paths) statuses.add((await learner.client.get(learner.path(path))).status);
    }
    return [...statuses];
  });
  const answers = new Set<string>();
  const milliseconds: number[] = [];
  for (let round = 0; round < 40; round++) {
    const before = performance.now();
    for (const path of paths) {
      const { status, text } = await quiet.client.get(quiet.path(path));
      answers.add(`${path} ${String(status)} ${text}`);
    }
    milliseconds.push(performance.now() - before);
  }
  isOver = true;
  return { answers: [...answers], middle: middle(milliseconds), statuses: await Promise.all(load) };
};

describe('a society whose plugin misbehaves, with load on both', () => {
  it('changes nothing for another: the same answers, about as fast', async () => {
    const quiet = await Learner.signIn(app, beta);
    await quiet.add(0, 2, 4);
    const noisy = await Promise.all(BADGES.map(([badge, name]) => Learner.signIn(app, alpha, badge, name)));
    await misbehave('none', 'throw');
    for (const learner of noisy) await learner.add(0, 2);
    let calm = await underLoad(noisy, quiet);
    expect(calm.answers).toHaveLength(1);
    expect(calm.statuses).toEqual([[200], [200], [200]]);

    for (const how of ['hang', 'throw', 'nonsense', 'promise']) {
      for (const stage of ['offer', 'award', 'require']) {
        await misbehave(stage, how);
        const disturbed = await underLoad(noisy, quiet);
        expect([how, stage, disturbed.answers]).toEqual([how, stage, calm.answers]);
        expect([how, stage, disturbed.statuses]).toEqual([how, stage, calm.statuses]);
        // What else this machine does may make one measurement slow; a plugin would make all of them slow.
        let ratio = disturbed.middle / calm.middle;
        for (let tries = 0; tries < 3 && ratio >= 2.5; tries++) {
          await misbehave('none', 'throw');
          calm = await underLoad(noisy, quiet);
          await misbehave(stage, how);
          ratio = (await underLoad(noisy, quiet)).middle / calm.middle;
        }
        expect(ratio).toBeLessThan(2.5);
      }
    }
    const { lines, canSubmit } = await (await Learner.signIn(app, alpha)).cart();
    expect([lines.length, canSubmit]).toEqual([2, false]);
  }, 120_000);

  it('changes nothing for another where its rules throw, lie or hang, and lets one of them hang at most', async () => {
    const everyone = hostilePlugins.map(({ key }) => key);
    const paths = ['cart', 'claim/why'];
    const quiet = await Learner.signIn(app, beta);
    await quiet.add(0, 2, 4);
    const noisy = await Promise.all(BADGES.map(([badge, name]) => Learner.signIn(app, alpha, badge, name)));
    await misbehave('none', 'throw', everyone);
    const calm = await underLoad(noisy, quiet, paths);
    expect(calm.answers).toHaveLength(paths.length);
    for (const how of ['hang', 'throw', 'nonsense', 'promise']) {
      await misbehave('rule', how, everyone);
      const [first] = noisy;
      const before = askedOfHostiles.rules;
      const why = await first?.client.get(first.path('claim/why'));
      // Three rules that do not end, one after the other, would hold everybody up three times as long.
      expect([how, askedOfHostiles.rules - before]).toEqual([how, how === 'hang' ? 1 : everyone.length]);
      const told = Object(why?.body).entries.filter(({ plugin }: { plugin: string }) =>
        everyone.includes(plugin),
      );
      expect(told).toHaveLength(everyone.length);
      for (const { rule } of told) expect(rule).toBe('Misbehaves in the stage that its configuration names.');
      const disturbed = await underLoad(noisy, quiet, paths);
      expect([how, disturbed.answers]).toEqual([how, calm.answers]);
      expect([how, disturbed.statuses]).toEqual([how, calm.statuses]);
    }
  }, 120_000);
});
