import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CartDto } from '../src/claims/dto/cart.dto.js';
import type { WhyDto } from '../src/claims/dto/why.dto.js';
import { WorkflowsService, type NewStep } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, startTestApp } from './testing-app.js';
import {
  Learner,
  arrange,
  bodyOf,
  documentsStep,
  learnerContext,
  rhythm,
  step,
  until,
} from './testing-claims.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await arrange(app, alpha);
  await arrange(app, beta);
}, 60_000);
afterAll(() => app.stop());

const save = (steps: readonly NewStep[]) =>
  app.app.get(WorkflowsService).save(learnerContext(alpha), alpha.activityId, steps);

/** Another society altogether: other documents, another statement, and nothing may be claimed any more. */
const changed: readonly NewStep[] = [
  step('claim-window', { closesAt: '2001-01-01T00:00' }),
  step('attestation', { title: 'Oath', statement: 'I swear.' }),
  step('category-caps', {}),
  {
    ...documentsStep,
    config: {
      documents: [
        {
          key: 'other',
          title: 'Another Document',
          inSentence: 'another document',
          template: 'classic',
          documentKind: 'credit',
          professions: ['physician'],
          professionsLabel: 'physicians',
          creditTypes: ['ama-pra-1'],
          hoursOf: [],
          statements: ['Another statement.'],
        },
      ],
    },
  },
];

/** What the cart says of a claim in force; deadlines and what could be amended are of today. */
const submittedPart = ({ state, lines, totals, overlaps, submitted }: CartDto) => ({
  ...{ state, lines, totals, overlaps, submitted },
});

/** Everything that is kept of claims and of what followed from them. */
const kept = async () => {
  const rows: Record<string, unknown> = {};
  for (const table of ['claims', 'claim_lines', 'decision_trails', 'certificates', 'reports']) {
    rows[table] = await app.inspect(`select * from ${table} t order by t::text`);
  }
  return rows;
};

describe('a workflow that changes after the submission', () => {
  it('changes nothing about the claim: documents, certificates, amounts, trail', async () => {
    const learner = await Learner.signIn(app, alpha);
    await learner.submit('revision-before');
    const issued = await learner.issue('cme');
    await until(async () =>
      (await learner.certificates()).every(({ state }) => state === 'issued') ? true : undefined,
    );
    // A second person, who has submitted but not yet asked for a document.
    const slower = await Learner.signIn(app, alpha, '100002', 'Lindqvist');
    await slower.submit('revision-before-too');
    const look = async (who: Learner) => ({
      cart: submittedPart(await who.cart()),
      documents: await who.documents(),
      certificates: await who.certificates(),
      why: bodyOf<WhyDto>(await who.client.get(who.path('claim/why'))),
    });
    const before = { first: await look(learner), second: await look(slower), rows: await kept() };
    expect(before.first.documents.documents.map(({ key }) => key)).toContain('cme');

    const rules = before.first.why.entries.map(({ rule }) => rule);
    expect(rules).toContain(
      'Before a claim is submitted, its learner confirms: “I took part in these sessions”.',
    );

    await save(changed);
    await save([step('category-caps', {})]);
    await save(changed);

    expect(await look(learner)).toEqual(before.first);
    expect(await look(slower)).toEqual(before.second);
    expect(await kept()).toEqual(before.rows);
    // What was promised at the submission can still be made, and what was not cannot.
    expect((await slower.tryToIssue('other')).status).toBe(404);
    expect((await slower.issue('cme')).title).toBe(issued.title);
  }, 60_000);

  it('nor does a changed programme: the cart shows lines, totals and reasons as they were decided', async () => {
    await save(rhythm);
    const learner = await Learner.signIn(app, alpha, '100005', '山田');
    await learner.submit('programme-before', [0, 1, 2]);
    const look = async () => {
      const { state, lines, totals, overlaps, submitted } = await learner.cart();
      return { state, lines, totals, overlaps, submitted };
    };
    const before = await look();
    expect(before).toMatchObject({
      state: 'submitted',
      totals: [{ selected: 3, computed: 2, adjustments: [{ amount: -1, text: expect.any(String) }] }],
      overlaps: [{ offeringIds: [learner.offering(0), learner.offering(1)] }],
      submitted: { credits: [{ claimed: 2, computed: 2 }] },
    });
    // Twice the credit, no overlap any more, and a cap that would leave next to nothing.
    await app.inspect(
      `update offerings set credits = '[{"creditType":"ama-pra-1","amount":200}]',
         starts_at = starts_at + (code = 'S1')::int * interval '8 hours',
         ends_at = ends_at + (code = 'S1')::int * interval '8 hours' where tenant_id = $1`,
      [alpha.tenant.id],
    );
    await app.inspect('update activities set programme_revision = programme_revision + 1 where id = $1', [
      alpha.activityId,
    ]);
    await save([...rhythm, step('category-caps', { caps: [{ label: 'everything', cap: 25 }] })]);
    const { lines, ...after } = await look();
    const byCode = (cards: typeof lines) =>
      cards.map(({ startsAt: _, endsAt: __, ...card }) => card).sort((a, b) => (a.code < b.code ? -1 : 1));
    expect({ ...after, lines: byCode(lines) }).toEqual({ ...before, lines: byCode(before.lines) });

    // What is begun anew goes by what stands now.
    const draft = await learner.add(3);
    expect(draft).toMatchObject({ state: 'draft', totals: [{ selected: 8, computed: 0.25 }] });
    expect((await learner.client.delete(learner.path('cart'))).status).toBe(200);
    expect((await look()).totals).toEqual(before.totals);
    for (const table of ['claims', 'idempotency_keys']) {
      await app.inspect(`delete from ${table} where learner_id = $1`, [alpha.learners['100005']?.learnerId]);
    }
    await app.inspect(
      `update offerings set credits = '[{"creditType":"ama-pra-1","amount":100}]' where tenant_id = $1`,
      [alpha.tenant.id],
    );
    await app.inspect('update activities set programme_revision = programme_revision + 1 where id = $1', [
      alpha.activityId,
    ]);
  }, 60_000);

  it('decides drafts at once, and the amendment of an older claim', async () => {
    await save(rhythm);
    const learner = await Learner.signIn(app, alpha, '100005', '山田');
    await learner.submit('revision-first');
    await save([...rhythm.slice(0, -2), { ...documentsStep, config: changed[3]?.config ?? {} }]);
    const { claim } = await learner.submit('revision-second', [4]);
    expect(claim.credits.map(({ claimed }) => claimed)).toEqual([3]);
    expect((await learner.documents()).documents.map(({ key }) => key)).toEqual(['other']);
    const rows = await app.inspect<{ state: string; revision: number }>(
      `select state, workflow_revision as revision from claims where learner_id = $1 order by submitted_at`,
      [alpha.learners['100005']?.learnerId],
    );
    expect(rows.map(({ state }) => state)).toEqual(['amended', expect.any(String)]);
    expect((rows[1]?.revision ?? 0) - (rows[0]?.revision ?? 0)).toBe(1);
  });
});
