import type { EventEmitter } from 'node:events';

/** Where it is told; a logger of Nest. */
interface Told {
  error(entry: { msg: string; err?: Error }): void;
}

/**
 * Keeps the process going when a promise is rejected that nobody waits for, and says so in the log. A plugin that
 * begins an outside request and drops it would otherwise end the process for every society, and the job that is
 * tried again would end the next one.
 *
 * @param events the process
 */
export function surviveStrayRejections(events: EventEmitter, logger: Told): void {
  events.on('unhandledRejection', (reason: unknown) => {
    logger.error({
      msg: 'A promise was rejected that nobody waited for',
      ...(reason instanceof Error ? { err: reason } : {}),
    });
  });
}
