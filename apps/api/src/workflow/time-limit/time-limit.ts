import { createContext, Script } from 'node:vm';
import { TimeWatch } from './time-watch.js';

/**
 * How long one decision may take. A decision about a thousand offerings takes a few milliseconds; what needs this
 * long does not end.
 */
export const DECISION_LIMIT_MILLISECONDS = 500;

/** Synchronous work was cut off; none of its own `catch` and `finally` blocks ran. */
export class TimeIsUp extends Error {
  override readonly name = 'TimeIsUp';

  constructor(
    readonly limitMilliseconds: number,
    /** Whether the time was not the work's own: the machine stood still, or something else cut it off. */
    readonly wasStalled: boolean,
  ) {
    super(`took longer than ${String(limitMilliseconds)} ms`);
  }
}

/** What is to be done within the time; written here, since a context keeps what is written into it for long. */
let job: (() => void) | undefined;
const room = createContext({ work: () => job?.() });
const enter = new Script('work()');
let watch: TimeWatch | undefined;

/**
 * Has one thread watch over all work from now on, where each would begin one of its own. For programs that have the
 * process to themselves: SIGINT belongs to the watch then.
 *
 * @param stop called when SIGINT asks the process to end
 */
export async function watchTime(stop: () => void): Promise<void> {
  // There a signal to oneself is an end without more ado.
  if (process.platform === 'win32') process.on('SIGINT', stop);
  else watch ??= await TimeWatch.begin(stop);
}

/**
 * Does synchronous work and interrupts it when the time is up, wherever it is: V8 ends loops, regular expressions
 * and functions called from them alike (docs/adr/0008-interrupted-decisions.md). Without `watchTime` it costs a third
 * of a millisecond, so it is put around whole decisions.
 *
 * @throws TimeIsUp, or what the work throws
 */
export const withinTime = <Result>(work: () => Result, limit = DECISION_LIMIT_MILLISECONDS): Result => {
  let outcome: { readonly result: Result } | undefined;
  const outer = job;
  job = () => {
    outcome = { result: work() };
  };
  const before = process.threadCpuUsage();
  try {
    const interruption = watch?.isAwake === true ? watch.run(enter, room, limit) : runWithTimeout(limit);
    if (interruption !== undefined) {
      const { user, system } = process.threadCpuUsage(before);
      throw new TimeIsUp(limit, interruption !== 'late' || (user + system) / 1_000 < limit / 2);
    }
  } finally {
    // Nothing of one tenant stays within reach of the next.
    job = outer;
  }
  if (outcome === undefined) throw new Error('The work did not come to an end');
  return outcome.result;
};

function runWithTimeout(limit: number): 'late' | undefined {
  try {
    // What the work throws is its own and stays as it is.
    enter.runInContext(room, { timeout: limit, displayErrors: false });
    return undefined;
  } catch (error) {
    if (!isTimeout(error)) throw error;
    return 'late';
  }
}

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
