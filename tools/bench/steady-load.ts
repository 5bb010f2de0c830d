import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Starts work at an even rate, whether or not what began before has ended: people do not wait for each other.
 *
 * @param perSecond how often
 * @param seconds for how long
 * @param begin started, not waited for; `index` counts from 0
 * @returns when all of it has ended
 */
export async function steadily(
  perSecond: number,
  seconds: number,
  begin: (index: number) => Promise<void>,
): Promise<void> {
  const count = Math.round(perSecond * seconds);
  const started = performance.now();
  const begun: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1) {
    const wait = started + (index * 1000) / perSecond - performance.now();
    // What is late by now begins at once; the rate is kept on average.
    if (wait > 0) await sleep(wait);
    begun.push(begin(index));
  }
  await Promise.all(begun);
}
