import { createContext, Script } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';

// The thread of a `TimeWatch`. It imports nothing of ours, so that it also runs from its source.

/** Milliseconds. */
const LOOKS_EVERY = 25;
const ORDERS_AGAIN_AFTER = 1_000;
/** Outside of the room nobody catches a signal that comes when the work has just ended by itself. */
const PATIENCE_OUTSIDE = 1_000;

// eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- from `TimeWatch.begin`, and nobody else
const { memory, places } = workerData as {
  memory: Int32Array<SharedArrayBuffer>;
  places: Record<'current' | 'limit' | 'ordered' | 'settled' | 'never', number>;
};

/** The work that was seen last, and since when it is seen; 0 where none is. */
let seen = 0;
let since = 0;
/** Whether a signal that we sent may still be under way. */
const order = { isUnderWay: false };
let isReady = false;

/**
 * Looks at what the main thread does. A signal goes to whoever entered a script last, so in the room nobody may be at
 * work who entered before: then this leaves the room at once, and comes back when the main thread does nothing.
 */
function look(isInRoom: boolean): void {
  // From inside: a signal that comes now is caught.
  if (!isReady) parentPort?.postMessage('ready');
  isReady = true;
  if (isInRoom && Atomics.load(memory, places.current) !== 0) return;
  for (;;) {
    Atomics.wait(memory, places.never, 0, LOOKS_EVERY);
    const now = performance.now();
    const work = Atomics.load(memory, places.current);
    order.isUnderWay = false;
    if (work === 0 && !isInRoom) return;
    const patience = Atomics.load(memory, places.limit) + (isInRoom ? 0 : PATIENCE_OUTSIDE);
    if (work !== seen) {
      seen = work;
      since = now;
    } else if (work !== 0 && now - since >= patience) {
      since += ORDERS_AGAIN_AFTER;
      order.isUnderWay = true;
      Atomics.store(memory, places.ordered, work);
      process.kill(process.pid, 'SIGINT');
    }
  }
}

const room = createContext({ look });
const enter = new Script('look(true)');
for (;;) {
  try {
    enter.runInContext(room, { breakOnSigint: true, displayErrors: false });
  } catch (error) {
    if (!(typeof error === 'object' && error !== null && 'code' in error)) throw error;
    if (error.code !== 'ERR_SCRIPT_EXECUTION_INTERRUPTED') throw error;
    // Ours came when the work was just done. Any other is somebody's wish that the process end.
    if (order.isUnderWay) Atomics.store(memory, places.settled, Atomics.load(memory, places.ordered));
    else parentPort?.postMessage('stop');
  }
  look(false);
}
