import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EvaluationFormsService, type FormDefinition } from '../src/evaluations/evaluation-forms.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, runAlso } from './testing-claims.js';
import { complete, overall, sessionForm } from './testing-evaluations.js';
import { ApiProcess } from './testing-process.js';
import type { Society } from './testing-society.js';

const secret: FormDefinition = { ...overall, key: 'secret', title: 'Word between us', isAnonymous: true };
const secretSession: FormDefinition = {
  ...sessionForm,
  key: 'secret-session',
  isAnonymous: true,
  sections: [
    ...sessionForm.sections,
    {
      key: 'two',
      title: 'Two',
      questions: [{ key: 'said', kind: 'short-text', label: 'And?', isRequired: true }],
    },
  ],
};

/** Words that stand nowhere but in the answers. */
const WORDS = 'Quokkas everywhere';

let app: TestApp;
let alpha: Society;
let beta: Society;
let api: ApiProcess;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  for (const society of [alpha, beta]) {
    await arrange(app, society);
    const context = systemContext(society.tenant, 'test');
    await app.tenants.transaction(context, async (manager) => {
      for (const form of [secret, secretSession])
        await app.app.get(EvaluationFormsService).save(manager, context, society.activityId, form);
    });
  }
  // A process of its own, whose every log line is read.
  api = await ApiProcess.start({
    DATABASE_URL: app.database.appUrl,
    LAUREL_HOME: app.home,
    LOG_LEVEL: 'trace',
  });
  await api.ready();
}, 90_000);
afterAll(async () => {
  if (api.child.exitCode === null) api.child.kill('SIGKILL');
  await app.stop();
});

const signIn = (badge: string, lastName: string, society = alpha) =>
  Learner.signIn({ ...app, client: (slug) => api.client(slug) }, society, badge, lastName);

const stateOf = async (learner: Learner, key: string) => {
  const { canSubmit, requirements } = await learner.cart();
  const found = requirements.find((requirement) => requirement.key === key);
  return { canSubmit, state: found?.state, text: found?.text };
};
const submit = async (learner: Learner, key: string) => {
  const { revision } = await learner.cart();
  return learner.trySubmit(key, { revision, isAttested: true });
};
/** Everything that is kept of claims and evaluations, but for what is sealed, as somebody who reads the tables finds it. */
const kept = async (...tables: string[]) => {
  const rows = await Promise.all(tables.map((table) => app.inspect(`select t::text from ${table} t`)));
  return JSON.stringify(rows);
};

