import type { CertificateData, CertificateTemplate, PageFormat } from '../certificate-data.js';
import { type ChromiumProcess } from '../chromium/chromium-process.js';
import { pageCount, reproducible } from '../document/pdf-document.js';
import { renderHtml, sessionCount } from '../document/render-html.js';
import { RendererBusyError, RenderFailedError, RenderTimeoutError } from '../renderer.errors.js';
import type { CompiledTemplate } from '../template/compile-template.js';
import { BrowserKeeper } from './browser-keeper.js';
import type { RenderJob, RenderOptions } from './render-job.js';
import { RenderLane } from './render-lane.js';
import { type RendererPoolOptions, type ResolvedPoolOptions, resolvedOptions } from './renderer-options.js';

export interface RendererHealth {
  /** `degraded`: no browser at the moment, a new one is being started. */
  state: 'stopped' | 'starting' | 'ready' | 'degraded' | 'closed';
  /** Process of the browser that draws new documents. */
  pid: number | undefined;
  pages: number;
  busy: number;
  queued: number;
  rendered: number;
  failed: number;
  /** How often Chromium died or was ended because it hung. */
  restarts: number;
  /** Resident megabytes of the browser at the last look; unknown outside Linux. */
  memoryMb: number | undefined;
  lastError: string | undefined;
}

export interface RenderCertificateRequest extends RenderOptions {
  template: CertificateTemplate | { source: CompiledTemplate; format: PageFormat };
  data: CertificateData;
}

export interface RenderedCertificate {
  bytes: Buffer;
  pages: number;
}

/**
 * Turns documents into PDF on a few warm pages of one Chromium. A browser that dies or hangs is replaced and the
 * document tried once more; more documents than the queue holds are refused rather than collected.
 */
export class RendererPool {
  private readonly options: ResolvedPoolOptions;
  private readonly keeper: BrowserKeeper;
  private readonly lanes: readonly RenderLane[];
  private readonly queue: RenderJob[] = [];
  private readonly idleListeners: (() => void)[] = [];
  private phase: 'stopped' | 'starting' | 'running' | 'closing' | 'closed' = 'stopped';
  /** Settles when the lanes stand on the newest browser. */
  private warm: Promise<unknown> = Promise.resolve();
  private rendered = 0;
  private failed = 0;

  constructor(options: RendererPoolOptions = {}) {
    this.options = resolvedOptions(options);
    this.lanes = Array.from({ length: this.options.pages }, () => new RenderLane());
    this.keeper = new BrowserKeeper({
      executablePath: this.options.executablePath,
      noSandbox: this.options.noSandbox,
      recycleAfterPages: this.options.recycleAfterPages,
      maxMemoryMb: this.options.maxHeapMb,
      logger: this.options.logger,
      onBrowser: (browser) => this.adopt(browser),
    });
  }

  /** Starts Chromium and warms its pages. @throws ChromiumNotFoundError, SandboxRequiredError, or Error when it does not start. */
  async start(): Promise<void> {
    if (this.phase !== 'stopped') return;
    this.phase = 'starting';
    try {
      await this.keeper.start();
      this.phase = 'running';
      await this.warm;
    } catch (error) {
      this.phase = 'stopped';
      throw error;
    }
  }

  /**
   * A certificate's PDF and its number of pages.
   * @throws TemplateError for the template's faults, otherwise as `render`.
   */
  async renderCertificate(request: RenderCertificateRequest): Promise<RenderedCertificate> {
    const { template, data, ...options } = request;
    const html = await renderHtml(template.source, data, template.format);
    const extraTimeMs = timeForSessions(sessionCount(data));
    const bytes = await this.render(html, template.format, { extraTimeMs, ...options });
    return { bytes, pages: pageCount(bytes) };
  }

  /**
   * The PDF of a document made by `renderHtml`.
   * @throws RendererBusyError when the queue is full or the pool is closed; RenderTimeoutError;
   *   RenderFailedError when it failed on a second browser too; the signal's reason when aborted.
   */
  async render(html: string, format: PageFormat, options: RenderOptions = {}): Promise<Buffer> {
    const { signal, createdAt } = options;
    signal?.throwIfAborted();
    if (this.phase !== 'running') throw new RendererBusyError('The renderer is not running.', 5);
    if (this.busyLanes() + this.queue.length >= this.lanes.length + this.options.maxQueue) {
      throw new RendererBusyError(`${this.queue.length} documents are waiting already.`, 5);
    }
    const bytes = await this.enqueue(html, format, options);
    return createdAt ? reproducible(bytes, createdAt) : bytes;
  }

  health(): RendererHealth {
    const running = this.keeper.current ? 'ready' : 'degraded';
    return {
      state: this.phase === 'running' ? running : this.phase === 'closing' ? 'closed' : this.phase,
      pid: this.keeper.current?.pid,
      pages: this.lanes.length,
      busy: this.busyLanes(),
      queued: this.queue.length,
      rendered: this.rendered,
      failed: this.failed,
      restarts: this.keeper.restarts,
      memoryMb: this.keeper.memoryMb,
      lastError: this.keeper.lastError,
    };
  }

