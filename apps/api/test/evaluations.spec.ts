import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EvaluationFormsService, type FormDefinition } from '../src/evaluations/evaluation-forms.service.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp } from './testing-app.js';
import type { TestClient } from './testing-client.js';
import { complete, overall, sessionForm } from './testing-evaluations.js';
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
  await saveForm(alpha, sessionForm);
  await saveForm(beta, { ...overall, title: 'The other society’s' });
}, 60_000);
afterAll(() => app.stop());

const signedIn = async (badge = '100001', lastName = 'Okafor', slug = 'alpha'): Promise<TestClient> => {
  const client = app.client(slug);
  expect((await client.signIn(badge, lastName)).status).toBe(201);
  return client;
};
const path = (rest = '', society = alpha) => `/api/activities/${society.activityId}/evaluations${rest}`;
const responses = () => app.inspect('select * from evaluation_responses order by id');

describe('an evaluation', () => {
  it('begins empty, is saved as it grows, and is complete when everything shown is answered', async () => {
    const client = await signedIn();
    const empty = await client.get(path('/overall'));
    expect(empty.body).toEqual({
      formKey: 'overall',
      title: 'Overall evaluation',
      scope: 'activity',
      offeringId: null,
      claimId: null,
      isAnonymous: false,
      sections: overall.sections,
      answers: {},
      version: 0,
      isComplete: false,
      requiredCount: 3,
      answeredCount: 0,
    });
    const saves = [
      [{ 'will-change': 'yes' }, 4, 1],
      [{ 'will-change': 'yes', what: 'More' }, 4, 2],
      [{ 'will-change': 'yes', what: 'More', matrix: { rooms: 'yes' } }, 4, 2],
      [{ ...complete, score: '' }, 4, 3],
      [complete, 4, 4],
    ] as const;
    for (const [index, [answers, requiredCount, answeredCount]] of saves.entries()) {
      const saved = await client.put(path('/overall'), { answers, version: index });
      expect(saved).toMatchObject({
        status: 200,
        body: {
          version: index + 1,
          requiredCount,
          answeredCount,
          isComplete: index === saves.length - 1,
          savedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
          faults: [],
        },
      });
    }
    const { body } = await (await signedIn()).get(path('/overall'));
    expect(body).toMatchObject({ answers: complete, version: 5, isComplete: true });
    expect((await client.get(path())).body).toEqual([
      {
        formKey: 'overall',
        title: 'Overall evaluation',
        scope: 'activity',
        offeringId: null,
        claimId: null,
        isAnonymous: false,
        isBegun: true,
        isComplete: true,
        requiredCount: 4,
        answeredCount: 4,
      },
    ]);
  });

  it('is begun with part of a question, and no longer when that is taken back', async () => {
    const client = await signedIn('100002', 'Lindqvist', 'beta');
    const begun = async (): Promise<unknown> => Object((await client.get(path('', beta))).body)[0].isBegun;
    expect(await begun()).toBe(false);
    const saved = await client.put(path('/overall', beta), {
      answers: { matrix: { rooms: 'yes' } },
      version: 0,
    });
    expect(saved.body).toMatchObject({ answeredCount: 0, isComplete: false });
    expect(await begun()).toBe(true);
    await client.put(path('/overall', beta), { answers: {}, version: 1 });
    expect(await begun()).toBe(false);
  });

  it('keeps what a condition hides until the form is complete', async () => {
    const client = await signedIn('100002', 'Lindqvist');
    const hidden = { 'will-change': 'no', what: 'Typed before I changed my mind' };
    const first = await client.put(path('/overall'), { answers: hidden, version: 0 });
    expect(first.body).toMatchObject({ requiredCount: 3, answeredCount: 1, isComplete: false });
    expect((await client.get(path('/overall'))).body).toMatchObject({ answers: hidden });
    const answers = { ...complete, ...hidden };
    const second = await client.put(path('/overall'), { answers, version: 1 });
    expect(second.body).toMatchObject({ isComplete: true, requiredCount: 3, answeredCount: 3 });
    const { what: _, ...shown } = answers;
    expect(Object((await client.get(path('/overall'))).body).answers).toEqual(shown);
  });

  it('tells what does not fit, and keeps everything else', async () => {
    const client = await signedIn('100003', 'Nguyễn');
    const long = 'x'.repeat(201);
    const answers = {
      'will-change': 'yes',
      what: long,
      matrix: { rooms: 'yes', food: 'maybe', roof: 'yes' },
      score: 4.5,
      topics: ['yes', 'yes'],
      remark: ['no text'],
      nobody: 'asked',
      constructor: 'x',
      toString: { x: 'y' },
    };
    const { status, body } = await client.put(path('/overall'), { answers, version: 0 });
    expect(status).toBe(200);
    const saved = Object(body);
    expect(
      saved.faults.map(({ field, code }: { field: string; code: string }) => [field, code]).sort(),
    ).toEqual(
      [
        ['matrix.food', 'answer.unknown_option'],
        ['matrix.roof', 'answer.unknown_option'],
        ['nobody', 'answer.unknown_question'],
        ['remark', 'answer.wrong_kind'],
        ['score', 'answer.out_of_range'],
        ['toString', 'answer.unknown_question'],
        ['topics', 'answer.wrong_kind'],
        ['what', 'answer.too_long'],
      ].sort(),
    );
    expect(saved).toMatchObject({ isComplete: false, requiredCount: 4, answeredCount: 1, version: 1 });
    expect(Object((await client.get(path('/overall'))).body).answers).toEqual({
      'will-change': 'yes',
      what: long,
    });
  });

  it('refuses what was typed on an older version, and hands over the newer', async () => {
    const [phone, laptop] = [
      await signedIn('100004', 'Castellanos-Ortiz'),
      await signedIn('100004', 'Castellanos-Ortiz'),
    ];
    const onPhone = { 'will-change': 'no' };
    expect((await phone.put(path('/overall'), { answers: onPhone, version: 0 })).status).toBe(200);
    const refused = await laptop.put(path('/overall'), { answers: { score: 1 }, version: 0 });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'evaluation.conflict', current: { answers: onPhone, version: 1, formKey: 'overall' } },
    });
    // The phone's answer was lost on the way, so it sends the very same again.
    const repeated = await phone.put(path('/overall'), { answers: onPhone, version: 0 });
    expect(repeated).toMatchObject({ status: 200, body: { version: 1 } });
    const merged = await laptop.put(path('/overall'), { answers: { ...onPhone, score: 1 }, version: 1 });
    expect(merged).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await phone.put(path('/overall'), { answers: {}, version: 3 })).status).toBe(409);
  });

  it('lets one of several first saves win, and loses none silently', async () => {
    const client = await signedIn('100005', '山田');
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((score) => client.put(path('/overall'), { answers: { score }, version: 0 })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409, 409, 409, 409]);
    const winner = answers.findIndex(({ status }) => status === 200) + 1;
    expect((await client.get(path('/overall'))).body).toMatchObject({
      answers: { score: winner },
      version: 1,
    });
  });

  it.each([
    [{ version: 0 }],
    [{ answers: [], version: 0 }],
    [{ answers: {}, version: -1 }],
    [{ answers: {}, version: '1' }],
    [{ answers: {} }],
    [{ answers: {}, version: 0, isComplete: true }],
  ])('refuses a malformed save: %j', async (body) => {
    const before = await responses();
    const answer = await (await signedIn()).put(path('/overall'), body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await responses()).toEqual(before);
  });

  it('of 1 MB and more is too much at once, and changes nothing', async () => {
    const before = await responses();
    const answers = { remark: 'x'.repeat(1_100_000) };
    expect((await (await signedIn()).put(path('/overall'), { answers, version: 5 })).status).toBe(413);
    expect(await responses()).toEqual(before);
  });
});

