import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CreditWarningsService } from '../src/earnings/credit-warnings.service.js';
import { Mailer } from '../src/mail/mailer.js';
import { plugins } from '../src/plugins.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { type TestApp, startTestApp, TestClock } from './testing-app.js';
import { Learner, step } from './testing-claims.js';
import { arrangeCourses, claimAll, complete, earningPlugins, forgetClaims } from './testing-earnings.js';
import type { Society } from './testing-society.js';
import { until } from './until.js';

const START = Temporal.Instant.from('2026-11-22T12:00:00Z');

let clock: TestClock;
let app: TestApp;
let alpha: Society;
let beta: Society;
let service: CreditWarningsService;

beforeAll(async () => {
  clock = new TestClock(START);
  app = await startTestApp({ clock, plugins: [...plugins, ...earningPlugins] });
  alpha = await app.createTenant('alpha', { offerings: 8 });
  beta = await app.createTenant('beta', { offerings: 8 });
  await arrangeCourses(app, alpha);
  await arrangeCourses(app, beta);
  service = app.app.get(CreditWarningsService);
}, 60_000);
afterAll(() => app.stop());
beforeEach(async () => {
  await forgetClaims(app);
  await app.inspect('delete from credit_warnings');
  await app.inspect('delete from mails');
});

/** When a topic was completed whose credit ends so many days from the start of the test. */
const endingIn = (days: number): string => START.add({ hours: 24 * (days - 1_095) }).toString();

const warn = (society: Society = alpha) =>
  service.warnSome(systemContext(society.tenant, 'test'), society.activityId, null);

const mails = () =>
  app.inspect<{ to: string; subject: string; body: string; key: string }>(
    'select "to", subject, body, key from mails order by created_at, key',
  );

const forward = (days: number) => clock.advance({ hours: 24 * days });

describe('a warning that earned credit expires', () => {
  it('is one mail a learner, by type, course and day, at the moments that the rule names', async () => {
    await complete(app, alpha, [0, 1], { at: endingIn(89) });
    await complete(app, alpha, [2], { at: endingIn(30) });
    await complete(app, alpha, [4], { at: endingIn(200) });
    await complete(app, alpha, [0], { badge: '100003', at: endingIn(7) });
    await complete(app, alpha, [5], { badge: '100002', at: endingIn(91) });
    await complete(app, beta, [3], { at: endingIn(5) });
    expect(await warn()).toBe(2);
    const sent = await mails();
    expect(sent.map(({ to }) => to).sort()).toEqual(['100001@alpha.example', '100003@alpha.example']);
    const physician = sent.find(({ to }) => to.startsWith('100001'));
    expect(physician?.subject).toBe('Society alpha: credit that you earned expires from December 22, 2026');
    const text = physician?.body.split('\n').filter((line) => line !== '');
    expect(text).toEqual([
      'Dear Chidi Okafor,',
      'You have earned credit that you have not claimed yet. It can be claimed until the days below; after that it is gone.',
      'AMA PRA Category 1 Credits™',
      '  Pediatrics: 1.00 AMA PRA Category 1 Credit™ (1 topic), until December 22, 2026',
      '  Emergency Medicine: 2.00 AMA PRA Category 1 Credits™ (2 topics), until February 19, 2027',
      'ACEP Category I credits',
      '  Pediatrics: 1.00 ACEP Category I credit (1 topic), until December 22, 2026',
      '  Emergency Medicine: 2.00 ACEP Category I credits (2 topics), until February 19, 2027',
      expect.stringMatching(/^Claim it here: http:\/\/alpha\.localhost(?::\d+)?\/$/),
      'Questions? Write to help@society.example.',
      'Society alpha',
    ]);
    expect(sent.find(({ to }) => to.startsWith('100003'))?.body).toContain(
      'ANCC contact hours\n  Emergency Medicine: 1.00 contact hour (1 topic), until November 29, 2026',
    );
  });

  it('comes once for each moment, however often the job runs, and not for what was claimed', async () => {
    await complete(app, alpha, [0, 2], { at: endingIn(31) });
    expect([await warn(), await warn(), await warn()]).toEqual([1, 0, 0]);
    forward(1);
    try {
      const learner = await Learner.signIn(app, alpha);
      await claimAll(learner, 'ama-of-both');
      await claimAll(learner, 'acep-of-both', 'acep');
      expect(await warn()).toBe(0);
      await complete(app, alpha, [1], { at: endingIn(25) });
      expect(await warn()).toBe(1);
      expect((await mails()).at(-1)?.body).not.toContain('Pediatrics');
      forward(30);
      expect(await warn()).toBe(0);
    } finally {
      forward(-31);
    }
  });

  it('is caught up with when no job ran for days, with one mail', async () => {
    await complete(app, alpha, [0], { at: endingIn(31) });
    expect(await warn()).toBe(1);
    forward(26);
    try {
      expect([await warn(), await warn()]).toEqual([1, 0]);
      expect(await app.inspect('select warn_at from credit_warnings')).toHaveLength(2);
    } finally {
      forward(-26);
    }
  });

  it('keeps nothing of a mail that could not be queued, and is tried again', async () => {
    await complete(app, alpha, [0], { at: endingIn(5) });
    const mailer = app.app.get(Mailer);
    const queue = mailer.queue.bind(mailer);
    mailer.queue = () => Promise.reject(new Error('killed'));
    try {
      await expect(warn()).rejects.toThrow('killed');
    } finally {
      mailer.queue = queue;
    }
    expect(await app.inspect('select 1 from credit_warnings')).toEqual([]);
    expect(await warn()).toBe(1);
  });

  it('runs by itself for every tenant, and goes on from learner to learner', async () => {
    const more = Array.from({ length: 120 }, (_, index) => ({
      badge: `2${String(index).padStart(5, '0')}`,
      firstName: 'Ada',
      lastName: `Learner ${String(index)}`,
      credentials: 'MD',
      profession: 'physician',
      tier: null,
    }));
    const gamma = await app.createTenant('gamma', { offerings: 8, more });
    await arrangeCourses(app, gamma);
    await app.inspect(
      `insert into evidence (tenant_id, id, activity_id, learner_id, offering_id, kind, source, source_key, occurred_at)
       select $1, gen_random_uuid(), $2, l.id, $3, 'completion', 'platform', l.id::text, $4
       from learners l where l.tenant_id = $1`,
      [gamma.tenant.id, gamma.activityId, gamma.offeringIds[0], endingIn(5)],
    );
    await complete(app, alpha, [0], { at: endingIn(5) });
    await service.begin(systemContext(alpha.tenant, 'test'));
    await service.begin(systemContext(gamma.tenant, 'test'));
    // The technologist may be awarded none of the society's credit.
    const sent = await until('every mail', async () => {
      const found = await mails();
      return found.length >= 125 ? found : undefined;
    });
    expect(new Set(sent.map(({ to }) => to)).size).toBe(125);
    expect(sent).toHaveLength(125);
  });
});

