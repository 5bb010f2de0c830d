import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is no longer undefined; fails, saying for what it waited. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  milliseconds = 15_000,
): Promise<T> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`Waited ${milliseconds} ms in vain for: ${what}`);
    await sleep(50);
  }
}