describe('a form about offerings', () => {
  it('is answered for each offering by itself', async () => {
    const client = await signedIn();
    const [first, second] = alpha.offeringIds;
    const at = (offeringId = '') => path(`/session?offeringId=${offeringId}`);
    const answers = { liked: 'yes' };
    expect((await client.put(at(first), { answers, version: 0 })).body).toMatchObject({ isComplete: true });
    expect((await client.get(at(second))).body).toMatchObject({
      answers: {},
      offeringId: second,
      version: 0,
    });
    const list: { formKey: string; offeringId: string | null }[] = Object((await client.get(path())).body);
    expect(list.map(({ formKey, offeringId }) => [formKey, offeringId])).toEqual([
      ['overall', null],
      ['session', first],
    ]);
  });
});

describe('what is not the learner’s', () => {
  it('is not there, and stays as it is', async () => {
    const client = await signedIn();
    const before = await responses();
    const elsewhere = [
      path('/overall', beta),
      path('/nothing'),
      path(`/overall?offeringId=${alpha.offeringIds[0]}`),
      path('/session'),
      path(`/session?offeringId=${beta.offeringIds[0]}`),
    ];
    for (const one of elsewhere) {
      expect([one, (await client.get(one)).status]).toEqual([one, 404]);
      expect([one, (await client.put(one, { answers: {}, version: 0 })).status]).toEqual([one, 404]);
    }
    expect((await client.get(path('/session?offeringId=1'))).status).toBe(400);
    expect((await app.client('alpha').get(path('/overall'))).status).toBe(401);
    expect(await responses()).toEqual(before);
    const other = await signedIn('100001', 'Okafor', 'beta');
    expect((await other.get(path('/overall', beta))).body).toMatchObject({
      title: 'The other society’s',
      answers: {},
      version: 0,
    });
  });
});
