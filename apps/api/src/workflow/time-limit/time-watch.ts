import { once } from 'node:events';
import type { Context, Script } from 'node:vm';
import { Worker } from 'node:worker_threads';

const entry = new URL(
  import.meta.url.endsWith('.ts') ? './watching-thread.ts' : './watching-thread.js',
  import.meta.url,
);
/** Where in the memory of both threads what is. Work has a number; 0 is none. */
const places = {
  /** The work under way. */
  current: 0,
  /** How long it may take; milliseconds. */
  limit: 1,
  /** The work that was last ordered to end. */
  ordered: 2,
  /** The last order that is settled: it found its work, or came too late for it. */
  settled: 3,
  /** Waited on, never written. */
  never: 4,
} as const;
const MOST_NUMBERS = 0x7fff_ffff;

/** How work that was cut off came to it. */
export type Interruption = 'late' | 'mistaken' | 'asked-to-stop';

/**
 * Ends synchronous work that takes too long, for microseconds instead of the third of a millisecond, and under load
 * the several milliseconds, that `timeout` of node:vm costs: that begins and ends a thread each time. Here one thread
 * watches for as long as the process lives and sends the process SIGINT, which `breakOnSigint` makes an end of the
 * script that runs. So this process must not listen to SIGINT itself; what comes from outside is handed on.
 */
export class TimeWatch {
  private readonly memory: Int32Array<SharedArrayBuffer>;
  private lastNumber = 0;
  private isOver = false;

  private constructor(private readonly stop: () => void) {
    this.memory = new Int32Array(
      new SharedArrayBuffer(Object.keys(places).length * Int32Array.BYTES_PER_ELEMENT),
    );
  }

  /** @param stop called when the process is asked by SIGINT to end */
  static async begin(stop: () => void): Promise<TimeWatch> {
    const watch = new TimeWatch(stop);
    const thread = new Worker(entry, {
      workerData: { memory: watch.memory, places },
      // Nothing of how the program was begun concerns it.
      execArgv: [],
    });
    await once(thread, 'message');
    thread.on('message', stop);
    thread.on('error', (error) => process.emitWarning(String(error)));
    thread.on('exit', () => {
      watch.isOver = true;
      // Nobody else hears of it now.
      process.on('SIGINT', stop);
    });
    thread.unref();
    return watch;
  }

  /** False when the thread has ended, and while somebody else listens to the signal. */
  get isAwake(): boolean {
    return !this.isOver && process.listenerCount('SIGINT') === 0;
  }

  /**
   * Runs a script in its room.
   *
   * @param limit milliseconds; what takes longer ends up to a tenth of a second later
   * @returns why it was cut off; undefined when it came to its end
   * @throws what the script throws
   */
  run(script: Script, room: Context, limit: number): Interruption | undefined {
    const { memory } = this;
    const outer = [Atomics.load(memory, places.current), Atomics.load(memory, places.limit)] as const;
    this.lastNumber = (this.lastNumber % MOST_NUMBERS) + 1;
    const number = this.lastNumber;
    this.begin(number, limit);
    try {
      script.runInContext(room, { breakOnSigint: true, displayErrors: false });
      return undefined;
    } catch (error) {
      if (!isInterruption(error)) throw error;
      return this.reasonFor(number);
    } finally {
      this.begin(...outer);
    }
  }

  private begin(number: number, limit: number): void {
    Atomics.store(this.memory, places.limit, limit);
    Atomics.store(this.memory, places.current, number);
  }

  private reasonFor(number: number): Interruption {
    const ordered = Atomics.load(this.memory, places.ordered);
    // Settled orders are no reason any more: somebody else sent this signal.
    if (ordered === Atomics.exchange(this.memory, places.settled, ordered)) {
      this.stop();
      return 'asked-to-stop';
    }
    return ordered === number ? 'late' : 'mistaken';
  }
}

const isInterruption = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED';
