import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, type TestApp, startTestApp } from './testing-app.js';
import { claimSomething } from './claim-something.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;
let learner: TestClient;
let othersClaim: string;
let ownClaim: string;
const clock = new TestClock();

beforeAll(async () => {
  app = await startTestApp({ clock });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  ({ claimId: ownClaim } = await claimSomething(app.tenants, alpha));
  ({ claimId: othersClaim } = await claimSomething(app.tenants, beta));
  learner = app.client('alpha');
  await learner.signIn('100001', 'Okafor');
}, 60_000);
afterAll(() => app.stop());

const ask = (body: object, key = crypto.randomUUID(), client = learner) =>
  client.post('/api/support-requests', body, { headers: { 'idempotency-key': key } });
const mails = () =>
  app.inspect<{ to: string; reply_to: string; subject: string; body: string }>(
    `select m."to", m.reply_to, m.subject, m.body from mails m join tenants t on t.id = m.tenant_id where t.slug = 'alpha' and m.key like 'support-request:%' order by m.id`,
  );

describe('a support request', () => {
  it('goes to the society’s desk with who, where and why', async () => {
    const answer = await ask({
      message: 'My session is missing.\nPlease help!',
      page: '/sessions',
      offeringId: alpha.offeringIds[0],
      claimId: ownClaim,
    });
    expect(answer.status).toBe(202);
    const { reference }: { reference: string } = Object(answer.body);
    expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: 'help@society.example',
      reply_to: '100001@alpha.example',
      subject: `Support request ${reference} – Chidi Okafor, MTG26`,
    });
    expect(mail?.body.split('\n')).toEqual(
      expect.arrayContaining([
        '> My session is missing.',
        '> Please help!',
        `Reference: ${reference}`,
        'Learner: Chidi Okafor, MD',
        'Badge: 100001',
        'Answers to this mail go to 100001@alpha.example.',
        'Activity: Annual Meeting of Society alpha (MTG26)',
        'Written on the page: /sessions',
        'Claim: submitted, with a certificate, Apr 26, 2026, 4:00:00 PM EDT',
        'Credit: 1 AMA PRA Category 1 Credit™',
        'Asked about: Session 0 (S0), Apr 23, 2026, 9:00:00 AM EDT',
        'It is in the claim.',
      ]),
    );
  });

  it('is sent once, however often the button is pressed, and answers the same reference', async () => {
    const key = crypto.randomUUID();
    const before = await mails();
    const answers = await Promise.all([1, 2, 3].map(() => ask({ message: 'Hello', page: '/cart' }, key)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await mails()).toHaveLength(before.length + 1);
  });

  it('goes back to the address the learner gives, and never becomes a header', async () => {
    const replyTo = 'elsewhere@example.org';
    expect((await ask({ message: 'Hello', page: '/cart', replyTo })).status).toBe(202);
    expect((await mails()).at(-1)).toMatchObject({ reply_to: replyTo });
    const bad = { message: 'Hello', page: '/cart', replyTo: 'a@b.example\r\nBcc: c@d.example' };
    expect((await ask(bad)).status).toBe(400);
  });

  it('is refused when it says nothing, names no key, or asks about what is not the learner’s', async () => {
    const before = await mails();
    expect((await ask({ message: '  \n', page: '/cart' })).status).toBe(400);
    expect((await ask({ message: 'x'.repeat(4_001), page: '/cart' })).status).toBe(400);
    expect((await learner.post('/api/support-requests', { message: 'x', page: '/cart' })).body).toMatchObject(
      {
        code: 'idempotency.key_required',
      },
    );
    const about = { message: 'Hello', page: '/cart' };
    expect((await ask({ ...about, claimId: othersClaim })).status).toBe(404);
    expect((await ask({ ...about, offeringId: beta.offeringIds[0] })).status).toBe(404);
    const other = app.client('alpha');
    await other.signIn('100002', 'Lindqvist');
    expect((await ask({ ...about, claimId: ownClaim }, undefined, other)).status).toBe(404);
    expect((await ask(about, undefined, app.client('alpha'))).status).toBe(401);
    expect(await mails()).toEqual(before);
  });

  it('is bounded for each learner in an hour, without losing what was sent', async () => {
    const other = app.client('alpha');
    await other.signIn('100003', 'Nguyen');
    const keys = Array.from({ length: 11 }, () => crypto.randomUUID());
    const statuses = [];
    for (const key of keys) statuses.push((await ask({ message: 'Hello', page: '/' }, key, other)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(202), 429]);
    // What was sent answers as before, and others are not bounded by it.
    expect((await ask({ message: 'Hello', page: '/' }, keys[0], other)).status).toBe(202);
    expect((await ask({ message: 'Hello', page: '/' })).status).toBe(202);
  });
});
