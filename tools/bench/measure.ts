import { performance } from 'node:perf_hooks';

export interface Samples {
  /** Milliseconds per run, ascending. */
  readonly milliseconds: readonly number[];
}

export const percentile = ({ milliseconds }: Samples, share: number): number => {
  const index = Math.min(milliseconds.length - 1, Math.floor(milliseconds.length * share));
  const value = milliseconds[index];
  if (value === undefined) throw new Error('There is nothing to take a percentile of');
  return value;
};

export const p50 = (samples: Samples) => percentile(samples, 0.5);

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await run();
  return performance.now() - started;
};

/**
 * Runs the two alternately, so that a slow moment of the machine falls on both. The first tenth of the rounds
 * only warms up.
 */
export async function alternate(
  rounds: number,
  subject: () => Promise<unknown>,
  baseline: () => Promise<unknown>,
): Promise<{ subject: Samples; baseline: Samples }> {
  const taken = { subject: [] as number[], baseline: [] as number[] };
  const warmUp = Math.max(2, Math.ceil(rounds / 10));
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const first = round % 2 === 0;
    const one = await timed(first ? subject : baseline);
    const other = await timed(first ? baseline : subject);
    if (round < warmUp) continue;
    taken.subject.push(first ? one : other);
    taken.baseline.push(first ? other : one);
  }
  const sorted = (values: number[]): Samples => ({ milliseconds: values.sort((a, b) => a - b) });
  return { subject: sorted(taken.subject), baseline: sorted(taken.baseline) };
}

/** Runs per second with `concurrency` of them under way at once. */
export async function throughput(
  runs: number,
  concurrency: number,
  run: (index: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (next < runs) {
        const index = next;
        next += 1;
        await run(index);
      }
    }),
  );
  return runs / ((performance.now() - started) / 1000);
}
