import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AnonymousPublishing } from '../src/evaluations/anonymous-publishing.service.js';
import { EvaluationFormsService, type FormDefinition } from '../src/evaluations/evaluation-forms.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { complete, overall, sessionForm } from './testing-evaluations.js';
import { type Person, type Society, people } from './testing-society.js';

/** Enough people for two crowds of five and some who are left. */
const more: Person[] = Array.from({ length: 8 }, (_, index) => ({
  badge: `20000${index}`,
  firstName: 'Ada',
  lastName: `Byron${index}`,
  credentials: 'MD',
  profession: 'physician',
  tier: null,
}));
const everybody = [...people, ...more];
const secret: FormDefinition = { ...overall, key: 'secret', title: 'Between us', isAnonymous: true };
const secretSession: FormDefinition = { ...sessionForm, key: 'secret-session', isAnonymous: true };

let app: TestApp;
let alpha: Society;
let beta: Society;

const contextOf = (society: Society) => systemContext(society.tenant, 'test');
const saveForm = (society: Society, form: FormDefinition) =>
  app.tenants.transaction(contextOf(society), (manager) =>
    app.app.get(EvaluationFormsService).save(manager, contextOf(society), society.activityId, form),
  );
const path = (rest: string, society = alpha) => `/api/activities/${society.activityId}/evaluations/${rest}`;
const signedIn = async (person: Person | undefined, slug = 'alpha') => {
  if (person === undefined) throw new Error('Nobody');
  const client = app.client(slug);
  expect((await client.signIn(person.badge, person.lastName)).status).toBe(201);
  return client;
};
const give = async (
  person: Person | undefined,
  answers: object,
  form = 'secret',
  ticket = crypto.randomUUID(),
) =>
  (await signedIn(person)).post(path(`${form}${form === 'secret' ? '/anonymous' : ''}`), { answers, ticket });
const publish = async (key: string, subjectId = alpha.activityId) => {
  const [form] = await app.inspect<{ id: string }>(
    `select id from evaluation_forms where key = $1 and tenant_id = $2`,
    [key, alpha.tenant.id],
  );
  return app.app.get(AnonymousPublishing).publish(contextOf(alpha), { formId: form?.id ?? '', subjectId });
};
const rows = (table: string) =>
  app.inspect<Record<string, unknown>>(`select xmin::text, ctid::text, * from ${table}`);

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha', { more });
  beta = await app.createTenant('beta', { more });
  for (const society of [alpha, beta]) {
    await saveForm(society, secret);
    await saveForm(society, secretSession);
    await saveForm(society, overall);
  }
}, 60_000);
afterAll(() => app.stop());

