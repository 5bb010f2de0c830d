import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { StaffService } from '../src/identity/staff.service.js';
import { plugins } from '../src/plugins.js';
import type { SimulatedChangeDto, SimulationDto } from '../src/simulations/dto/simulation.dto.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService, type NewStep } from '../src/workflow/saved/workflows.service.js';
import { hostilePlugin, reporterPlugin } from './hostile-plugins.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, bodyOf, documentsStep, learnerContext, rhythm, step } from './testing-claims.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;
let admin: TestClient;
let first: string;
let second: string;
let others: string;

beforeAll(async () => {
  app = await startTestApp({ plugins: [...plugins, hostilePlugin, reporterPlugin] });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await arrange(app, alpha);
  await arrange(app, beta);
  ({
    claim: { id: first },
  } = await (await Learner.signIn(app, alpha)).submit('simulation-1', [0, 2]));
  ({
    claim: { id: second },
  } = await (await Learner.signIn(app, alpha, '100002', 'Lindqvist')).submit('simulation-2', [4]));
  ({
    claim: { id: others },
  } = await (await Learner.signIn(app, beta)).submit('simulation-3', [0, 2]));
  await (await Learner.signIn(app, alpha, '100005', '山田')).add(0);
  await app.app.get(StaffService).create(systemContext(alpha.tenant, 'test'), {
    email: 'admin@alpha.example',
    displayName: 'Admin',
    role: 'admin',
    password: 'a long password',
  });
  admin = app.client('alpha');
  await admin.signInStaff('admin@alpha.example', 'a long password');
}, 60_000);
afterAll(() => app.stop());

const path = (society = alpha) => `/api/staff/activities/${society.activityId}/workflow/simulations`;
const ask = (steps: readonly NewStep[], more: Record<string, unknown> = {}) =>
  admin.post(path(), { steps, ...more });
const simulate = async (steps: readonly NewStep[], more?: Record<string, unknown>) =>
  bodyOf<SimulationDto>(await ask(steps, more));
const inShort = ({ kind, title, before, after }: SimulatedChangeDto) =>
  `${kind} ${title}: ${before?.outcome ?? '–'} → ${after?.outcome ?? '–'}`;
/** Everything in the database, as one text per table. */
const everything = async () => {
  const tables = await app.inspect<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'tenant_id' and table_name not in ('sign_ins') order by 1`,
  );
  const rows: Record<string, unknown> = {};
  for (const { name } of tables) rows[name] = await app.inspect(`select * from ${name} t order by t::text`);
  return rows;
};
const documentsFor = (profession: string): NewStep => ({
  ...documentsStep,
  config: JSON.parse(JSON.stringify(documentsStep.config).replaceAll('physician"', `${profession}"`)),
});
const without = (...keys: string[]) => rhythm.filter(({ plugin }) => !keys.includes(plugin));

