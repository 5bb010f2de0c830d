import { availableParallelism } from 'node:os';

/** The part of a pino logger that is used here. */
export interface RendererLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface RendererPoolOptions {
  /** A Chromium of your own; otherwise `findChromium` looks for one. */
  executablePath?: string;
  /** Documents drawn at once; twice the processors, at least two and at most eight, unless set. */
  pages?: number;
  /** Documents that may wait beside those; 64 unless set. */
  maxQueue?: number;
  /** Time for one document, in milliseconds; 15,000 unless set. */
  renderTimeoutMs?: number;
  /** Time a document may wait for a page, in milliseconds; 30,000 unless set. */
  queueTimeoutMs?: number;
  /** Documents after which the browser is replaced by a new one; 500 unless set. */
  recycleAfterPages?: number;
  /** Resident megabytes of the browser with all its processes after which it is replaced; 2,048 unless set. */
  maxHeapMb?: number;
  /** Runs Chromium without its sandbox. Needed as root; never set otherwise without thought. */
  noSandbox?: boolean;
  logger?: RendererLogger;
}

export type ResolvedPoolOptions = Required<Omit<RendererPoolOptions, 'executablePath'>> &
  Pick<RendererPoolOptions, 'executablePath'>;

const silent: RendererLogger = { info: () => undefined, warn: () => undefined };

export function resolvedOptions(options: RendererPoolOptions): ResolvedPoolOptions {
  return {
    executablePath: options.executablePath,
    pages: options.pages ?? Math.min(8, Math.max(2, availableParallelism() * 2)),
    maxQueue: options.maxQueue ?? 64,
    renderTimeoutMs: options.renderTimeoutMs ?? 15_000,
    queueTimeoutMs: options.queueTimeoutMs ?? 30_000,
    recycleAfterPages: options.recycleAfterPages ?? 500,
    maxHeapMb: options.maxHeapMb ?? 2_048,
    noSandbox: options.noSandbox ?? false,
    logger: options.logger ?? silent,
  };
}
