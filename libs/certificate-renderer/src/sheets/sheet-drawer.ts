import { Worker } from 'node:worker_threads';
import { RenderFailedError, RenderTimeoutError, TemplateError } from '../renderer.errors.js';
import type { SheetReply, SheetRequest } from './sheet-message.js';

/** A design is drawn in some ten milliseconds; the most that a template may ask for takes about a second. */
const DRAWN_WITHIN_MS = 3_000;
const MOST_MEMORY_MB = 256;
const entry = new URL(
  import.meta.url.endsWith('.ts') ? './sheet-thread.ts' : './sheet-thread.js',
  import.meta.url,
);

/**
 * Draws sheets in a thread of its own, so that a template keeps nobody waiting who wants no sheet. One at a time: who
 * asks for more at once waits here, without a bound; whoever calls bounds that. The thread is begun when it is first
 * needed, ended when a sheet takes too long, and begun anew for the next one.
 */
export class SheetDrawer {
  readonly #limitMs: number;
  #thread: Promise<Worker> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** @param limitMs milliseconds that one sheet may take */
  constructor(limitMs = DRAWN_WITHIN_MS) {
    this.#limitMs = limitMs;
  }

  /**
   * The same as `renderSheet`.
   *
   * @returns `null` when there is no such part
   * @throws TemplateError when the template is refused or exceeds its bounds; RenderTimeoutError when it takes too long;
   *   RenderFailedError when the thread ended
   */
  draw(request: SheetRequest): Promise<string | null> {
    const turn = this.#last.then(() => this.#drawNow(request));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    await this.#end();
  }

  async #drawNow(request: SheetRequest): Promise<string | null> {
    this.#thread ??= begun();
    const thread = await this.#thread.catch((error: unknown) => {
      this.#thread = null;
      throw error;
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new RenderTimeoutError(`The sheet took longer than ${String(this.#limitMs)} ms.`));
      }, this.#limitMs);
    });
    const reply = replyOf(thread);
    thread.ref();
    thread.postMessage(request);
    try {
      return htmlOf(await Promise.race([reply, late]));
    } catch (error) {
      if (!(error instanceof TemplateError)) await this.#end();
      throw error;
    } finally {
      clearTimeout(timer);
      thread.unref();
    }
  }

  async #end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.then(
      (worker) => worker.terminate(),
      () => undefined,
    );
  }
}

/** A thread that has loaded everything, so that loading counts for no sheet. */
async function begun(): Promise<Worker> {
  const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
  await replyOf(worker);
  worker.unref();
  return worker;
}

/** @throws RenderFailedError when the thread ends instead */
function replyOf(worker: Worker): Promise<SheetReply> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      worker.off('message', said).off('error', failed).off('exit', ended);
    };
    const said = (reply: SheetReply) => {
      leave();
      resolve(reply);
    };
    const failed = (error: unknown) => {
      leave();
      // The last of them may come when nobody waits any more.
      worker.on('error', () => undefined);
      reject(new RenderFailedError('The thread that draws sheets ended.', { cause: error }));
    };
    const ended = () => {
      failed(undefined);
    };
    worker.on('message', said).on('error', failed).on('exit', ended);
  });
}

function htmlOf(reply: SheetReply): string | null {
  if (reply.kind === 'drawn') return reply.html;
  if (reply.kind === 'refused' && reply.code !== null) throw new TemplateError(reply.code, reply.message);
  throw new RenderFailedError(reply.kind === 'refused' ? reply.message : 'The thread began twice.');
}
