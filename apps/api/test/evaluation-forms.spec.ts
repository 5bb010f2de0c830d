import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EvaluationFormsService, type FormDefinition } from '../src/evaluations/evaluation-forms.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { TestClient } from './testing-client.js';
import { complete, overall } from './testing-evaluations.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;

const contextOf = (society: Society) => systemContext(society.tenant, 'test');
const saveForm = (society: Society, form: FormDefinition) =>
  app.tenants.transaction(contextOf(society), (manager) =>
    app.app.get(EvaluationFormsService).save(manager, contextOf(society), society.activityId, form),
  );

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  await saveForm(alpha, overall);
  await saveForm(beta, { ...overall, title: 'The other society’s' });
}, 60_000);
afterAll(() => app.stop());

const signedIn = async (badge = '100001', lastName = 'Okafor', slug = 'alpha'): Promise<TestClient> => {
  const client = app.client(slug);
  expect((await client.signIn(badge, lastName)).status).toBe(201);
  return client;
};
const path = (rest = '', society = alpha) => `/api/activities/${society.activityId}/evaluations${rest}`;

describe('changing a form', () => {
  it('keeps the answers and works out anew who is complete', async () => {
    const client = await signedIn();
    const saved = await client.put(path('/overall'), { answers: complete, version: 0 });
    expect(saved.body).toMatchObject({ isComplete: true });
    const { sections } = overall;
    const [change, rating] = sections;
    if (change === undefined || rating === undefined) throw new Error('The form has two sections');
    const more = {
      ...rating,
      questions: [
        ...rating.questions,
        { key: 'email', kind: 'short-text', label: 'Mail', isRequired: true } as const,
      ],
    };
    await saveForm(alpha, { ...overall, sections: [change, more] });
    const list: { formKey: string }[] = Object((await client.get(path())).body);
    expect(list.find(({ formKey }) => formKey === 'overall')).toMatchObject({
      isComplete: false,
      requiredCount: 5,
      answeredCount: 4,
    });
    await saveForm(alpha, overall);
    expect((await client.get(path('/overall'))).body).toMatchObject({ answers: complete, isComplete: true });
  });

  it('is refused with every fault', async () => {
    const before = await app.inspect('select * from evaluation_forms order by id');
    const faulty: FormDefinition = {
      ...overall,
      title: ' ',
      scope: 'offering',
      sections: [
        {
          key: 'a',
          title: 'A',
          questions: [
            {
              key: 'one',
              kind: 'single',
              label: 'One',
              isRequired: true,
              showIf: { question: 'two', equals: 'x' },
            },
            { key: 'two', kind: 'scale', label: '', isRequired: true },
          ],
        },
      ],
    };
    await expect(saveForm(alpha, faulty)).rejects.toMatchObject({
      code: 'evaluation.form_invalid',
      details: {
        faults: [
          { field: 'sections.0.questions.0.options' },
          { field: 'sections.0.questions.0.showIf.question' },
          { field: 'sections.0.questions.1.label' },
          { field: 'sections.0.questions.1.scale' },
          { field: 'title' },
          { field: 'scope' },
        ],
      },
    });
    expect(await app.inspect('select * from evaluation_forms order by id')).toEqual(before);
  });
});