describe('the shipped rule that credit keeps for three years', () => {
  const at = (moment: string) => clock.advance(clock.now().until(Temporal.Instant.from(moment)));

  it('warns of one topic with three mails, 90, 30 and 7 days before, and never twice a day', async () => {
    const delta = await app.createTenant('delta', { offerings: 8 });
    await arrangeCourses(app, delta, [step('credit-expiry', { keepsMonths: 36 }), step('course-documents')]);
    await complete(app, delta, [2], { at: '2024-02-29T18:00:00Z' });
    // Nobody else’s is near its end, here or elsewhere.
    await complete(app, delta, [2], { badge: '100002', at: '2024-12-01T18:00:00Z' });
    await complete(app, alpha, [2], { at: '2024-12-01T18:00:00Z' });
    try {
      const due = ['2026-11-30T14:00:00Z', '2027-01-29T14:00:00Z', '2027-02-21T14:00:00Z'];
      for (const [index, moment] of due.entries()) {
        at(Temporal.Instant.from(moment).subtract({ seconds: 1 }).toString());
        expect(await warn(delta)).toBe(0);
        at(moment);
        expect([await warn(delta), await warn(delta)]).toEqual([1, 0]);
        clock.advance({ hours: 12 });
        expect(await warn(delta)).toBe(0);
        forward(1);
        expect([await warn(delta), await warn(alpha)]).toEqual([0, 0]);
        expect(await mails()).toHaveLength(index + 1);
      }
      at('2027-03-01T05:00:01Z');
      expect(await warn(delta)).toBe(0);
      const sent = await mails();
      expect(sent.map(({ to, key }) => [to, key.split(':').at(-1)])).toEqual(
        ['2026-11-30', '2027-01-29', '2027-02-21'].map((day) => ['100001@delta.example', day]),
      );
      for (const { subject, body } of sent) {
        expect(subject).toBe('Society delta: credit that you earned expires from February 28, 2027');
        expect(body.split('\n').filter((line) => line.startsWith('  '))).toEqual([
          '  Pediatrics: 1.00 AMA PRA Category 1 Credit™ (1 topic), until February 28, 2027',
          '  Pediatrics: 1.00 ACEP Category I credit (1 topic), until February 28, 2027',
        ]);
      }
    } finally {
      at(START.toString());
    }
  });
});
