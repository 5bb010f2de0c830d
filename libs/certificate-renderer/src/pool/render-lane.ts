import { setTimeout as delay } from 'node:timers/promises';
import type { ChromiumProcess } from '../chromium/chromium-process.js';
import { RenderPage } from '../chromium/render-page.js';
import { RenderTimeoutError } from '../renderer.errors.js';
import type { RenderJob } from './render-job.js';

const disposeGraceMs = 1_500;

/** A place at which one document at a time is drawn; holds a warm page and swaps it when it may not be reused. */
export class RenderLane {
  state: 'empty' | 'preparing' | 'idle' | 'busy' = 'empty';
  private page: RenderPage | undefined;
  private scope: string | undefined;
  private isUsed = false;

  get browser(): ChromiumProcess | undefined {
    return this.page?.browser;
  }

  /** How well this lane suits a document: 2 has a context of its scope, 1 an unused one, 0 one of another scope. */
  suits(scope: string | undefined): number {
    if (!this.isUsed) return 1;
    return scope !== undefined && scope === this.scope ? 2 : 0;
  }

  /** @throws RenderTimeoutError, or what the browser's death looks like: see `RenderPage.print`. */
  async print(job: RenderJob, browser: ChromiumProcess, timeoutMs: number): Promise<Buffer> {
    const timer = new AbortController();
    const late = delay(timeoutMs, undefined, { signal: timer.signal, ref: false }).then(() => {
      throw new RenderTimeoutError(`The document was not drawn within ${timeoutMs} ms.`);
    });
    const drawn = this.draw(job, browser);
    // Whichever loses the race may still fail later, unheard.
    drawn.catch(() => undefined);
    late.catch(() => undefined);
    try {
      return await Promise.race([drawn, late]);
    } finally {
      timer.abort();
    }
  }

  private async draw(job: RenderJob, browser: ChromiumProcess): Promise<Buffer> {
    if (this.page?.browser !== browser || this.suits(job.scope) === 0) await this.replacePage(browser);
    const page = this.page ?? (await this.replacePage(browser));
    this.isUsed = true;
    this.scope = job.scope;
    return page.print(job.html, job.format);
  }

  /** Makes the page ready for the next document, on the browser that is current now. */
  async prepare(browser: ChromiumProcess): Promise<void> {
    if (this.page?.browser === browser && (!this.isUsed || this.scope !== undefined)) {
      if (this.isUsed) await this.page.renew();
      return;
    }
    await this.replacePage(browser);
  }

  /**
   * Gives the page up, after a timeout or a crash.
   * @returns false when the browser did not even answer that: it hangs as a whole.
   */
  async abandon(): Promise<boolean> {
    const { page } = this;
    this.page = undefined;
    if (!page) return true;
    const answered = page.dispose().then(
      () => true,
      () => true, // The browser is gone, and the page with it.
    );
    return Promise.race([answered, delay(disposeGraceMs, false, { ref: false })]);
  }

  private async replacePage(browser: ChromiumProcess): Promise<RenderPage> {
    const old = this.page;
    this.page = undefined;
    const page = await RenderPage.open(browser);
    this.page = page;
    this.isUsed = false;
    this.scope = undefined;
    // A context that cannot be disposed of belongs to a browser that is ending.
    old?.dispose().catch(() => undefined);
    return page;
  }
}
