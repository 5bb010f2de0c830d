import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AnonymousPublishing } from '../src/evaluations/anonymous-publishing.service.js';
import { EvaluationFormsService, type FormDefinition } from '../src/evaluations/evaluation-forms.service.js';
import { StaffService } from '../src/identity/staff.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { TestClient } from './testing-client.js';
import { complete, overall, sessionForm } from './testing-evaluations.js';
import { type Person, type Society, people } from './testing-society.js';

const secret: FormDefinition = { ...overall, key: 'secret', isAnonymous: true };
let app: TestApp;
let alpha: Society;
let beta: Society;
let staff: TestClient;
let viewer: TestClient;
let support: TestClient;

const contextOf = (society: Society) => systemContext(society.tenant, 'test');
const asStaff = async (slug: string, society: Society, role: 'owner' | 'viewer' | 'support') => {
  const email = `${role}@${slug}.example`;
  const account = { email, displayName: role, role, password: 'a long password' } as const;
  await app.app.get(StaffService).create(contextOf(society), account);
  const client = app.client(slug);
  expect((await client.signInStaff(email, 'a long password')).status).toBe(201);
  return client;
};
const signedIn = async ({ badge, lastName }: Person, slug = 'alpha') => {
  const client = app.client(slug);
  await client.signIn(badge, lastName);
  return client;
};
const person = (index: number): Person => {
  const found = people[index];
  if (found === undefined) throw new Error('Nobody');
  return found;
};
const learners = (society: Society) => `/api/activities/${society.activityId}/evaluations`;
const results = (formKey: string, query = '', society = alpha) =>
  `/api/staff/activities/${society.activityId}/evaluations/${formKey}/results${query}`;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  for (const society of [alpha, beta]) {
    await app.tenants.transaction(contextOf(society), async (manager) => {
      for (const form of [overall, sessionForm, secret]) {
        await app.app.get(EvaluationFormsService).save(manager, contextOf(society), society.activityId, form);
      }
    });
  }
  staff = await asStaff('alpha', alpha, 'owner');
  viewer = await asStaff('alpha', alpha, 'viewer');
  support = await asStaff('alpha', alpha, 'support');

  const others = await signedIn(person(0), 'beta');
  await others.put(`${learners(beta)}/overall`, { answers: { ...complete, score: 1 }, version: 0 });
  for (const [index, one] of people.entries()) {
    const client = await signedIn(one);
    const answers = { ...complete, score: index === 0 ? 2 : 5, remark: `=SUM(${index}) "quoted", ${index}` };
    // One of the five is not complete.
    await client.put(`${learners(alpha)}/overall`, {
      answers: index === 4 ? { score: 1 } : answers,
      version: 0,
    });
    const [first, second] = alpha.offeringIds;
    const liked = { answers: { liked: index === 0 ? 'no' : 'yes' }, version: 0 };
    await client.put(`${learners(alpha)}/session?offeringId=${index < 2 ? first : second}`, liked);
    if (index < 4) {
      const ticket = crypto.randomUUID();
      await client.post(`${learners(alpha)}/secret/anonymous`, { answers, ticket });
    }
  }
}, 60_000);
afterAll(() => app.stop());

const questionsOf = (body: unknown): Record<string, Record<string, unknown>> => {
  const sections: { questions: { key: string }[] }[] = Object(body).sections;
  return Object.fromEntries(
    sections.flatMap(({ questions }) => questions).map((question) => [question.key, question]),
  );
};

describe('the results of an evaluation', () => {
  it('count what was answered completely, in this society alone', async () => {
    const { status, body } = await staff.get(results('overall'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ isAnonymous: false, minimumCount: null, givenCount: 4, count: 4 });
    const questions = questionsOf(body);
    expect(questions['will-change']).toMatchObject({
      answeredCount: 4,
      choices: [
        { key: 'yes', label: 'Yes', count: 4 },
        { key: 'no', label: 'No', count: 0 },
      ],
    });
    expect(questions.score).toMatchObject({ mean: 4.25, answeredCount: 4 });
    expect(questions.score?.choices).toEqual(
      [0, 1, 0, 0, 3].map((count, index) => ({ key: `${index + 1}`, label: `${index + 1}`, count })),
    );
    expect(questions.matrix?.rows).toMatchObject([
      { key: 'rooms', choices: [{ count: 4 }, { count: 0 }] },
      { key: 'food', choices: [{ count: 0 }, { count: 4 }] },
    ]);
    expect(questions.what).toMatchObject({ texts: Array(4).fill('More ablation') });
    expect(questions.topics).toMatchObject({ answeredCount: 0 });
  });

  it('are of one session, or of all', async () => {
    const [first, second] = alpha.offeringIds;
    const liked = async (query: string) =>
      questionsOf((await viewer.get(results('session', query))).body).liked?.choices;
    expect(await liked('')).toMatchObject([{ count: 4 }, { count: 1 }]);
    expect(await liked(`?offeringId=${first}`)).toMatchObject([{ count: 1 }, { count: 1 }]);
    expect(await liked(`?offeringId=${second}`)).toMatchObject([{ count: 3 }, { count: 0 }]);
  });

  it('come as CSV, without names, and with nothing that a spreadsheet would run', async () => {
    const { headers, text } = await staff.get(results('overall', '?format=csv'));
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = text.split('\r\n');
    expect(lines[0]).toBe(
      '\u{feff}About,Will you change it?,What?,How were – the rooms,How were – the food,Overall,Topics,Remark',
    );
    expect(lines.slice(1, 5).toSorted()[0]).toBe(
      'Annual Meeting of Society alpha,Yes,More ablation,Yes,No,2,,"\'=SUM(0) ""quoted"", 0"',
    );
    expect(lines).toHaveLength(6);
    expect(text).not.toMatch(/Okafor|Lindqvist|10000\d/);
  });

  it('of an anonymous form are none while fewer than five have answered, and all of the five then', async () => {
    const before = (await staff.get(results('secret'))).body;
    expect(before).toMatchObject({ isAnonymous: true, minimumCount: 5, givenCount: 4, count: 0 });
    expect(JSON.stringify(before)).not.toContain('SUM');
    expect((await staff.get(results('secret', '?format=csv'))).text.split('\r\n')).toHaveLength(2);

    const client = await signedIn(person(4));
    const ticket = crypto.randomUUID();
    await client.post(`${learners(alpha)}/secret/anonymous`, { answers: complete, ticket });
    const [form] = await app.inspect<{ id: string }>(
      `select id from evaluation_forms where key = 'secret' and tenant_id = $1`,
      [alpha.tenant.id],
    );
    const about = { formId: form?.id ?? '', subjectId: alpha.activityId };
    await app.app.get(AnonymousPublishing).publish(contextOf(alpha), about);
    const { body } = await staff.get(results('secret'));
    expect(body).toMatchObject({ givenCount: 5, count: 5 });
    expect(questionsOf(body).score).toMatchObject({ mean: 4.2 });
  });

  it('are for staff who may read them, and of their own society', async () => {
    expect((await support.get(results('overall'))).status).toBe(403);
    expect((await (await signedIn(person(0))).get(results('overall'))).status).toBe(401);
    expect((await staff.get(results('overall', '', beta))).status).toBe(404);
    expect((await staff.get(results('session', `?offeringId=${beta.offeringIds[0]}`))).status).toBe(404);
    expect((await staff.get(results('nothing'))).status).toBe(404);
    const elsewhere = await asStaff('beta', beta, 'owner');
    expect((await elsewhere.get(results('overall', '', beta))).body).toMatchObject({ count: 1 });
  });
});
