import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiKeysService } from '../src/identity/api-keys.service.js';
import { plugins } from '../src/plugins.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { hostilePlugin, liarPlugin, reporterPlugin } from './hostile-plugins.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, bodyOf, rhythm, step, until } from './testing-claims.js';
import type { Answer } from './testing-client.js';
import type { Society } from './testing-society.js';

const PEOPLE = [
  ['100001', 'Okafor'],
  ['100002', 'Lindqvist'],
  ['100005', '山田'],
] as const;
/** Someone of the first society who makes no noise. */
const HONEST = {
  badge: '100006',
  firstName: 'Nomsa',
  lastName: 'Dlamini',
  credentials: 'MD',
  profession: 'physician',
  tier: 'Premier',
};
/** What the activity is designated for, in credits. */
const MAXIMUM = 21.75;
/** Of one learner; more amendments an hour are refused. */
const MOST_SUBMISSIONS = 20;

let app: TestApp;
let alpha: Society;
let beta: Society;
let appKey: string;

beforeAll(async () => {
  app = await startTestApp({ plugins: [...plugins, hostilePlugin, liarPlugin, reporterPlugin] });
  alpha = await app.createTenant('alpha', { offerings: 20, more: [HONEST] });
  beta = await app.createTenant('beta', { offerings: 20 });
  await arrange(app, alpha);
  await arrange(app, beta);
  const scopes = ['collect:hostile'];
  const created = await app.app.get(ApiKeysService).create(contextOf(alpha), { name: 'app', scopes });
  appKey = created.key;
}, 60_000);
afterAll(() => app.stop());

const contextOf = (society: Society) => systemContext(society.tenant, 'test');
const run = (society: Society, ...steps: ReturnType<typeof step>[]) =>
  app.app.get(WorkflowsService).save(contextOf(society), society.activityId, [...rhythm, ...steps]);
const reporter = step('reporter', { answer: 'accept' });
/** Under keys that another society could guess. */
const badgeReporter = step('reporter', { answer: 'accept', by: 'badge' });

const forget = async () => {
  for (const table of ['deliveries', 'reports', 'certificates', 'claims', 'idempotency_keys']) {
    await app.inspect(`delete from ${table}`);
  }
};

let counter = 0;
/** The first society's learners claim and look at their documents, and its app sends what it has, until told to stop. */
const makeNoise = async (learners: readonly Learner[], isOver: () => boolean) => {
  const statuses = new Set<number>();
  const note = ({ status }: Answer) => statuses.add(status);
  const claiming = learners.map(async (one, who) => {
    for (let round = 0; !isOver(); round++) {
      note(await one.tryToAdd((round * 2) % 18));
      if (round < MOST_SUBMISSIONS) {
        const { revision } = await one.cart();
        note(
          await one.trySubmit(`noise-${String(++counter)}-${String(who)}`, { revision, isAttested: true }),
        );
      }
      note(await one.client.get(one.path('documents')));
    }
  });
  const collecting = async () => {
    while (!isOver()) {
      const path = `/api/activities/${alpha.activityId}/collect/hostile`;
      note(await app.client('alpha').post(path, {}, { headers: { authorization: `Bearer ${appKey}` } }));
    }
  };
  await Promise.all([...claiming, collecting()]);
  return statuses;
};

/** One learner of the second society goes the whole way; what they were answered, without ids and times. */
const goTheWholeWay = async (learner: Learner, who: number) => {
  const { client } = learner;
  const added = await Promise.all([0, 2, 4].map((index) => learner.tryToAdd(index)));
  const { revision, canSubmit, totals } = await learner.cart();
  const { claim, documents } = bodyOf<Awaited<ReturnType<Learner['submit']>>>(
    await learner.trySubmit(`whole-way-${String(++counter)}-${String(who)}`, { revision, isAttested: true }),
    201,
  );
  const certificate = await learner.issue('cme');
  const issued = await until(async () => {
    const [one] = await learner.certificates();
    return one?.state === 'issued' ? one : undefined;
  });
  const report = await until(async () => {
    const [row] = await app.inspect<{ state: string; authority: string; payload: unknown }>(
      `select state, authority, payload from reports
       where tenant_id = $1 and claim_id = $2 and state <> 'queued'`,
      [beta.tenant.id, claim.id],
    );
    return row;
  });
  const why = await client.get(learner.path('claim/why'));
  return {
    added: added.map(({ status }) => status),
    canSubmit,
    totals: totals.map(({ creditType, computed }) => [creditType, computed]),
    claim: [claim.state, claim.heldText, claim.credits],
    documents: documents.documents.map(({ key, isAvailable }) => [key, isAvailable]),
    certificate: [certificate.documentKey, issued.state, issued.credits],
    report,
    outcomes: Object(why.body).entries.map((entry: { plugin: string; stage: string; outcome: string }) =>
      [entry.plugin, entry.stage, entry.outcome].join(' '),
    ),
  };
};

const both = async () => {
  await forget();
  const noisy = await Promise.all(PEOPLE.map(([badge, name]) => Learner.signIn(app, alpha, badge, name)));
  const quiet = await Promise.all(PEOPLE.map(([badge, name]) => Learner.signIn(app, beta, badge, name)));
  let isOver = false;
  const noise = makeNoise(noisy, () => isOver);
  try {
    const outcomes = await Promise.all(quiet.map(goTheWholeWay));
    return { outcomes, statuses: async () => [...(await noise)].sort() };
  } finally {
    isOver = true;
    await noise;
  }
};

