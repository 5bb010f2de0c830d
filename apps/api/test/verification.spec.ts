import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CertificateViewDto } from '../src/certificates/dto/certificate-view.dto.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange } from './testing-claims.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;
let inAlpha: CertificateViewDto;
let inBeta: CertificateViewDto;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await app.createTenant('beta');
  for (const society of [alpha, beta]) await arrange(app, society);
  const learners = [await Learner.signIn(app, alpha), await Learner.signIn(app, beta)];
  for (const learner of learners) await learner.submit('to-be-verified', [0, 2]);
  const certificates = await Promise.all(learners.map((learner) => learner.issue('cme')));
  const [first, second] = certificates;
  if (first === undefined || second === undefined) throw new Error('There are two certificates');
  [inAlpha, inBeta] = [first, second];
}, 90_000);
afterAll(() => app.stop());

const verify = (slug: string, code: string) =>
  app.client(slug).get(`/api/verifications/${encodeURIComponent(code)}`);

describe('verifying a certificate', () => {
  it('shows exactly what the certificate itself says', async () => {
    const { status, body } = await verify('alpha', inAlpha.verificationCode);
    expect(status).toBe(200);
    expect(body).toEqual({
      state: 'valid',
      number: inAlpha.number,
      title: 'CME Certificate',
      name: 'Chidi Okafor',
      credentials: 'MD',
      provider: 'Society alpha',
      activity: {
        title: 'Annual Meeting of Society alpha',
        dates: expect.stringMatching(/^April 23\s–\s26, 2026$/),
        place: 'Boston',
        format: 'Live activity',
      },
      credits: [{ amount: '2.00', unit: 'AMA PRA Category 1 Credits™', isItalic: true }],
      parts: [],
      issuedOn: expect.stringMatching(/^\w+ \d+, \d{4}$/),
      endedAt: null,
      supersededBy: null,
    });
  });

  it('reads the code as people type it', async () => {
    const typed = ` ${inAlpha.verificationCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `;
    expect((await verify('alpha', typed)).body).toMatchObject({ number: inAlpha.number });
  });

  it('knows nothing of another society’s code, of a guess, or of what is no code', async () => {
    for (const code of [
      inBeta.verificationCode,
      inAlpha.number,
      inAlpha.id,
      '0000-0000-0000-0000',
      "' or 1=1 --",
      'x'.repeat(190),
    ]) {
      const { status, body } = await verify('alpha', code);
      expect([code, status]).toEqual([code, 404]);
      expect(body).toMatchObject({ code: 'not_found' });
    }
    expect((await verify('beta', inBeta.verificationCode)).body).toMatchObject({ provider: 'Society beta' });
  });

  it('says that a certificate was revoked, and keeps quiet about one that was never issued', async () => {
    await app.inspect(`update certificates set state = 'revoked' where id = $1`, [inBeta.id]);
    expect((await verify('beta', inBeta.verificationCode)).body).toMatchObject({ state: 'revoked' });
    for (const state of ['issuing', 'failed']) {
      await app.inspect(`update certificates set state = $2 where id = $1`, [inBeta.id, state]);
      expect((await verify('beta', inBeta.verificationCode)).status).toBe(404);
    }
    await app.inspect(`update certificates set state = 'issued' where id = $1`, [inBeta.id]);
  });

  it('slows down who tries many', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 130; tries += 1)
      statuses.push((await verify('beta', '0000-0000-0000-0000')).status);
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    // Everything else goes on as before.
    expect((await app.client('beta').get('/api/tenant')).status).toBe(200);
  }, 30_000);
});
