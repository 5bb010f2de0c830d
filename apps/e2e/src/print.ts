import type { Page } from 'playwright-core';
import { holds } from './visit.js';

interface Spy {
  printed: string[];
  opened: string[];
}

/**
 * Presses "Print" and answers which file was printed: on a wide screen the PDF in a frame of its own, as browsers with a
 * viewer have it; on a phone in a window from which the person prints.
 */
export async function printedFile(page: Page, press: () => Promise<void>): Promise<string> {
  // The test's browser has no viewer for PDFs: a page stands in for it, in the frame alone.
  await page.route(/\/api\/certificates\/[^/]+\/file/, (route) =>
    route.request().resourceType() === 'document' && route.request().frame() !== page.mainFrame()
      ? route.fulfill({ contentType: 'text/html', body: '<p>The certificate</p>' })
      : route.continue(),
  );
  await page.evaluate(WATCH);
  await press();
  await holds(page, 'window.spy.opened.length > 0 || window.spy.printed.length > 0');
  const spy: Spy = await page.evaluate('window.spy');
  if (spy.printed.length > 0 && page.frames().length < 2) throw new Error('Nothing was framed');
  await page.unroute(/\/api\/certificates\/[^/]+\/file/);
  return [...spy.printed, ...spy.opened].map((address) => new URL(address, page.url()).pathname).join(' ');
}

/** Runs in the page: notes what is printed and opened, and is a browser that shows PDFs itself. */
const WATCH = `
  window.spy = { printed: [], opened: [] };
  Object.defineProperty(navigator, 'pdfViewerEnabled', { value: true, configurable: true });
  window.open = (address) => { window.spy.opened.push(String(address)); return null; };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof HTMLIFrameElement) {
      node.addEventListener('load', () => {
        node.contentWindow.print = () => window.spy.printed.push(node.contentWindow.location.href);
      }, { capture: true });
    }
  }).observe(document.body, { childList: true });
`;
