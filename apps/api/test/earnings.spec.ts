import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClaimPreviewDto } from '../src/claims/dto/claim-history.dto.js';
import type { SubmissionDto } from '../src/claims/dto/submit-claim.dto.js';
import type { EarningsDto } from '../src/earnings/dto/earnings.dto.js';
import { plugins } from '../src/plugins.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { type TestApp, startTestApp, TestClock } from './testing-app.js';
import { bodyOf, Learner, step } from './testing-claims.js';
import {
  arrangeCourses,
  complete,
  courseTitles,
  earningPlugins,
  earnings,
  forgetClaims,
  issued,
  select,
} from './testing-earnings.js';
import { download, pageTexts } from './testing-pdf.js';
import type { Society } from './testing-society.js';

const clock = new TestClock(Temporal.Instant.from('2026-11-22T12:00:00Z'));

let app: TestApp;
let alpha: Society;
let beta: Society;

beforeAll(async () => {
  app = await startTestApp({ clock, plugins: [...plugins, ...earningPlugins] });
  alpha = await app.createTenant('alpha', { offerings: 8 });
  beta = await app.createTenant('beta', { offerings: 8 });
  await arrangeCourses(app, alpha);
  await arrangeCourses(app, beta);
}, 60_000);
afterAll(() => app.stop());
beforeEach(() => forgetClaims(app));

/** Topics by course, with what can be claimed of each. */
const topicsOf = ({ courses }: EarningsDto) =>
  courses.map(({ title, topics }) => [title, topics.map((topic) => [topic.title, topic.amount])]);

describe('earned credit', () => {
  it('is listed by course, of one type, for its own learner alone', async () => {
    await complete(app, alpha, [0, 2, 3, 6]);
    await complete(app, alpha, [5], { badge: '100002' });
    await complete(app, beta, [1]);
    const read = await earnings(await Learner.signIn(app, alpha));
    expect(read).toMatchObject({
      creditType: 'ama-pra-1',
      available: 4,
      expired: { count: 0, amount: 0 },
      requirements: [],
    });
    expect(
      read.creditTypes.map(({ creditType, available, count }) => [creditType, available, count]),
    ).toEqual([
      ['ama-pra-1', 4, 4],
      ['acep', 4, 4],
    ]);
    expect(topicsOf(read)).toEqual([
      [courseTitles[0], [['Topic 0', 1]]],
      [
        courseTitles[1],
        [
          ['Topic 2', 1],
          ['Topic 3', 1],
        ],
      ],
      ['Courses Online', [['Topic 6', 1]]],
    ]);
    expect(read.courses[0]?.topics[0]).toEqual({
      offeringId: alpha.offeringIds[0],
      code: 'S0',
      title: 'Topic 0',
      amount: 1,
      increment: 0.25,
      earnedAt: '2026-05-04T15:00:00Z',
      until: '2029-05-03T15:00:00Z',
      isExpiringSoon: false,
      isAllowed: true,
      denials: [],
    });
    const inBeta = await earnings(await Learner.signIn(app, beta));
    expect(topicsOf(inBeta)).toEqual([[courseTitles[0], [['Topic 1', 1]]]]);
  });

  it('goes from a completion over a selection to one PDF with a certificate for each course', async () => {
    await complete(app, alpha, [0, 1, 2, 4, 5]);
    const learner = await Learner.signIn(app, alpha);
    const cart = await select(learner, {
      items: [0, 1, 2, 4].map((index) => ({
        offeringId: learner.offering(index),
        amount: index === 2 ? 0.5 : 1,
      })),
    });
    expect(cart.totals).toMatchObject([{ creditType: 'ama-pra-1', computed: 3.5 }]);
    expect(cart.lines.flatMap(({ notes }) => (notes ?? []).map(({ text }) => text))).toEqual([
      'You claim 0.50 of 1.00; the other 0.50 of this topic is given up with this claim.',
    ]);
    const preview = bodyOf<ClaimPreviewDto>(await learner.client.get(learner.path('claim/preview')));
    expect(preview.documents).toEqual([
      {
        key: 'courses',
        title: 'Certificate of Credit',
        name: 'Chidi Okafor',
        credentials: 'MD',
        activityTitle: 'Courses Online',
        parts: [
          { courseTitle: courseTitles[0], credits: [{ amount: '2.00', ...AMA }], topics: topics(0, 1) },
          {
            courseTitle: courseTitles[1],
            credits: [{ amount: '0.50', ...AMA, unit: 'AMA PRA Category 1 Credit™' }],
            topics: [{ title: 'Topic 2', amount: 0.5 }],
          },
          {
            courseTitle: courseTitles[2],
            credits: [{ amount: '1.00', ...AMA, unit: 'AMA PRA Category 1 Credit™' }],
            topics: topics(4),
          },
        ],
        sheet: {
          url: `${learner.path('claim/preview/sheet')}?document=courses`,
          width: 11,
          height: 8.5,
        },
      },
    ]);

    const { claim, documents } = bodyOf<SubmissionDto>(
      await learner.trySubmit('first-claim', { revision: cart.revision, isAttested: true }),
      201,
    );
    expect(claim.credits).toMatchObject([{ creditType: 'ama-pra-1', claimed: 3.5 }]);
    const [{ certificate } = { certificate: null }] = documents.documents;
    expect(certificate).toMatchObject({ documentKey: 'courses', state: 'issuing' });
    const made = await issued(learner, claim.id);
    expect(made.id).toBe(certificate?.id);
    const { bytes } = await download(app.port, learner.client, made.fileUrl);
    const pages = await pageTexts(bytes);
    expect(pages).toHaveLength(made.pageCount ?? 0);
    const sheets = pages.filter((page) => page.includes(made.verificationCode));
    expect(sheets).toHaveLength(3);
    courseTitles.forEach((title, index) => {
      expect(sheets[index]).toContain(title);
      expect(sheets[index]).toContain(`Certificate ${String(index + 1)} of 3, ${made.number}`);
      expect(sheets[index]).toContain('for a maximum of 50.00 credits');
      expect(sheets[index]).toContain(['2.00', '0.50', '1.00'][index]);
    });
    expect(made.parts.map(({ title, credits }) => [title, credits[0]?.amount])).toEqual([
      [courseTitles[0], '2.00'],
      [courseTitles[1], '0.50'],
      [courseTitles[2], '1.00'],
    ]);
    const verified = await app.client('alpha').get(`/api/verifications/${made.verificationCode}`);
    expect(verified.body).toMatchObject({ state: 'valid', number: made.number, parts: made.parts });
    expect(
      (await earnings(learner)).courses.flatMap((course) => course.topics.map(({ title }) => title)),
    ).toEqual(['Topic 5']);
    expect((await earnings(learner, 'acep')).available).toBe(5);
  });

  it('expires and waits for a membership by the rules of the installed plugins', async () => {
    const steps = [
      step('course-completions'),
      step('credit-expiry'),
      step('premium-membership', { buyUrl: 'https://shop.example/premium' }),
      step('course-documents'),
    ];
    await app.app.get(WorkflowsService).save(systemContext(alpha.tenant, 'test'), alpha.activityId, steps);
    await complete(app, alpha, [0], { at: '2023-11-20T12:00:00Z' });
    await complete(app, alpha, [1, 3], { at: '2023-12-01T12:00:00Z' });
    await complete(app, alpha, [2]);
    const learner = await Learner.signIn(app, alpha);
    const read = await earnings(learner);
    expect(read.expired).toEqual({ count: 1, amount: 1 });
    expect(
      read.courses.flatMap(({ topics: shown }) =>
        shown.map(({ title, isAllowed, isExpiringSoon }) => [title, isAllowed, isExpiringSoon]),
      ),
    ).toEqual([
      ['Topic 1', true, true],
      ['Topic 3', true, true],
      ['Topic 2', true, false],
    ]);
    // What ends first, of each type.
    const until = '2026-12-02T04:59:59Z';
    expect(read.creditTypes.map(({ creditType, expiring }) => [creditType, expiring])).toEqual([
      ['ama-pra-1', { until, amount: 2 }],
      ['acep', { until, amount: 2 }],
    ]);
    expect(read.requirements).toMatchObject([{ state: 'unmet', action: { kind: 'link' } }]);
    const { revision, canSubmit } = await select(learner, { all: true });
    expect(canSubmit).toBe(false);
    const refused = await learner.trySubmit('without-membership', { revision, isAttested: true });
    expect(refused.body).toMatchObject({ status: 409, code: 'claim.requirements_unmet' });
  });
});