describe('an anonymous evaluation without which no claim is submitted', () => {
  it('is still to do until it is sent, is then done, and leaves nothing of its answers with the claim', async () => {
    await runAlso(app, alpha, ['required-evaluation', { forms: [{ formKey: 'secret', isRequired: true }] }]);
    const key = 'required-evaluation:evaluation:secret';
    const learner = await signIn('100001', 'Okafor');
    await learner.add(0, 2);
    expect(await stateOf(learner, key)).toEqual({
      canSubmit: false,
      state: 'unmet',
      text: 'The Word between us is still to do: 3 required questions.',
    });
    expect((await submit(learner, 'before-it-is-sent')).body).toMatchObject({
      status: 409,
      code: 'claim.requirements_unmet',
      requirements: expect.arrayContaining([expect.objectContaining({ key, state: 'unmet' })]),
    });
    const url = learner.path('evaluations/secret/anonymous');
    const ticket = crypto.randomUUID();
    const half = { answers: { 'will-change': 'yes' }, ticket };
    expect((await learner.client.post(url, half)).status).toBe(422);
    expect((await stateOf(learner, key)).state).toBe('unmet');

    const answers = { ...complete, what: WORDS, remark: WORDS };
    const headers = { 'x-request-id': 'sends-the-secret' };
    expect((await learner.client.post(url, { answers, ticket }, { headers })).status).toBe(200);
    expect(await stateOf(learner, key)).toEqual({
      canSubmit: true,
      state: 'met',
      text: 'You completed the Word between us. Thank you.',
    });
    expect((await submit(learner, 'after-it-is-sent')).status).toBe(201);
    expect(await kept('claims', 'claim_lines', 'decision_trails')).toContain('Word between us');
  }, 60_000);

  it('about each session keeps the claim until the last session’s is sent', async () => {
    const forms = [{ formKey: 'secret-session', title: 'Sessions between us', mode: 'for-claim' }];
    await runAlso(app, alpha, ['session-evaluation', { forms }]);
    const key = 'session-evaluation:sessions:secret-session';
    const learner = await signIn('100002', 'Lindqvist');
    await learner.add(0, 2);
    const wait = (done: number, open: string) => ({
      canSubmit: false,
      state: 'unmet',
      text: `You evaluated ${String(done)} of 2 sessions. Still to do: ${open}. Your claim can be submitted when all are done.`,
    });
    const sent = [
      [0, 'Session 0 and Session 2'],
      [2, 'Session 2'],
    ] as const;
    for (const [done, [index, open]] of sent.entries()) {
      expect(await stateOf(learner, key)).toEqual(wait(done, open));
      expect((await submit(learner, `after-${String(done)}-sessions`)).body).toMatchObject({
        code: 'claim.requirements_unmet',
      });
      const url = learner.path(`evaluations/secret-session/anonymous?offeringId=${learner.offering(index)}`);
      const given = { answers: { liked: 'no', said: WORDS }, ticket: crypto.randomUUID() };
      const headers = { 'x-request-id': `sends-session-${String(done)}` };
      expect((await learner.client.post(url, given, { headers })).status).toBe(200);
    }
    expect(await stateOf(learner, key)).toEqual({
      canSubmit: true,
      state: 'met',
      text: 'You evaluated all 2 of your sessions. Thank you.',
    });
    expect((await submit(learner, 'after-all-sessions')).status).toBe(201);
  }, 60_000);

  it('is done for nobody else, in this society or another', async () => {
    await runAlso(app, beta, ['required-evaluation', { forms: [{ formKey: 'secret', isRequired: true }] }]);
    const key = 'required-evaluation:evaluation:secret';
    const elsewhere = await signIn('100001', 'Okafor', beta);
    await elsewhere.add(0);
    expect((await stateOf(elsewhere, key)).state).toBe('unmet');
  });

  it('leaves the answers in no row of a claim or of an evaluation, and in no log line', async () => {
    const marks = await app.inspect<{ id: string; answers: object; ticket: string }>(
      'select id, answers, ticket from evaluation_responses',
    );
    expect(marks.map(({ answers }) => answers)).toEqual([{}, {}, {}]);
    const tables = await app.inspect<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
    );
    expect(await kept(...tables.map(({ name }) => name))).not.toContain(WORDS);

    api.child.kill('SIGTERM');
    await api.ended();
    const lines = api.output.trim().split('\n');
    const ids = Object.values(alpha.learners).flatMap(({ learnerId, registrationId }) => [
      learnerId,
      registrationId,
    ]);
    const tickets = marks.flatMap(({ id, ticket }) => [id, ticket]);
    const people = [...ids, 'Okafor', 'Lindqvist', '100001', '100002'];
    for (const text of [WORDS, 'will-change', ...tickets, ...people])
      expect(lines.filter((line) => line.includes(text))).toEqual([]);
    const sending = lines.filter((line) => /"sends-(the-secret|session-\d)"/.test(line));
    // The request's id, its moment and the route; the actor is any learner of the society.
    expect(sending.map((line): unknown => JSON.parse(line))).toEqual(
      ['sends-the-secret', 'sends-session-0', 'sends-session-1'].map((requestId) => ({
        ...{ level: 'info', service: 'laurel', context: expect.any(String), msg: expect.any(String) },
        ...{ time: expect.any(String), milliseconds: expect.any(Number), status: '200' },
        ...{ requestId, tenant: 'alpha', actor: 'learner', method: 'POST' },
        route: '/api/activities/:activityId/evaluations/:formKey/anonymous',
      })),
    );
  });
});