describe('anonymous answers', () => {
  it('are refused while they are incomplete, with what is missing, and nothing of them is kept', async () => {
    const client = await signedIn(people[0]);
    const ticket = crypto.randomUUID();
    const answers = { 'will-change': 'yes', matrix: { rooms: 'yes' }, score: 9 };
    expect((await client.post(path('secret/anonymous'), { answers, ticket })).body).toMatchObject({
      code: 'evaluation.invalid',
      faults: [{ field: 'score' }, { field: 'what' }, { field: 'matrix' }],
    });
    const tooMuch = { ...complete, what: 'x'.repeat(200), remark: 'é'.repeat(300) };
    expect((await client.post(path('secret/anonymous'), { answers: tooMuch, ticket: 'me' })).status).toBe(
      400,
    );
    expect((await client.put(path('secret'), { answers: complete, version: 0 })).body).toMatchObject({
      status: 409,
      code: 'evaluation.anonymous',
    });
    expect((await client.post(path('overall/anonymous'), { answers: complete, ticket })).body).toMatchObject({
      code: 'evaluation.not_anonymous',
    });
    expect([await rows('evaluation_responses'), await rows('sealed_answers')]).toEqual([[], []]);
  });

  it('count once, however often and wherever they are sent', async () => {
    const ticket = crypto.randomUUID();
    const both = await Promise.all([
      give(people[0], complete, 'secret', ticket),
      give(people[0], complete, 'secret', ticket),
    ]);
    expect(both.map(({ status, body }) => [status, body])).toEqual([
      [200, { isComplete: true }],
      [200, { isComplete: true }],
    ]);
    expect((await give(people[0], { ...complete, score: 1 })).body).toMatchObject({
      status: 409,
      code: 'evaluation.already_given',
    });
    expect(
      [await rows('evaluation_responses'), await rows('sealed_answers')].map(({ length }) => length),
    ).toEqual([1, 1]);
    const client = await signedIn(people[0]);
    expect((await client.get(path('secret'))).body).toMatchObject({
      isAnonymous: true,
      isComplete: true,
      answers: {},
      requiredCount: 3,
      answeredCount: 3,
    });
  });

  it('stay sealed until five are together, and are then mixed in one transaction', async () => {
    for (const person of everybody.slice(1, 4)) await give(person, { ...complete, remark: person.lastName });
    expect(await publish('secret')).toBe(0);
    expect(await rows('anonymous_answers')).toEqual([]);
    await give(everybody[4], complete);
    expect(await publish('secret')).toBe(5);
    const first = await rows('anonymous_answers');
    expect(new Set(first.map(({ xmin }) => xmin)).size).toBe(1);
    expect(await rows('sealed_answers')).toEqual([]);
    expect(await publish('secret')).toBe(0);

    for (const person of everybody.slice(5, 10)) await give(person, complete);
    expect(await publish('secret')).toBe(5);
    const all = await rows('anonymous_answers');
    // The old ones are not told from the new ones: same version, other ids, other places.
    expect(all).toHaveLength(10);
    expect(new Set(all.map(({ xmin }) => xmin)).size).toBe(1);
    const known = new Set(first.map(({ id }) => id));
    expect(all.filter(({ id }) => known.has(id))).toEqual([]);

    for (const person of everybody.slice(10)) await give(person, complete);
    expect(await publish('secret')).toBe(0);
    expect(
      [await rows('anonymous_answers'), await rows('sealed_answers')].map(({ length }) => length),
    ).toEqual([10, 3]);
  }, 60_000);
});

describe('somebody who reads every table, every backup and every log line', () => {
  it('finds no column in what was answered that could name a person or a moment', async () => {
    const columns = await app.inspect<{ table_name: string; column_name: string; data_type: string }>(
      `select table_name, column_name, data_type from information_schema.columns
       where table_name in ('anonymous_answers', 'sealed_answers') order by 1, ordinal_position`,
    );
    expect(columns.map((row) => `${row.table_name}.${row.column_name} ${row.data_type}`)).toEqual([
      'anonymous_answers.tenant_id uuid',
      'anonymous_answers.id uuid',
      'anonymous_answers.form_id uuid',
      'anonymous_answers.subject_id uuid',
      'anonymous_answers.answers jsonb',
      'sealed_answers.tenant_id uuid',
      'sealed_answers.id uuid',
      'sealed_answers.form_id uuid',
      'sealed_answers.subject_id uuid',
      'sealed_answers.sealed text',
    ]);
  });

  it('finds ids that tell no time, a day and no instant, and the same counts for everybody', async () => {
    const markers = await rows('evaluation_responses');
    const ids = [markers, await rows('anonymous_answers'), await rows('sealed_answers')]
      .flat()
      .map(({ id }) => String(id));
    expect(ids.filter((id) => id[14] !== '4')).toEqual([]);
    const told = markers.map(
      ({ answers, required_count, answered_count, is_complete, version, updated_at }) =>
        JSON.stringify({
          answers,
          required_count,
          answered_count,
          is_complete,
          version,
          at: new Date(String(updated_at)).getTime() % 86_400_000,
        }),
    );
    expect([...new Set(told)]).toEqual([
      JSON.stringify({
        answers: {},
        required_count: 3,
        answered_count: 3,
        is_complete: true,
        version: 1,
        at: 0,
      }),
    ]);
  });

  it('cannot follow an answer from one backup to the next by key, by content or by length', async () => {
    const before = await rows('sealed_answers');
    const short = everybody[0];
    const session = alpha.offeringIds[0] ?? '';
    const client = await signedIn(short);
    const url = path(`secret-session/anonymous?offeringId=${session}`);
    expect((await client.post(url, { answers: { liked: 'no' }, ticket: crypto.randomUUID() })).status).toBe(
      200,
    );
    const after = await rows('sealed_answers');
    expect(after).toHaveLength(before.length + 1);
    // Of a long and a short evaluation alike.
    expect(new Set(after.map(({ sealed }) => String(sealed).length)).size).toBe(1);
    expect(JSON.stringify(after)).not.toMatch(/liked|More ablation|will-change/);
    // What was sealed has no part in what is published.
    const published = JSON.stringify(await rows('anonymous_answers'));
    for (const { id } of after) expect(published).not.toContain(String(id));
    const tickets = (await rows('evaluation_responses')).map(({ ticket }) => String(ticket));
    expect(tickets.filter((ticket) => published.includes(ticket))).toEqual([]);
  });

  it('finds nothing in the jobs but the form and the subject', async () => {
    const jobs = await app.inspect<{ data: { payload: object } }>(
      `select data from pgboss.job where name = 'evaluations.publish'`,
    );
    expect(jobs.length).toBeGreaterThan(0);
    expect([...new Set(jobs.flatMap(({ data }) => Object.keys(data.payload)))].sort()).toEqual([
      'formId',
      'subjectId',
    ]);
  });
});

