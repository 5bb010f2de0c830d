import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accentPalette, renderHtml, renderSheet, sampleCertificateData, sheetPolicy } from '../index.js';
import { contrastOnWhite } from './accent-palette.js';
import { qrCodeSvg } from './qr-code.js';

const format = { size: 'A4', orientation: 'landscape' } as const;

function contrast(hex: string): number {
  const channel = (start: number): number => Number.parseInt(hex.slice(start, start + 2), 16);
  return contrastOnWhite([channel(1), channel(3), channel(5)]);
}

describe('the accent', () => {
  it('can be read on white, whatever colour a tenant chose', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (colour) => {
        const palette = accentPalette(`#${colour.toString(16).padStart(6, '0')}`);
        // A rounded channel may cost some thousandths of the ratio.
        expect(contrast(palette.ink)).toBeGreaterThan(6.9);
        expect(contrast(palette.strong)).toBeGreaterThan(4.45);
      }),
    );
  });

  it('keeps a colour that is dark enough, and reads the short form', () => {
    expect(accentPalette('#1a2b3c').ink).toBe('#1a2b3c');
    expect(accentPalette('#123').ink).toBe('#112233');
  });

  it.each([undefined, '', 'red', '#12', '#12345g', 'url(x)', '#fff;}</style>'])(
    'is neutral for %s',
    (accent) => {
      expect(accentPalette(accent)).toEqual(accentPalette('#1f3a4d'));
    },
  );
});

describe('the document', () => {
  it('starts with its policy, before anything a tenant wrote', async () => {
    const html = await renderHtml('<p>{{learner.name}}</p>', sampleCertificateData(), format);
    expect(html).toMatch(
      /^<!doctype html><html [^>]+><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'/,
    );
    expect(html).toContain('<p>José Ángel Okafor</p></body></html>');
  });

  it('takes title, head and language as data, never as markup', async () => {
    const hostile = '"></style></title><script>x</script>';
    const data = sampleCertificateData({ title: hostile, runningHead: hostile, language: hostile });
    const html = await renderHtml('<p>{{title}}</p>', data, format);
    expect(html).not.toContain('<script');
    expect(html).toContain('<html lang="en"');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });

  it.each([
    ['en-US', 'ltr'],
    ['ar-EG', 'rtl'],
    ['he', 'rtl'],
  ])('in %s runs %s', async (language, direction) => {
    const html = await renderHtml('', sampleCertificateData({ language }), format);
    expect(html).toContain(`<html lang="${language}" dir="${direction}"`);
  });

  it('knows its paper', async () => {
    const html = await renderHtml(
      '{{page.size}} {{page.isLandscape}} {{sessionCount}}',
      sampleCertificateData(),
      format,
    );
    expect(html).toContain('A4 true 14</body>');
    expect(html).toContain('@page { size: 11.6929in 8.2677in; margin: 0; }');
    expect(html).toContain('size: 8.2677in 11.6929in; margin: 1.05in');
  });
});

describe('a sheet for the screen', () => {
  const template = { source: '<main class="sheet">{{activity.title}}{{sessionCount}}</main>', format };
  const part = (title: string) => ({
    ...sampleCertificateData(),
    activity: { ...sampleCertificateData().activity, title },
  });
  const data = sampleCertificateData({ parts: [part('First'), part('Second')] });

  it('is the body that is printed, one certificate of it, and our script alone', async () => {
    const printed = await renderHtml(template.source, sampleCertificateData(), format);
    const body = (html: string) => /<main.*<\/main>/s.exec(html)?.[0];
    expect(body((await renderSheet(template, sampleCertificateData())) ?? '')).toBe(body(printed));
    expect(body((await renderSheet(template, data, 2)) ?? '')).toContain('Second14');
    expect(await renderSheet(template, data, 3)).toBeNull();
  });

  it('lets a browser run that script and no other, in an origin of its own', async () => {
    const html = (await renderSheet(template, data)) ?? '';
    const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => script);
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256')
      .update(scripts[0] ?? '')
      .digest('base64');
    expect(sheetPolicy).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; " +
        `script-src 'sha256-${hash}'; sandbox allow-scripts; frame-ancestors 'self'`,
    );
    expect(html).toContain(`script-src 'sha256-${hash}'`);
  });
});

describe('a QR code', () => {
  it('is one path, and refuses what could not be scanned', () => {
    expect(qrCodeSvg('https://example.org/verify/1')).toMatch(
      /^<svg class="qr" viewBox="0 0 29 29" .*<path fill="currentColor" d="M0 0h7v1h-7z/,
    );
    expect(() => qrCodeSvg('')).toThrow('needs an address');
    expect(() => qrCodeSvg('x'.repeat(301))).toThrow('at most 300');
  });
});
