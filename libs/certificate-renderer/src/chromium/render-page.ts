import type { PageFormat } from '../certificate-data.js';
import { sheetInches } from '../page-format.js';
import type { ChromiumProcess } from './chromium-process.js';
import { isRecord, stringIn } from './devtools-pipe.js';
import { fitDocumentExpression } from './fit-document.js';

/** The renderer process of a page died in mid-document. */
export class PageCrashedError extends Error {
  override readonly name = 'PageCrashedError';
}

/** Nobody looks at the page: a window of a few pixels spares rastering it for a screen, a quarter of the work. */
const unseenWindow = { width: 8, height: 8, deviceScaleFactor: 1, mobile: false };

/**
 * A page in a browser context of its own, without JavaScript, storage, downloads, network or files. One document
 * is printed, then `renew` gives it a new document in a new renderer process, or the page is disposed of.
 */
export class RenderPage {
  readonly browser: ChromiumProcess;
  private readonly contextId: string;
  private readonly frameId: string;
  private readonly sessionId: string;
  private reportCrash: ((error: Error) => void) | undefined;

  private constructor(browser: ChromiumProcess, contextId: string, frameId: string, sessionId: string) {
    this.browser = browser;
    this.contextId = contextId;
    this.frameId = frameId;
    this.sessionId = sessionId;
  }

  static async open(browser: ChromiumProcess): Promise<RenderPage> {
    const { devtools } = browser;
    const context = await devtools.send('Target.createBrowserContext', { disposeOnDetach: true });
    const browserContextId = stringIn(context, 'browserContextId');
    const target = await devtools.send('Target.createTarget', { url: 'about:blank', browserContextId });
    // The main frame of a page target carries the target's id.
    const targetId = stringIn(target, 'targetId');
    const attached = await devtools.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new RenderPage(browser, browserContextId, targetId, stringIn(attached, 'sessionId'));
    await page.close();
    return page;
  }

  /** Takes away everything a page could reach out with. */
  private async close(): Promise<void> {
    const { devtools } = this.browser;
    devtools.listen(this.sessionId, 'Fetch.requestPaused', ({ requestId }) => {
      // "Aborted" also stops a navigation without an error page taking the document's place.
      this.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => undefined);
    });
    devtools.listen(this.sessionId, 'Inspector.targetCrashed', () => {
      this.reportCrash?.(new PageCrashedError('The renderer process died.'));
    });
    await Promise.all([
      this.send('Emulation.setScriptExecutionDisabled', { value: true }),
      this.send('Emulation.setEmulatedMedia', { media: 'print' }),
      this.send('Emulation.setDeviceMetricsOverride', unseenWindow),
      this.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      this.send('Inspector.enable'),
      devtools.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId: this.contextId }),
    ]);
  }

  /**
   * Prints a document to PDF: tagged, with outline, on the paper that its `@page` rules name (`format` otherwise).
   * @throws PageCrashedError, DevToolsClosedError when the browser ends, DevToolsCommandError.
   */
  async print(html: string, format: PageFormat): Promise<Buffer> {
    const crashed = new Promise<never>((_, reject) => {
      this.reportCrash = reject;
    });
    try {
      return await Promise.race([this.printDocument(html, format), crashed]);
    } finally {
      this.reportCrash = undefined;
    }
  }

  private async printDocument(html: string, format: PageFormat): Promise<Buffer> {
    await this.send('Page.setDocumentContent', { frameId: this.frameId, html });
    const fitted = await this.send('Runtime.evaluate', {
      expression: fitDocumentExpression,
      awaitPromise: true,
    });
    if (isRecord(fitted['exceptionDetails'])) {
      throw new PageCrashedError(`Fitting failed: ${JSON.stringify(fitted['exceptionDetails'])}`);
    }
    const sheet = sheetInches(format);
    const printed = await this.send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      paperWidth: sheet.width,
      paperHeight: sheet.height,
      marginTop: 0,
      marginBottom: 0,
      marginLeft: 0,
      marginRight: 0,
    });
    return Buffer.from(stringIn(printed, 'data'), 'base64');
  }

  /** A new, empty document in a new renderer process; what the last document did is gone. */
  async renew(): Promise<void> {
    await this.send('Page.navigate', { url: 'about:blank' });
  }

  /** Ends the page with its context. Also ends a renderer that hangs. */
  async dispose(): Promise<void> {
    await this.browser.devtools.send('Target.disposeBrowserContext', { browserContextId: this.contextId });
  }

  private send(method: string, parameters: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    return this.browser.devtools.send(method, parameters, this.sessionId);
  }
}
