import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClaimPreviewDto } from '../src/claims/dto/claim-history.dto.js';
import { CertificateTemplatesService } from '../src/certificates/certificate-templates.service.js';
import type { SheetDto } from '../src/certificates/dto/certificate-view.dto.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, bodyOf } from './testing-claims.js';
import { download } from './testing-pdf.js';
import { createSociety, type Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let beta: Society;
let learner: Learner;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  beta = await createSociety(app.tenants, 'beta');
  await arrange(app, alpha);
  await arrange(app, beta);
  learner = await Learner.signIn(app, alpha);
}, 90_000);
afterAll(() => app.stop());

const look = async (by: Learner, url: string, headers: Record<string, string> = {}) => {
  const file = await download(app.port, by.client, url, headers);
  return { ...file, html: file.bytes.toString('utf8') };
};

/** What a reader sees of it. */
const words = (html: string) =>
  (/<body.*<\/body>/s.exec(html)?.[0] ?? '')
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the sheet of a certificate', () => {
  it('is seen before the claim as it will be printed, without number and code', async () => {
    await learner.add(0, 2);
    const { documents } = bodyOf<ClaimPreviewDto>(await learner.client.get(learner.path('claim/preview')));
    const [cme] = documents;
    expect(cme?.sheet).toMatchObject({ width: 11, height: 8.5 });
    const { status, headers, html } = await look(learner, cme?.sheet?.url ?? '');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; .*script-src 'sha256-[^']+'; sandbox allow-scripts; frame-ancestors 'self'$/,
      ),
    });
    expect(words(html)).toContain('Chidi Okafor');
    expect(words(html)).toContain('2.00');
    expect(words(html)).toContain('for a maximum of 21.75 credits');
    expect(words(html)).toContain('Certificate Preview');
    const other = `${learner.path('claim/preview/sheet')}?document=cme&part=2`;
    expect((await look(learner, other)).status).toBe(404);
    expect((await look(learner, `${learner.path('claim/preview/sheet')}?document=nothing`)).status).toBe(404);
  });

  it('shows a name while it is typed, as text', async () => {
    const sheet = bodyOf<SheetDto>(await learner.client.get(learner.path('claim/name-sheet')));
    const name = encodeURIComponent('<b>山田</b> "Æ"');
    const { status, html } = await look(learner, `${sheet.url}?displayName=${name}&credentials=MD`);
    expect(status).toBe(200);
    expect(html).toContain('&lt;b&gt;山田&lt;/b&gt; &quot;Æ&quot;');
    expect(words(html)).not.toContain('2.00');
    const isPage = { 'sec-fetch-dest': 'document' };
    expect((await look(learner, `${sheet.url}?displayName=A`, isPage)).status).toBe(404);
    const isFramed = { 'sec-fetch-dest': 'iframe' };
    expect((await look(learner, `${sheet.url}?displayName=A`, isFramed)).status).toBe(200);
    expect((await look(learner, `${sheet.url}?displayName=${'x'.repeat(201)}`)).status).toBe(400);
  });

  it('says what the certificate says, is kept by the browser, and is nobody else’s', async () => {
    const { revision } = await learner.cart();
    await learner.trySubmit('a-sheet-of-ones-own', { revision, isAttested: true });
    const certificate = await learner.issue('cme');
    const url = certificate.sheet?.url ?? '';
    const { headers, html } = await look(learner, url);
    for (const fact of [certificate.number, certificate.verificationCode, 'Chidi Okafor', 'AMA PRA']) {
      expect(words(html)).toContain(fact);
    }
    const again = await look(learner, url, { 'if-none-match': String(headers['etag']) });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    expect((await look(learner, `${url}?part=2`)).status).toBe(404);
    expect((await look(learner, `${url}?part=0`)).status).toBe(400);
    for (const stranger of [
      await Learner.signIn(app, alpha, '100002', 'Lindqvist'),
      await Learner.signIn(app, beta),
    ]) {
      expect((await look(stranger, url)).status).toBe(404);
    }
  }, 60_000);
});

describe('a society’s design that takes long to draw', () => {
  it('keeps no other society waiting', async () => {
    const code = '{{qr "https://example.org/abcdefghijklmnopqrstuvwxyz/abcdefghijklmnopqrstuvwxyz"}}';
    const source = `<p>{{learner.name}}</p>${code.repeat(300)}`;
    await app.app
      .get(CertificateTemplatesService)
      .save({ tenant: alpha.tenant }, { key: 'classic', title: 'Heavy', source });
    const quiet = await Learner.signIn(app, beta);
    const url = `${learner.path('claim/name-sheet/page')}?displayName=A`;
    const begun = performance.now();
    const sheet = { isDrawn: false };
    const drawing = look(learner, url).finally(() => (sheet.isDrawn = true));
    const took: number[] = [];
    while (!sheet.isDrawn) {
      const before = performance.now();
      expect((await quiet.client.get(quiet.path('cart'))).status).toBe(200);
      took.push(performance.now() - before);
    }
    expect((await drawing).status).toBe(200);
    expect(took.length).toBeGreaterThan(5);
    expect(Math.max(...took)).toBeLessThan((performance.now() - begun) / 2);
  }, 60_000);
});