  /** Refuses new documents, finishes those it has, and ends Chromium; after `graceMs` it ends it anyway. */
  async close(graceMs = 10_000): Promise<void> {
    if (this.phase === 'running' && (this.busyLanes() > 0 || this.queue.length > 0)) {
      this.phase = 'closing';
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, graceMs);
        this.idleListeners.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    this.phase = 'closed';
    for (const job of this.queue.splice(0)) job.reject(new RendererBusyError('The renderer was closed.', 5));
    await this.keeper.close();
  }

  private enqueue(
    html: string,
    format: PageFormat,
    { scope, signal, extraTimeMs = 0 }: RenderOptions,
  ): Promise<Buffer> {
    return new Promise<Buffer>((resolve, reject) => {
      const leave = (error: Error): void => {
        const place = this.queue.indexOf(job);
        if (place >= 0) this.queue.splice(place, 1);
        settle();
        reject(error);
      };
      const aborted = (): void => leave(asError(signal?.reason));
      const timer = setTimeout(() => {
        if (this.queue.includes(job)) leave(new RendererBusyError('No page became free in time.', 5));
      }, this.options.queueTimeoutMs);
      timer.unref();
      const settle = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', aborted);
      };
      const job: RenderJob = {
        html,
        format,
        scope,
        signal,
        extraTimeMs,
        crashes: 0,
        resolve: (pdf) => {
          settle();
          resolve(pdf);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      };
      signal?.addEventListener('abort', aborted, { once: true });
      this.queue.push(job);
      this.pump();
    });
  }

  /** Gives waiting documents to free lanes, each to the lane that suits it best. */
  private pump(): void {
    const browser = this.keeper.current;
    while (browser && this.queue[0]) {
      const { scope } = this.queue[0];
      const [lane] = this.lanes
        .filter(({ state }) => state === 'idle')
        .sort((one, other) => other.suits(scope) - one.suits(scope));
      if (!lane) return;
      const job = this.queue.shift();
      if (job) void this.run(lane, job, browser);
    }
    if (this.queue.length === 0 && this.busyLanes() === 0)
      for (const listener of this.idleListeners.splice(0)) listener();
  }

  private async run(lane: RenderLane, job: RenderJob, browser: ChromiumProcess): Promise<void> {
    lane.state = 'busy';
    try {
      const pdf = await lane.print(job, browser, this.options.renderTimeoutMs + job.extraTimeMs);
      this.rendered += 1;
      job.resolve(pdf);
      void this.keeper.documentDone();
    } catch (error) {
      // A page that hangs goes alone; a browser that does not even answer that goes as a whole.
      if (!(await lane.abandon())) await this.keeper.endHung(browser);
      this.failedOrAgain(job, browser, asError(error));
    }
    await this.ready(lane);
  }

  /** A browser's death is not the document's fault the first time; one that we ended never is. */
  private failedOrAgain(job: RenderJob, browser: ChromiumProcess, error: Error): void {
    const mayTryAgain = !(error instanceof RenderTimeoutError);
    if (mayTryAgain && !job.signal?.aborted) {
      if (!browser.isEnding) job.crashes += 1;
      if (job.crashes <= 1) {
        this.queue.unshift(job);
        return;
      }
    }
    this.failed += 1;
    if (error instanceof RenderTimeoutError) job.reject(error);
    else
      job.reject(
        new RenderFailedError(`The document could not be drawn: ${error.message}`, { cause: error }),
      );
  }

  /** Warms a lane for its next document, on the newest browser even if that changes meanwhile. */
  private async ready(lane: RenderLane): Promise<void> {
    lane.state = 'preparing';
    let prepared: ChromiumProcess | undefined;
    while (this.keeper.current && this.keeper.current !== prepared) {
      const browser = this.keeper.current;
      try {
        await lane.prepare(browser);
        prepared = browser;
      } catch (error) {
        this.options.logger.info({ err: error }, 'A page could not be made ready');
        // With a new browser the loop goes on; without one, `adopt` comes back to this lane.
        if (this.keeper.current === browser) await browser.end();
      }
    }
    lane.state = prepared ? 'idle' : 'empty';
    this.keeper.endRetired((browser) => this.lanes.some((other) => other.browser === browser));
    this.pump();
  }

  private adopt(browser: ChromiumProcess): void {
    this.options.logger.info({ pid: browser.pid }, 'Chromium started');
    const free = this.lanes.filter(({ state }) => state === 'empty' || state === 'idle');
    this.warm = Promise.all(free.map((lane) => this.ready(lane)));
  }

  private busyLanes(): number {
    return this.lanes.filter(({ state }) => state === 'busy').length;
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

/** Chromium takes about 2 ms for a line of the list, more under load; ten thousand lines get a minute. */
const timeForSessions = (sessions: number): number => Math.min(60_000, sessions * 6);
