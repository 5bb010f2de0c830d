import type { Fault, IoHost, IoStage } from '@laurel/plugin-kit';
import { isError } from '../../problem/is-error.js';
import { withinTime } from '../time-limit/time-limit.js';
import type { IoCall, IoOutcome } from '../workflow.types.js';

/**
 * Runs one I/O stage with a time limit. The plugin's signal is aborted when the time is up or the process shuts
 * down, and its answer no longer waited for, whether it heeds the signal or not.
 */
export const runIoStage = async <Answer>(
  plugin: string,
  stage: IoStage,
  { http, now, timeoutMs, signal: shutdown }: IoCall,
  call: (host: IoHost) => Promise<Answer> | undefined,
  check: (answer: unknown) => Fault,
): Promise<IoOutcome<Answer>> => {
  const controller = new AbortController();
  const signal = shutdown === undefined ? controller.signal : AbortSignal.any([controller.signal, shutdown]);
  const timer = setTimeout(() => {
    controller.abort(new Error(`the plugin took longer than ${String(timeoutMs)} ms`));
  }, timeoutMs);
  try {
    const answer = await Promise.race([abortion(signal), started(call, { http, now, signal })]);
    const wrong = check(answer);
    if (wrong === null && answer !== undefined) return { status: 'answered', answer };
    return { status: 'failed', fault: { plugin, stage, detail: wrong ?? 'there is no answer', count: 1 } };
  } catch (cause) {
    const detail = isError(cause) ? cause.message : 'the plugin threw';
    return { status: 'failed', fault: { plugin, stage, detail, cause, count: 1 } };
  } finally {
    clearTimeout(timer);
    controller.abort(new Error('the stage is over'));
  }
};

/**
 * Calls the plugin such that throwing at once and rejecting later are the same. What it does before it first waits
 * is interrupted like a decision; the time it may wait is another.
 */
const started = async <Answer>(
  call: (host: IoHost) => Promise<Answer> | undefined,
  host: IoHost,
): Promise<Answer | undefined> => withinTime(() => call(host));

const abortion = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const fail = (): void => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('the call was aborted'));
    };
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
