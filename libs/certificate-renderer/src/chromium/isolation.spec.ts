import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startedPool } from '../../test/pool-for-tests.js';
import { readPdf, squeezed } from '../../test/read-pdf.js';
import { renderHtml, type RendererPool, sampleCertificateData } from '../index.js';

const format = { size: 'Letter', orientation: 'portrait' } as const;
const secret = 'the-contents-of-a-file';
const redPixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

let pool: RendererPool;
let server: Server;
let folder: string;
let remote = '';
const requests: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laurel-isolation-'));
  await writeFile(join(folder, 'secret.txt'), secret);
  await writeFile(join(folder, 'secret.html'), `<p>${secret}</p>`);
  await writeFile(join(folder, 'secret.png'), Buffer.from(redPixel, 'base64'));
  server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.setHeader('access-control-allow-origin', '*').end(secret);
  });
  server.on('connection', () => requests.push('connection'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
  remote = `http://127.0.0.1:${address.port}`;
  pool = await startedPool({ pages: 2 });
});

afterAll(async () => {
  await pool.close();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const file = (name: string): string => pathToFileURL(join(folder, name)).href;

/** What a hostile template might write; `R` stands for the server, `F` for the folder. */
const attacks = {
  'a remote image': '<img src="R/image"><img srcset="R/image 1x">',
  'a remote background': '<p style="background:url(R/background);list-style-image:url(R/list)">x</p>',
  'a remote style sheet':
    '<link rel="stylesheet" href="R/style"><style>@import "R/import"; @import url(R/import2);</style>',
  'a remote font': '<style>@font-face{font-family:X;src:url(R/font)} p{font-family:X}</style><p>text</p>',
  'hints to fetch':
    '<link rel="prefetch" href="R/a"><link rel="preconnect" href="R"><link rel="dns-prefetch" href="R"><link rel="preload" as="image" href="R/b"><link rel="icon" href="R/c">',
  'remote SVG': '<svg><image href="R/image"/><use href="R/use#a"/><style>@import "R/x";</style></svg>',
  'a remote frame': '<iframe src="R/frame"></iframe><object data="R/object"></object><embed src="R/embed">',
  'remote media':
    '<video src="R/video" autoplay poster="R/poster"></video><audio src="R/audio" autoplay></audio>',
  'a base address': '<base href="R/"><img src="relative">',
  'a refresh': '<meta http-equiv="refresh" content="0;url=R/refresh">',
  'a form': '<form action="R/form"><input autofocus></form>',
  'an image file': '<img src="F/secret.png">',
  'a file in a frame':
    '<iframe src="F/secret.html"></iframe><object data="F/secret.txt"></object><embed src="F/secret.txt">',
  'a refresh to a file': '<meta http-equiv="refresh" content="0;url=F/secret.html">',
  'a style sheet file': '<link rel="stylesheet" href="F/secret.txt"><style>@import "F/secret.txt";</style>',
  'a script': '<script>document.body.textContent="hacked"; fetch("R/script")</script>',
  'a module': '<script type="module">import("R/module"); document.body.textContent="hacked"</script>',
  'event handlers':
    '<img src="x" onerror="document.body.textContent=\'hacked\'"><svg onload="document.body.textContent=\'hacked\'"></svg>',
  'a script address': '<iframe src="javascript:parent.document.body.textContent=\'hacked\'"></iframe>',
  'a script in an image': `<img src="data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("R/svg")</script><image href="R/inner"/></svg>')}">`,
  'an inline document':
    "<iframe srcdoc=\"<p>inline</p><script>fetch('R/srcdoc')</script><img src='R/srcdoc-image'>\"></iframe>",
  'names of our own tools':
    '<img name="fonts"><form name="querySelectorAll"></form><form id="documentElement"></form><img name="createElement"><p data-fit>name</p>',
} as const;

/** With our policy in the head as `renderHtml` writes it, and without, so that each wall is seen to hold alone. */
const heads = {
  'behind its policy': async () =>
    (await renderHtml('<p></p>', sampleCertificateData(), format)).replace(/<body.*$/s, '<body>'),
  'without its policy': () => Promise.resolve('<!doctype html><html><head><title>t</title></head><body>'),
};

describe.each(Object.entries(heads))('a document %s', (_, head) => {
  it.each(Object.entries(attacks))('with %s reaches nothing', async (_name, markup) => {
    const body = markup
      .replaceAll('R/', `${remote}/`)
      .replaceAll('"R"', `"${remote}"`)
      .replaceAll('F/', `${file('')}/`);
    const bytes = await pool.render(`${await head()}<p>still here</p>${body}</body></html>`, format, {
      scope: 'one',
    });
    const read = await readPdf(bytes);
    const text = squeezed(read.text.join(''));
    expect(text).toContain('stillhere');
    expect(text).not.toContain('hacked');
    expect(text).not.toContain(secret);
    expect(bytes.toString('latin1')).not.toMatch(/\/Width 1\s\/Height 1\b/);
    expect(read.hasJavaScript).toBe(false);
  });
});

describe('the server beside it all', () => {
  it('saw no connection, even a moment later', async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(requests).toEqual([]);
  });

  it('would have seen one', async () => {
    await fetch(remote);
    expect(requests).toEqual(['connection', 'GET /']);
  });
});

describe('documents one after the other', () => {
  it('leave nothing behind, within a scope and across scopes', async () => {
    for (const scope of ['one', 'one', 'two', undefined, 'one']) {
      const word = `word-${Math.random().toString(36).slice(2)}`;
      const html = `<html><head><title>${word}</title><style>p::after{content:"${word}"}</style></head><body><p>${word}</p>`;
      const read = await readPdf(await pool.render(html, format, { scope }));
      expect(read.title).toBe(word);
      const after = await readPdf(await pool.render('<html><body><p>clean</p>', format, { scope }));
      expect([after.title, squeezed(after.text.join(''))]).toEqual(['undefined', 'clean']);
    }
  });

  it('still have an image that is part of the document', async () => {
    const bytes = await pool.render(`<p>x</p><img src="data:image/png;base64,${redPixel}">`, format);
    expect(bytes.toString('latin1')).toMatch(/\/Width 1\s\/Height 1\b/);
  });
});
