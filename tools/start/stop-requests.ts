/** The terminal and a forwarding parent may both pass one Ctrl-C on. */
const SAME_REQUEST_MILLISECONDS = 700;

/**
 * Calls `onStop` when this process is asked to stop (Ctrl-C, SIGTERM, a closed terminal) or when its parent is
 * gone, and `onHurry` when it is asked again.
 */
export function onStopRequest(onStop: () => void, onHurry: () => void): void {
  let first: number | undefined;
  const request = (): void => {
    const now = performance.now();
    if (first === undefined) {
      first = now;
      onStop();
    } else if (now - first > SAME_REQUEST_MILLISECONDS) {
      onHurry();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, request);
  process.on('disconnect', request);
}
