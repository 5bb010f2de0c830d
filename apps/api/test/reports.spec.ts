import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { definePlugin, NoConfig, PLUGIN_CONTRACT } from '@laurel/plugin-kit';
import { v7 as uuid } from 'uuid';
import { plugins } from '../src/plugins.js';
import { ReportsService } from '../src/reporting/reports.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { reporterPlugin } from './hostile-plugins.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, runAlso, startOver, until } from './testing-claims.js';
import type { Society } from './testing-society.js';

/** What the board was told, each waiting for its answer. */
const told: { payload: unknown; accept: () => void }[] = [];

/** Delivers to a board that takes its time. */
const slowBoard = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'slow-board',
  version: '1.0.0',
  title: 'Slow board',
  description: 'Reports to a board that takes its time.',
  config: NoConfig,
  configVersion: 1,
  messages: {},
  report: () => [{ authority: 'slow', key: 'always-the-same', payload: { version: 1 } }],
  deliver: ({ message }) =>
    new Promise((resolve) => {
      told.push({ payload: message.payload, accept: () => resolve({ outcome: 'accepted' }) });
    }),
});

let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp({ plugins: [...plugins, reporterPlugin, slowBoard] });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await arrange(app, alpha);
  await arrange(app, beta);
}, 60_000);
afterAll(() => app.stop());
beforeEach(() => startOver(app, alpha));

describe('reports to authorities', () => {
  it('are written with the claim, delivered, and kept with every attempt', async () => {
    await runAlso(app, alpha, ['reporter', { answer: 'accept' }]);
    const learner = await Learner.signIn(app, alpha);
    const { claim } = await learner.submit('reported-once');
    const report = await until(async () => {
      const rows = await app.inspect<{ state: string }>(
        `select claim_id, plugin, authority, key, payload, state from reports where state <> 'queued'`,
      );
      return rows[0];
    });
    expect(report).toEqual({
      claim_id: claim.id,
      plugin: 'reporter',
      authority: 'board',
      key: `board:${claim.id}`,
      payload: { claimed: { 'ama-pra-1': 200 } },
      state: 'accepted',
    });
    expect(await app.inspect('select outcome, detail from deliveries')).toEqual([
      { outcome: 'accepted', detail: 'receipt 7' },
    ]);
  });

  it('say to the learner how they stand, and to nobody else', async () => {
    await runAlso(app, alpha, ['reporter', { answer: 'throw' }]);
    const learner = await Learner.signIn(app, alpha);
    const standings = async (who: Learner) => (await who.client.get(who.path('claim/reports'))).body;
    expect(await standings(learner)).toEqual([]);
    await learner.submit('told-to-the-learner');
    const standing = (state: string, text: string) => [{ authority: 'board', state, text }];
    expect(await standings(learner)).toEqual(
      standing('queued', 'Your credit is on its way to board; the answer will show here.'),
    );
    await app.inspect(`update reports set state = 'failed'`);
    // Nothing tries again by itself.
    expect(await standings(learner)).toEqual(
      standing('failed', 'board could not be reached. The society knows, and can send it again.'),
    );
    await app.inspect(`update reports set state = 'accepted'`);
    expect(await standings(learner)).toEqual(standing('accepted', 'board has taken your credit.'));
    expect(await standings(await Learner.signIn(app, alpha, '100002', 'Lindqvist'))).toEqual([]);
  });

  it('are not sent again under a key that the authority was told before, and get no job', async () => {
    await runAlso(app, alpha, ['reporter', { answer: 'accept' }]);
    const learner = await Learner.signIn(app, alpha);
    const { claim: first } = await learner.submit('told-before', [0]);
    await until(async () => (await app.inspect(`select 1 from reports where state = 'accepted'`))[0]);
    const { claimId, revision } = await learner.add(2);
    // As a plugin would write it that names what is reported by something other than the claim.
    await app.inspect('update reports set key = $1', [`board:${String(claimId)}`]);
    const jobs = () => app.inspect(`select id from pgboss.job where name = 'report.deliver' order by id`);
    const before = await jobs();
    expect((await learner.trySubmit('told-again', { revision, isAttested: true })).status).toBe(201);
    expect(await app.inspect('select claim_id, key, state from reports')).toEqual([
      { claim_id: first.id, key: `board:${String(claimId)}`, state: 'accepted' },
    ]);
    expect(await jobs()).toEqual(before);
  });

  it('are told anew when they were withdrawn and queued again while they were on their way', async () => {
    await runAlso(app, alpha, ['slow-board']);
    const learner = await Learner.signIn(app, alpha);
    const { claim } = await learner.submit('told-slowly');
    await until(() => Promise.resolve(told[0]));
    // As when the claim is revoked and claimed anew in that moment.
    const context = systemContext(alpha.tenant, 'test');
    const reports = app.app.get(ReportsService);
    await app.tenants.transaction(context, (manager) => reports.withdraw(manager, context, [claim.id]));
    const again = { id: uuid(), plugin: 'slow-board', authority: 'slow', key: 'always-the-same' };
    await app.tenants.transaction(context, (manager) =>
      reports.add(manager, context, claim.id, [{ ...again, payload: { version: 2 } }]),
    );
    const states = () => app.inspect('select state from reports');
    told[0]?.accept();
    await until(async () => (await app.inspect('select id from deliveries'))[0]);
    // What the board took was the old word.
    expect(await states()).toEqual([{ state: 'queued' }]);
    await until(() => Promise.resolve(told[1]));
    told[1]?.accept();
    await until(async () =>
      (await app.inspect('select id from deliveries')).length === 2 ? true : undefined,
    );
    expect(await states()).toEqual([{ state: 'accepted' }]);
    expect(told.map(({ payload }) => payload)).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('stay queued with their attempts while the authority is away, and are settled by a refusal', async () => {
    await runAlso(app, alpha, ['reporter', { answer: 'throw' }]);
    const learner = await Learner.signIn(app, alpha);
    await learner.submit('authority-away');
    const attempt = await until(async () => (await app.inspect('select outcome, detail from deliveries'))[0]);
    expect(attempt).toEqual({ outcome: 'retry', detail: 'the authority is away' });
    expect(await app.inspect('select state from reports')).toEqual([{ state: 'queued' }]);

    await app.inspect('delete from reports');
    await app.inspect('delete from claims');
    await runAlso(app, alpha, ['reporter', { answer: 'reject' }]);
    await learner.submit('authority-refuses');
    const refusal = await until(async () => (await app.inspect('select outcome, detail from deliveries'))[0]);
    expect(refusal).toEqual({ outcome: 'rejected', detail: 'unknown diplomate' });
    expect(await app.inspect('select state from reports')).toEqual([{ state: 'rejected' }]);
  });
});