describe('answers whose key is gone', () => {
  it('stay as they are and hold up none that can be opened, however many they are', async () => {
    await saveForm(alpha, { ...secret, key: 'held-up' });
    // Nobody holds the key; their ids come first.
    await app.inspect(
      `insert into sealed_answers (tenant_id, id, form_id, subject_id, sealed)
       select tenant_id, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, id, $2::uuid, $3
       from evaluation_forms, generate_series(1, 500) n where tenant_id = $1 and key = 'held-up'`,
      [alpha.tenant.id, alpha.activityId, 'gone'],
    );
    for (const person of everybody.slice(0, 5)) await give(person, complete, 'held-up/anonymous');
    expect(await publish('held-up')).toBe(5);
    expect(await publish('held-up')).toBe(0);
    const left = await app.inspect(`select 1 from sealed_answers where sealed = 'gone'`);
    expect(left).toHaveLength(500);
  }, 60_000);
});

describe('a form that is anonymous', () => {
  it('stays so, keeps who has answered when it is changed, and can only promise more', async () => {
    await expect(saveForm(alpha, { ...secret, isAnonymous: false })).rejects.toMatchObject({
      details: { faults: [{ field: 'isAnonymous' }] },
    });
    await expect(saveForm(alpha, { ...secret, minimumCount: 4 })).rejects.toMatchObject({
      details: { faults: [{ field: 'minimumCount' }] },
    });
    const before = await rows('evaluation_responses');
    await saveForm(alpha, { ...secret, minimumCount: 6, title: 'Between you and us' });
    expect(await rows('evaluation_responses')).toEqual(before);
  });

  it('is never about a claim, which is one person’s', async () => {
    await expect(saveForm(alpha, { ...secret, key: 'secret-claim', scope: 'claim' })).rejects.toMatchObject({
      details: { faults: [{ field: 'isAnonymous', code: 'form.invalid' }] },
    });
  });

  it('is another one in another society', async () => {
    const client = await signedIn(people[0], 'beta');
    expect((await client.get(path('secret', beta))).body).toMatchObject({ isComplete: false, answers: {} });
    const there = path('secret/anonymous', alpha);
    expect((await client.post(there, { answers: complete, ticket: crypto.randomUUID() })).status).toBe(404);
    const foreign = await app.inspect(`select 1 from anonymous_answers where tenant_id = $1`, [
      beta.tenant.id,
    ]);
    expect(foreign).toEqual([]);
  });
});
