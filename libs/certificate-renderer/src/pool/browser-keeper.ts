import { setTimeout as delay } from 'node:timers/promises';
import { ChromiumProcess, SandboxRequiredError } from '../chromium/chromium-process.js';
import { type ChromiumInstallation, findChromium } from '../chromium/find-chromium.js';
import { groupMemoryMb } from '../chromium/process-memory.js';
import { messageOf } from '../chromium/system-error.js';
import type { RendererLogger } from './renderer-options.js';

const slowestRetryMs = 5_000;
const memoryCheckMs = 2_000;

export interface BrowserKeeperOptions {
  executablePath: string | undefined;
  noSandbox: boolean;
  /** Documents after which the browser is replaced. */
  recycleAfterPages: number;
  /** Resident memory of the browser with its renderers after which it is replaced. */
  maxMemoryMb: number;
  logger: RendererLogger;
  /** Called with each new browser. */
  onBrowser(browser: ChromiumProcess): void;
}

/** Keeps one browser alive: starts it, starts it again when it dies, and replaces it before it grows old. */
export class BrowserKeeper {
  /** The browser for new pages; `undefined` while there is none. */
  current: ChromiumProcess | undefined;
  restarts = 0;
  memoryMb: number | undefined;
  lastError: string | undefined;
  private readonly options: BrowserKeeperOptions;
  private readonly alive = new Set<ChromiumProcess>();
  private installation: ChromiumInstallation | undefined;
  private documents = 0;
  private memoryCheckedAt = 0;
  private isClosed = false;
  private isReplacing = false;

  constructor(options: BrowserKeeperOptions) {
    this.options = options;
  }

  /** Starts the first browser. @throws when none can be started; later failures are retried instead. */
  async start(): Promise<void> {
    await this.launch();
  }

  /** Ends every browser, the retired ones too. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.current = undefined;
    await Promise.all([...this.alive].map((browser) => browser.end()));
  }

  /** Ends a browser that no longer answers; a new one follows by itself. */
  async endHung(browser: ChromiumProcess): Promise<void> {
    await browser.end();
  }

  /** Ends replaced browsers on which nothing is drawn any more. */
  endRetired(isUsed: (browser: ChromiumProcess) => boolean): void {
    for (const browser of this.alive) {
      if (browser !== this.current && !isUsed(browser)) void browser.end();
    }
  }

  /** Counts a document and replaces the browser when it has drawn enough or grown too large. */
  async documentDone(): Promise<void> {
    this.documents += 1;
    const isOld = this.documents >= this.options.recycleAfterPages;
    if ((isOld || (await this.isTooLarge())) && !this.isReplacing && !this.isClosed) {
      this.isReplacing = true;
      try {
        await this.launch();
      } catch (error) {
        // The old browser still works; the next document tries again.
        this.note('A replacement browser did not start', error);
      } finally {
        this.isReplacing = false;
      }
    }
  }

  private async isTooLarge(): Promise<boolean> {
    const { current } = this;
    if (!current || Date.now() - this.memoryCheckedAt < memoryCheckMs) return false;
    this.memoryCheckedAt = Date.now();
    this.memoryMb = await groupMemoryMb(current.pid);
    return this.memoryMb !== undefined && this.memoryMb > this.options.maxMemoryMb;
  }

  private async launch(): Promise<void> {
    this.installation ??= await this.findInstallation();
    const browser = await ChromiumProcess.launch({
      installation: this.installation,
      noSandbox: this.options.noSandbox,
    });
    if (this.isClosed) return browser.end();
    this.alive.add(browser);
    void browser.exited.then(() => this.ended(browser));
    this.documents = 0;
    this.current = browser;
    this.lastError = undefined;
    this.options.onBrowser(browser);
  }

  private async findInstallation(): Promise<ChromiumInstallation> {
    const { executablePath } = this.options;
    return findChromium(executablePath ? { ...process.env, CHROMIUM_PATH: executablePath } : process.env);
  }

  private ended(browser: ChromiumProcess): void {
    this.alive.delete(browser);
    if (this.current !== browser || this.isClosed) return;
    this.current = undefined;
    this.restarts += 1;
    this.note(browser.isEnding ? 'Chromium hung and was ended' : 'Chromium ended by itself');
    void this.relaunch();
  }

  private async relaunch(): Promise<void> {
    for (let waitMs = 100; !this.isClosed && !this.current; waitMs = Math.min(waitMs * 2, slowestRetryMs)) {
      try {
        await this.launch();
        return;
      } catch (error) {
        this.note('Chromium did not start', error);
        if (error instanceof SandboxRequiredError) return;
        await delay(waitMs, undefined, { ref: false });
      }
    }
  }

  private note(message: string, error?: unknown): void {
    this.lastError = error === undefined ? message : `${message}: ${messageOf(error)}`;
    this.options.logger.warn({ restarts: this.restarts, err: error }, message);
  }
}
