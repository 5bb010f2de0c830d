/** What tells a process to finish what it has begun and end. SIGINT is turned into the first (`watchTime`). */
export const STOP_SIGNALS: NodeJS.Signals[] = ['SIGTERM', 'SIGHUP'];
