import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IssuingSweep } from '../src/certificates/issuing-sweep.js';
import { EvaluationFormsService } from '../src/evaluations/evaluation-forms.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { BusyLearner } from './claims-while-away.js';
import type { TestApp } from './testing-app.js';
import { arrange, bodyOf } from './testing-claims.js';
import { overall } from './testing-evaluations.js';
import { type Ending, OwnServer } from './testing-own-server.js';
import type { Society } from './testing-society.js';
import { until } from './until.js';

const BADGES = [
  ['100001', 'Okafor'],
  ['100002', 'Lindqvist'],
  ['100005', '山田'],
] as const;
let server: OwnServer;
let app: TestApp;
const societies: Society[] = [];
const busy: BusyLearner[] = [];
let working: Promise<void[]>;
/** Why one of them cannot go on. */
let failure: unknown;

beforeAll(async () => {
  server = await OwnServer.start();
  ({ app } = server);
  for (const slug of ['alpha', 'beta']) {
    const society = await app.createTenant(slug, { offerings: 40 });
    societies.push(society);
    await arrange(app, society);
    const context = systemContext(society.tenant, 'test');
    await app.tenants.transaction(context, (manager) =>
      app.app.get(EvaluationFormsService).save(manager, context, society.activityId, overall),
    );
    for (const [badge, lastName] of BADGES) {
      busy.push(await BusyLearner.signIn(app, society, badge, lastName));
    }
  }
  working = Promise.all(busy.map((one) => one.work()));
  working.catch((error: unknown) => {
    failure = error;
  });
}, 120_000);
afterAll(async () => {
  for (const one of busy) one.stop();
  await server.stop();
}, 60_000);

/** Every learner has got something acknowledged that they had not. */
const everyoneGoesOn = (what: string) => {
  const before = busy.map(({ remark }) => remark);
  return until(
    what,
    () => {
      if (failure !== undefined) throw new Error('A learner cannot go on', { cause: failure });
      return busy.every(({ remark }, index) => remark !== before[index]) ? true : undefined;
    },
    60_000,
  );
};

const goAwayAndComeBack = async (ending: Ending): Promise<void> => {
  await everyoneGoesOn('everybody at work');
  for (const { statuses } of busy) statuses.delete(503);
  await server.goAway(ending);
  await until('503', () => (busy.some(({ statuses }) => statuses.has(503)) ? true : undefined), 30_000);
  // One whose connection was killed starts again by itself.
  if (ending !== 'a connection killed') await server.comeBack();
  await everyoneGoesOn('everybody at work again');
};

describe('PostgreSQL going away while learners of two societies claim', () => {
  it.each<Ending>(['in order', 'killed', 'a connection killed'])(
    'is a pause: %s',
    async (ending) => {
      await goAwayAndComeBack(ending);
      // 409 is an answer to a save that was done and not acknowledged, sent again.
      const statuses = new Set(busy.flatMap((one) => [...one.statuses]));
      expect([...statuses].filter((status) => ![200, 201, 202, 409, 503].includes(status))).toEqual([]);
    },
    180_000,
  );

  it('loses nothing that was acknowledged, and does nothing twice', async () => {
    for (const one of busy) one.stop();
    await working;
    expect(busy.flatMap(({ doubled }) => doubled)).toEqual([]);
    for (const { learner, badge, added, claims, remark } of busy) {
      const { tenant, learners } = learner.society;
      const ids = [tenant.id, learners[badge]?.learnerId];
      const cart = await learner.cart();
      expect(cart.lines.map(({ offeringId }) => offeringId).sort()).toEqual([...added].sort());
      const evaluation = await learner.client.get(learner.path('evaluations/overall'));
      expect(evaluation.body).toMatchObject({ answers: { remark }, isComplete: true });
      const submitted = await app.inspect<{ id: string }>(
        `select id from claims where tenant_id = $1 and learner_id = $2 and state <> 'draft' order by submitted_at`,
        ids,
      );
      expect(submitted.map(({ id }) => id)).toEqual([...claims.values()].map(({ claimId }) => claimId));
      const keys = await app.inspect<{ key: string }>(
        'select key from idempotency_keys where tenant_id = $1 and learner_id = $2',
        ids,
      );
      expect(keys.map(({ key }) => key).sort()).toEqual([...claims.keys()].sort());
    }
  }, 60_000);

  it('answers every key with its claim to the end', async () => {
    for (const one of busy) for (const key of one.claims.keys()) await one.repeat(key);
    expect(busy.flatMap(({ doubled }) => doubled)).toEqual([]);
    const claims = await app.inspect(`select id from claims where state <> 'draft'`);
    expect(claims).toHaveLength(busy.reduce((sum, one) => sum + one.claims.size, 0));
  }, 60_000);

  it('brings the certificates of all that was claimed, each once', async () => {
    // Jobs that ran when the queue went away count as running for two minutes; the sweep finds theirs sooner.
    await app.app.get(IssuingSweep).sweep(Temporal.Duration.from({ seconds: 0 }));
    await until(
      'every certificate',
      async () => {
        const waiting = await app.inspect(`select id from certificates where state = 'issuing'`);
        return waiting.length === 0 ? true : undefined;
      },
      180_000,
    );
    for (const { learner, badge, claims } of busy) {
      const { tenant, learners } = learner.society;
      const made = await app.inspect<{ claim_id: string; state: string; number: string }>(
        `select claim_id, state, number from certificates where tenant_id = $1 and learner_id = $2
           and document_key = 'cme' order by created_at`,
        [tenant.id, learners[badge]?.learnerId],
      );
      expect(made.map(({ claim_id }) => claim_id)).toEqual(
        [...claims.values()].map(({ claimId }) => claimId),
      );
      expect(made.map(({ state }) => state)).toEqual([...made.slice(1).map(() => 'superseded'), 'issued']);
      expect(bodyOf(await learner.tryToIssue('cme'))).toMatchObject({ state: 'issued' });
    }
    const numbers = await app.inspect<{ count: number }>(
      'select count(*)::integer as count from certificates group by tenant_id, number',
    );
    expect(numbers.every(({ count }) => count === 1)).toBe(true);
  }, 300_000);
});