describe('a simulated workflow', () => {
  it('changes nothing when it is the one in force', async () => {
    expect(await simulate(rhythm)).toEqual({
      examined: 2,
      changed: [],
      totals: [{ creditType: 'ama-pra-1', name: 'AMA PRA Category 1 Credits™', before: 3, after: 3 }],
      faults: [],
      unfinished: [],
    });
  });

  it('says what would change for each claim, and why', async () => {
    const stricter = [
      ...without('attestation', 'profession-documents', 'claim-window'),
      // It closed long before these claims were made.
      step('claim-window', { closesAt: '2001-01-01T00:00' }),
      documentsFor('nurse'),
      step('reporter'),
    ];
    const { examined, changed, totals } = await simulate(stricter, { claimIds: [first] });
    expect(examined).toBe(1);
    expect(changed.map(({ claimId, learnerId, revision }) => [claimId, learnerId, revision])).toEqual([
      [first, alpha.learners['100001']?.learnerId, 1],
    ]);
    const changes = changed[0]?.changes ?? [];
    expect(changes.map(inShort)).toEqual(
      expect.arrayContaining([
        'claim Submission: possible → impossible',
        'offer Session 0: allowed → denied',
        'offer Session 2: allowed → denied',
        'total AMA PRA Category 1 Credits™: 2.00 → –',
        'requirement Attestation: met → –',
        'document CME Certificate: available → unavailable',
        'report board: – → reported',
      ]),
    );
    const denied = changes.find(({ kind }) => kind === 'offer')?.after?.reasons[0]?.text;
    expect(denied).toMatch(/January 1, 2001/);
    expect(totals).toEqual([
      { creditType: 'ama-pra-1', name: 'AMA PRA Category 1 Credits™', before: 2, after: 0 },
    ]);
  });

  it('compares with the revision a claim was decided by, not with the one in force since', async () => {
    const workflows = app.app.get(WorkflowsService);
    await workflows.save(learnerContext(alpha), alpha.activityId, without('attestation'));
    try {
      const { changed } = await simulate(without('attestation'), { claimIds: [second] });
      expect(changed.flatMap(({ changes }) => changes.map(inShort))).toEqual([
        'requirement Attestation: met → –',
      ]);
    } finally {
      await workflows.save(learnerContext(alpha), alpha.activityId, rhythm);
    }
  });

  it('looks at one learner, at a chosen time, with the whole catalogue', async () => {
    const learnerId = alpha.learners['100005']?.learnerId;
    const closing = [...without('claim-window'), step('claim-window', { closesAt: '2030-01-01T00:00' })];
    const soon = await simulate(closing, { learnerId, at: '2029-12-31T00:00:00Z' });
    expect(soon.changed.flatMap(({ changes }) => changes.map(inShort)).sort()).toEqual([
      // The sentence names another day.
      'requirement Deadline: met → met',
    ]);
    const late = await simulate(closing, { learnerId, at: '2030-01-02T00:00:00Z' });
    const changes = late.changed[0]?.changes ?? [];
    expect(changes.filter(({ kind }) => kind === 'offer')).toHaveLength(6);
    expect(late.changed[0]).toMatchObject({ claimId: null, learnerId, at: '2030-01-02T00:00:00Z' });
    expect(changes.map(inShort)).toContain('claim Submission: possible → impossible');
  });

  it('writes nothing, not even when a plugin hangs or throws, and says so', async () => {
    const before = await everything();
    const failing = (how: string) => simulate([...rhythm, step('hostile', { stage: 'award', how })]);
    const thrown = await failing('throw');
    expect(thrown.changed.flatMap(({ changes }) => changes.map(inShort))).toEqual(
      Array(2).fill('claim Submission: possible → held'),
    );
    expect(thrown.faults).toEqual([
      { plugin: 'hostile', stage: 'award', detail: 'secret internals of a plugin', count: 2 },
    ]);
    // What hangs in one stage is asked in none.
    const hung = await failing('hang');
    expect(hung.changed.map(({ changes }) => changes[0]).map((change) => change?.after?.outcome)).toEqual([
      'impossible',
      'impossible',
    ]);
    expect(hung.faults.map(({ plugin }) => plugin)).toContain('hostile');
    expect(await everything()).toEqual(before);
    // What hung in a simulation is asked as ever by learners.
    const { lines } = await (await Learner.signIn(app, alpha, '100005', '山田')).cart();
    expect(lines.map(({ isAllowed }) => isAllowed)).toEqual([true]);
  });

  it('refuses what is not a workflow, and whom there is not', async () => {
    const faulty = await ask([step('nobody'), step('claim-window', { closesAt: 7 })]);
    expect([faulty.status, Object(faulty.body).code, Object(faulty.body).faults.length]).toEqual([
      422,
      'workflow.invalid',
      2,
    ]);
    for (const more of [
      { claimIds: [first, others] },
      { claimIds: [uuid()] },
      { learnerId: beta.learners['100001']?.learnerId },
    ]) {
      expect((await ask(rhythm, more)).status).toBe(404);
    }
    expect((await admin.post(path(beta), { steps: rhythm })).status).toBe(404);
    expect((await ask(rhythm, { at: '2026-05-11T09:45' })).status).toBe(400);
    expect((await ask(rhythm, { claimIds: Array.from({ length: 501 }, () => uuid()) })).status).toBe(400);
    const learner = await Learner.signIn(app, alpha);
    expect((await learner.client.post(path(), { steps: rhythm })).status).toBe(401);
  });

  it('compares with what was decided at the submission, where the programme has changed since', async () => {
    const programme = async (hours: number) => {
      await app.inspect(
        `update offerings set starts_at = starts_at + $2 * interval '1 hour', ends_at = ends_at + $2 * interval '1 hour'
         where tenant_id = $1 and code = 'S2'`,
        [alpha.tenant.id, hours],
      );
      await app.inspect('update activities set programme_revision = programme_revision + 1 where id = $1', [
        alpha.activityId,
      ]);
    };
    // Both sessions of the claim run at the same time now.
    await programme(-1);
    const { changed, totals } = await simulate(rhythm, { claimIds: [first] });
    const unbound = await simulate(without('overlap'), { claimIds: [first] });
    await programme(1);
    expect(totals).toMatchObject([{ creditType: 'ama-pra-1', before: 2, after: 1 }]);
    expect(changed[0]?.changes.map(inShort)).toContain('total AMA PRA Category 1 Credits™: 2.00 → 1.00');
    expect(unbound.totals).toMatchObject([{ before: 2, after: 2 }]);
    expect(await simulate(rhythm, { claimIds: [first] })).toMatchObject({ changed: [] });
  });

  it('looks at hundreds of claims within its time', async () => {
    await app.inspect(
      `insert into learners (tenant_id, id, first_name, last_name, display_name, credentials, profession)
       select tenant_id, gen_random_uuid(), 'Many', 'Copy ' || n, 'Many', 'MD', 'physician'
       from learners, generate_series(1, 500) n where id = $1`,
      [alpha.learners['100001']?.learnerId],
    );
    await app.inspect(
      `insert into claims select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'learner_id', l.id))).*
       from claims c, learners l where c.id = $1 and l.first_name = 'Many'`,
      [first],
    );
    await app.inspect(
      `insert into claim_lines select (jsonb_populate_record(n, jsonb_build_object('claim_id', c.id))).*
       from claim_lines n, claims c, learners l
       where n.claim_id = $1 and c.learner_id = l.id and l.first_name = 'Many'`,
      [first],
    );
    const { examined, changed, totals, unfinished } = await simulate(without('attestation'));
    expect([examined + unfinished.length, unfinished]).toEqual([500, []]);
    expect(changed).toHaveLength(500);
    // The newest 500 of 502, one of which has one credit.
    expect([999, 1_000]).toContain(totals[0]?.after);
  }, 60_000);
});