const alphaHas = (table: string, state: string) =>
  app.inspect(`select 1 from ${table} where tenant_id = $1 and state = $2 limit 1`, [alpha.tenant.id, state]);

describe('a society whose plugin lies, with load on both', () => {
  let calm: Awaited<ReturnType<typeof both>>['outcomes'];

  beforeAll(async () => {
    await run(beta, badgeReporter);
    await run(alpha, reporter, step('hostile', { stage: 'none' }));
    const quietly = await both();
    calm = quietly.outcomes;
    expect(await quietly.statuses()).toEqual([200, 201]);
    expect(calm[0]).toMatchObject({
      added: [200, 200, 200],
      claim: ['submitted', null, [{ claimed: 3 }]],
      certificate: ['cme', 'issued', [{ amount: '3.00' }]],
      report: { state: 'accepted', authority: 'board' },
    });
  }, 120_000);

  const decisions = ['throw', 'nonsense', 'promise', 'hang'];
  // The stages before submission are asked all the time: see noisy-neighbour.spec.ts.
  it.each([
    ...['certify', 'report'].flatMap((stage) => decisions.map((how) => [stage, how] as const)),
    ...['collect', 'deliver'].flatMap((stage) => [...decisions, 'never'].map((how) => [stage, how] as const)),
  ])(
    'changes nothing for another: %s, %s',
    async (stage, how) => {
      await run(alpha, reporter, step('hostile', { stage, how }));
      const { outcomes, statuses } = await both();
      expect(outcomes).toEqual(calm);
      // And the society itself is told in plain words, never with a fault of ours.
      const answered = await statuses();
      expect(answered.filter((status) => ![200, 201, 409, 429, 503].includes(status))).toEqual([]);
      // One that hangs is not asked for a while, in any stage: nothing can be claimed until it is again.
      if (['certify', 'report'].includes(stage) && how !== 'hang') {
        expect(await alphaHas('claims', 'held')).toHaveLength(1);
        expect(await alphaHas('reports', 'accepted')).toEqual([]);
      }
      if (stage === 'deliver') {
        expect(await alphaHas('reports', 'queued')).toHaveLength(1);
        expect(await alphaHas('reports', 'accepted')).toHaveLength(1);
      }
      if (stage === 'collect') expect(answered).toContain(503);
    },
    120_000,
  );

  /** What the honest learner of the lying society is certified, by document. */
  const certified = async () => {
    const learner = await Learner.signIn(app, alpha, HONEST.badge, HONEST.lastName);
    for (const index of [0, 2, 4]) await until(async () => hasWorked(await learner.tryToAdd(index)));
    const { claim } = await until(async () => {
      const { revision } = await learner.cart();
      const answer = await learner.trySubmit(`honest-${String(++counter)}`, { revision, isAttested: true });
      return answer.status === 201 ? bodyOf<Awaited<ReturnType<Learner['submit']>>>(answer, 201) : undefined;
    });
    const { documents } = await learner.documents();
    const stated = [];
    for (const { key } of documents.filter(({ isAvailable }) => isAvailable)) {
      stated.push([key, (await learner.issue(key)).credits.map(({ amount }) => Number(amount))] as const);
    }
    return { claimed: claim.credits.map(({ claimed }) => claimed), stated };
  };

  it.each(['generous', 'fickle', 'copying'])(
    'changes nothing for another where every answer is in shape and false, and is held to what the host knows: %s',
    async (how) => {
      const calmOnes = [step('hostile', { stage: 'none' }), ...(how === 'copying' ? [] : [reporter])];
      await run(alpha, ...calmOnes, step('liar', { how }));
      const { outcomes, statuses } = await both();
      expect(outcomes).toEqual(calm);
      expect((await statuses()).filter((status) => ![200, 201, 409, 429].includes(status))).toEqual([]);
      const { claimed, stated } = await certified();
      expect(claimed).toHaveLength(1);
      const [most = Number.NaN] = claimed;
      expect(most).toBeLessThanOrEqual(MAXIMUM);
      if (how === 'generous') expect(most).toBe(MAXIMUM);
      expect(stated.map(([key]) => key)).toEqual(how === 'copying' ? ['cme'] : ['cme', 'forged']);
      for (const [key, amounts] of stated) {
        expect([key, amounts.length]).toEqual([key, 1]);
        for (const amount of amounts) expect(amount).toBeLessThanOrEqual(most);
      }
      expect(
        await app.inspect(
          `select 1 from reports where tenant_id = $1 and payload::text like '%forged%' limit 1`,
          [alpha.tenant.id],
        ),
      ).toHaveLength(how === 'copying' ? 1 : 0);
      expect(
        await app.inspect(`select 1 from reports where tenant_id = $1 and payload::text like '%forged%'`, [
          beta.tenant.id,
        ]),
      ).toEqual([]);
    },
    120_000,
  );
});

const hasWorked = ({ status }: Answer): true | undefined => (status === 200 ? true : undefined);
