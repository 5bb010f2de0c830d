import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, type TestApp, startTestApp } from './testing-app.js';
import { claimSomething } from './claim-something.js';
import { Learner, arrange } from './testing-claims.js';
import type { TestClient } from './testing-client.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;
let gamma: Society;
let learner: TestClient;
let othersClaim: string;
let ownClaim: string;
const clock = new TestClock();

beforeAll(async () => {
  app = await startTestApp({ clock });
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  gamma = await app.createTenant('gamma');
  await arrange(app, gamma);
  ({ claimId: ownClaim } = await claimSomething(app.tenants, alpha));
  ({ claimId: othersClaim } = await claimSomething(app.tenants, beta));
  learner = app.client('alpha');
  await learner.signIn('100001', 'Okafor');
}, 60_000);
afterAll(() => app.stop());

const ask = (body: object, key = crypto.randomUUID(), client = learner) =>
  client.post('/api/support-requests', body, { headers: { 'idempotency-key': key } });
const mails = (slug = 'alpha') =>
  app.inspect<{ to: string; reply_to: string; subject: string; body: string }>(
    `select m."to", m.reply_to, m.subject, m.body from mails m join tenants t on t.id = m.tenant_id
     where t.slug = $1 and m.key like 'support-request:%' order by m.id`,
    [slug],
  );
/** The part of the society’s last mail that says why the claim stands as it does. */
const trailTold = async (slug: string): Promise<string[]> => {
  const lines = (await mails(slug)).at(-1)?.body.split('\n') ?? [];
  const start = lines.indexOf('Why the claim stands as it does:');
  return start === -1 ? [] : lines.slice(start + 1, lines.indexOf('', start));
};

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

describe('the decisions in the mail to the desk', () => {
  const sessions = (count: number) => `- ${String(count)} sessions are in your Cart of Society gamma.`;
  const window = expect.stringMatching(
    /^- You can claim until Monday, August 31, 2099 at 5:00 PM EDT\. That is [\d,]+ days from now\.$/,
  );
  const overlap =
    '- You were in two rooms at once on Thu, Apr 23 from 9:00 AM to 10:00 AM. That time counts once. ' +
    'If you were in only one of them, remove the others from your Cart of Society gamma.';

  it('are those of the draft, in the words in which the learner is told them', async () => {
    const other = await Learner.signIn(app, gamma);
    await other.add(0, 1, 2);
    expect((await ask({ message: 'Why so few?', page: '/cart' }, undefined, other.client)).status).toBe(202);
    expect(await trailTold('gamma')).toEqual([
      overlap,
      sessions(3),
      window,
      '- I took part in these sessions. Confirm this to submit your claim.',
    ]);
  });

  it('are those of the submitted claim as it was decided, whatever is in the cart since', async () => {
    const other = await Learner.signIn(app, gamma, '100002', 'Lindqvist');
    const { claim } = await other.submit('support-trail', [0, 1]);
    const asSubmitted = [
      overlap,
      sessions(2),
      window,
      '- You confirmed: “I took part in these sessions”.',
      '- Only other professions may claim credit using a certificate of participation. A CME certificate is ready for you.',
    ];
    const about = { message: 'Why?', page: '/claim' };
    expect((await ask(about, undefined, other.client)).status).toBe(202);
    expect(await trailTold('gamma')).toEqual(asSubmitted);
    await other.add(2, 3);
    expect((await ask({ ...about, claimId: claim.id }, undefined, other.client)).status).toBe(202);
    expect(await trailTold('gamma')).toEqual(asSubmitted);
    expect((await ask(about, undefined, other.client)).status).toBe(202);
    expect(await trailTold('gamma')).toContain(sessions(4));
  });
});
