import { performance } from 'node:perf_hooks';

export interface Samples {
  /** Per run, ascending. */
  readonly milliseconds: readonly number[];
}

export const percentile = ({ milliseconds }: Samples, share: number): number => {
  const index = Math.min(milliseconds.length - 1, Math.floor(milliseconds.length * share));
  const value = milliseconds[index];
  if (value === undefined) throw new Error('There is nothing to take a percentile of');
  return value;
};

export const p50 = (samples: Samples) => percentile(samples, 0.5);

/** The middle one of any values. */
export const median = (values: readonly number[]): number =>
  p50({ milliseconds: values.toSorted((one, other) => one - other) });

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await run();
  return performance.now() - started;
};

/**
 * Runs the two alternately, so that a slow moment of the machine falls on both. The first tenth of the rounds
 * only warms up.
 *
 * @param settle waits, unmeasured, for what a run leaves going on
 */
export async function alternate(
  rounds: number,
  subject: () => Promise<unknown>,
  baseline: () => Promise<unknown>,
  settle: () => Promise<unknown> = async () => undefined,
): Promise<{ subject: Samples; baseline: Samples }> {
  const taken = { subject: [] as number[], baseline: [] as number[] };
  const warmUp = Math.max(2, Math.ceil(rounds / 10));
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const first = round % 2 === 0;
    const one = await timed(first ? subject : baseline);
    await settle();
    const other = await timed(first ? baseline : subject);
    await settle();
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

/** What is run, and how many of it are under way at once. */
export interface Load {
  readonly concurrency: number;
  run(index: number): Promise<unknown>;
}

/**
 * Throughput of the two in alternating rounds, each the median of its own. The first round only warms up.
 *
 * @param options.rounds the warm-up not counted
 * @param options.runs per round and side; `index` never repeats on a side
 */
export async function alternateThroughput(
  { rounds, runs }: { rounds: number; runs: number },
  subject: Load,
  baseline: Load,
): Promise<{ subject: number; baseline: number }> {
  const taken = { subject: [] as number[], baseline: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const sides = [
      { load: subject, into: taken.subject },
      { load: baseline, into: taken.baseline },
    ];
    for (const { load, into } of round % 2 === 0 ? sides : sides.reverse()) {
      const rate = await throughput(runs, load.concurrency, (index) => load.run(round * runs + index));
      if (round > 0) into.push(rate);
    }
  }
  return { subject: median(taken.subject), baseline: median(taken.baseline) };
}

/**
 * CPU time per run of something synchronous; the first quarter of the runs only warms up.
 *
 * @param prepare makes what one run works on, unmeasured; not all at once, or collecting it would be measured too
 */
export function cpuMilliseconds<Input>(
  runs: number,
  prepare: () => Input,
  run: (input: Input) => void,
): Samples {
  const taken = Array.from({ length: runs }, () => {
    const input = prepare();
    const before = process.cpuUsage();
    run(input);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return { milliseconds: taken.slice(Math.floor(runs / 4)).sort((a, b) => a - b) };
}
