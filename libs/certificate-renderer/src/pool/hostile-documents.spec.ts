import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startedPool } from '../../test/pool-for-tests.js';
import { readPdf, squeezed } from '../../test/read-pdf.js';
import {
  designs,
  type DesignKey,
  renderHtml,
  RenderTimeoutError,
  type RendererPool,
  sampleCertificateData,
  sampleSessions,
  TemplateError,
} from '../index.js';

const format = { size: 'Letter', orientation: 'portrait' } as const;

let pool: RendererPool;
let server: Server;
let remote = '';
let connections = 0;

beforeAll(async () => {
  server = createServer((_, response) => response.end('x'));
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
  remote = `http://127.0.0.1:${address.port}`;
  // Short, so that a document which would never end is seen to end.
  pool = await startedPool({ pages: 2, renderTimeoutMs: 4_000 });
});

afterAll(async () => {
  await pool.close();
  await new Promise((resolve) => server.close(resolve));
});

const print = (source: string, data = sampleCertificateData()) =>
  pool.renderCertificate({ template: { source, format }, data, scope: 'hostile' });

/** A document that is still well. */
const isWell = async () => {
  const { bytes } = await print('<p>{{learner.name}}</p>');
  expect(squeezed((await readPdf(bytes)).text.join(''))).toBe('JoséÁngelOkafor');
};

describe('a hostile template, from its source to the PDF', () => {
  it.each([
    ['the constructor of the data', '{{constructor}}'],
    ['the constructor of a part', '{{learner.constructor.prototype}}'],
    ['a prototype that is looked up', '{{lookup learner "__proto__"}}{{lookup this "constructor"}}'],
    ['a script', '<script>document.body.textContent = "hacked"</script>'],
    ['an imported style sheet', '<style>@import "R/a.css";</style>'],
    ['an address in a style', '<style>p { background: url(R/b) }</style>'],
    ['a remote image', '<img src="R/c">'],
    ['an image file', '<img src="file:///etc/hostname">'],
    ['an address made of data', '<img src="{{learner.name}}">'],
    ['a script in an image', '<img src="data:image/svg+xml;base64,SVG">'],
    ['a script in a mark', '{{svg provider.logoSvg alt="Mark"}}'],
  ])('with %s is refused, or reaches nothing', async (_, markup) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("${remote}/d")</script><image href="${remote}/e"/></svg>`;
    const source = markup
      .replaceAll('R/', `${remote}/`)
      .replaceAll('SVG', Buffer.from(svg).toString('base64'));
    const { provider } = sampleCertificateData();
    const data = sampleCertificateData({
      learner: { name: `${remote}/f` },
      provider: { ...provider, logoSvg: svg },
    });
    const printed = await print(`<p>still here</p>${source}`, data).catch((error: unknown) => error);
    if (printed instanceof TemplateError)
      expect(printed.code).toMatch(/^template\.forbidden_(?:markup|path)$/);
    else {
      expect(printed).toMatchObject({ pages: 1 });
      const { bytes } = Object(printed);
      const read = await readPdf(bytes);
      expect([squeezed(read.text.join('')), read.hasJavaScript]).toEqual(['stillhere', false]);
    }
    expect(connections).toBe(0);
  });

  it('cannot write a hundred megabytes', async () => {
    const text = 'x'.repeat(100_000);
    const source = '{{#each sessions}}{{#each items}}{{@root.title}}{{/each}}{{/each}}';
    const data = sampleCertificateData({ title: text, sessions: sampleSessions(1_000) });
    await expect(print(source, data)).rejects.toMatchObject({ code: 'template.too_much_output' });
    await isWell();
  });

  it('cannot go over a long list again and again', async () => {
    const source =
      '{{#each sessions}}{{#each items}}{{#each @root.sessions}}{{#each items}}{{#if title}}{{/if}}{{/each}}{{/each}}{{/each}}{{/each}}';
    const data = sampleCertificateData({ sessions: sampleSessions(2_000) });
    await expect(print(source, data)).rejects.toMatchObject({ code: 'template.too_much_work' });
  });

  it.each([
    ['paper without an end', '<div style="height: 3000000in"></div>'],
    [
      'a picture that takes for ever',
      `<svg width="600" height="600"><filter id="f">${'<feTurbulence numOctaves="200"/><feMorphology radius="200"/><feGaussianBlur stdDeviation="900"/>'.repeat(60)}</filter>${'<rect width="600" height="600" filter="url(#f)"/>'.repeat(60)}</svg>`,
    ],
  ])(
    'cannot keep a page with %s: it ends in time, or is ended',
    async (_, source) => {
      const ended = await print(source).then(
        () => null,
        (error: unknown) => error,
      );
      if (ended !== null) expect(ended).toBeInstanceOf(RenderTimeoutError);
      await isWell();
    },
    30_000,
  );
});

describe('a list of ten thousand sessions', () => {
  const long = sampleCertificateData({ sessions: sampleSessions(10_000) });

  it.each(Object.keys(designs).filter((key): key is DesignKey => key in designs))(
    'is not too much for the %s design',
    async (key) => {
      const html = await renderHtml(designs[key].source, long, designs[key].defaultFormat);
      expect(html.match(/<th class="what" scope="row"/g)).toHaveLength(10_000);
    },
  );

  it('is given the time that its length needs', async () => {
    const data = sampleCertificateData({ sessions: sampleSessions(1_500) });
    const hasty = await startedPool({ pages: 1, renderTimeoutMs: 1 });
    try {
      const { pages, bytes } = await hasty.renderCertificate({
        template: { source: designs.plain.source, format: designs.plain.defaultFormat },
        data,
      });
      expect(pages).toBeGreaterThan(50);
      expect((await readPdf(bytes)).text.at(-1)).toContain('Claimed');
      await expect(
        hasty.renderCertificate({
          template: { source: '<p>x</p>', format },
          data: sampleCertificateData({ sessions: [] }),
        }),
      ).rejects.toBeInstanceOf(RenderTimeoutError);
    } finally {
      await hasty.close();
    }
  }, 60_000);
});
