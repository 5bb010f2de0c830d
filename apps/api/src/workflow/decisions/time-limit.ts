import { createContext, Script } from 'node:vm';

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
    /** Whether the time was spent waiting for a processor, as on a machine that stood still, not working. */
    readonly wasStalled: boolean,
  ) {
    super(`took longer than ${String(limitMilliseconds)} ms`);
  }
}

/** What is to be done within the time; written here, since a context keeps what is written into it for long. */
let job: (() => void) | undefined;
const room = createContext({ work: () => job?.() });
const enter = new Script('work()');

/**
 * Does synchronous work and interrupts it when the time is up, wherever it is: V8 ends loops, regular expressions
 * and functions called from them alike. Costs a fifth of a millisecond, so it is put around whole decisions
 * (docs/adr/0008-interrupted-decisions.md).
 *
 * @throws TimeIsUp, or what the work throws
 */
export const withinTime = <Result>(work: () => Result, limit = DECISION_LIMIT_MILLISECONDS): Result => {
  let outcome: { readonly result: Result } | undefined;
  job = () => {
    outcome = { result: work() };
  };
  const before = process.threadCpuUsage();
  try {
    // What the work throws is its own and stays as it is.
    enter.runInContext(room, { timeout: limit, displayErrors: false });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    const { user, system } = process.threadCpuUsage(before);
    throw new TimeIsUp(limit, (user + system) / 1_000 < limit / 2);
  } finally {
    // Nothing of one tenant stays within reach of the next.
    job = undefined;
  }
  if (outcome === undefined) throw new Error('The work did not come to an end');
  return outcome.result;
};

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