const AMA = { unit: 'AMA PRA Category 1 Credits™', isItalic: true };

const topics = (...indexes: number[]) =>
  indexes.map((index) => ({ title: `Topic ${String(index)}`, amount: 1 }));

describe('a claim over two courses, printed by the shipped documents', () => {
  it('lists each course’s topics by title and credit under that course’s certificate alone', async () => {
    const rule = { key: 'certificate', title: 'CME Certificate', inSentence: 'a CME certificate' };
    const documents = [{ ...rule, template: 'classic', isPerCreditType: true, perCourse: true }];
    const steps = [step('keeps'), step('profession-documents', { documents })];
    await app.app.get(WorkflowsService).save(systemContext(alpha.tenant, 'test'), alpha.activityId, steps);
    await complete(app, alpha, [0, 1, 2, 3, 4]);
    const learner = await Learner.signIn(app, alpha);
    const claimed = [
      [0, 1],
      [1, 0.25],
      [2, 0.5],
      [3, 0.25],
    ] as const;
    const { revision } = await select(learner, {
      items: claimed.map(([index, amount]) => ({ offeringId: learner.offering(index), amount })),
    });
    const { claim } = bodyOf<SubmissionDto>(
      await learner.trySubmit('two-courses', { revision, isAttested: true }),
      201,
    );
    const made = await issued(learner, claim.id);
    const pages = await pageTexts((await download(app.port, learner.client, made.fileUrl)).bytes);
    // Of each course the certificate and the list of its topics.
    expect(pages).toHaveLength(4);
    const own = [
      { title: courseTitles[0], total: '1.25', topics: ['Topic 0 1.00', 'Topic 1 0.25'] },
      { title: courseTitles[1], total: '0.75', topics: ['Topic 2 0.50', 'Topic 3 0.25'] },
    ];
    for (const [index, { title, total, topics: listed }] of own.entries()) {
      const [sheet = '', list = ''] = pages.slice(2 * index);
      const name = `Certificate ${String(index + 1)} of 2`;
      expect(sheet).toContain(`took part in ${title} Enduring material`);
      expect(sheet).toContain(`is awarded ${total} AMA PRA Category 1 Credit`);
      expect(sheet).toContain(`${name}, ${made.number}`);
      expect(list).toContain(`Topics claimed ${name} · ${made.number} Chidi Okafor · ${title}`);
      expect(list.match(/Topic \d [\d.]+/g)).toEqual(listed);
      expect(list).toMatch(new RegExp(`Claimed ${total}$`));
      expect(sheet).not.toMatch(/Topic \d/);
      const [other] = own.filter((one) => one.title !== title);
      expect(`${sheet} ${list}`).not.toContain(other?.title);
    }
  }, 60_000);
});
