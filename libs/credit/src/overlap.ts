import type { Hundredths } from './amount.js';

/** A session with its time, in epoch milliseconds, and the credit it offers. `to` is exclusive. */
export interface CreditedInterval {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly credit: Hundredths;
}

/** One stretch of time in which the learner was in several rooms at once. */
export interface OverlapCut {
  /** Every session of that stretch, in order of start, then end, then credit, then id. */
  readonly ids: readonly string[];
  /** The session whose credit counts for the stretch. */
  readonly keptId: string;
  readonly from: number;
  readonly to: number;
  /** What the other sessions lose for the stretch; always positive. */
  readonly deducted: Hundredths;
}

export interface OverlapCount {
  readonly total: Hundredths;
  readonly deducted: Hundredths;
  /** In order of time. Their deductions add up to `deducted` exactly. */
  readonly cuts: readonly OverlapCut[];
}

/**
 * Counts time once. AMA PRA: simultaneous sessions count once toward the maximum, a learner cannot earn in two
 * rooms at a time. For every moment the session with the highest credit per minute counts and the others lose
 * their share. Sessions that merely touch do not overlap; a session without length counts whole.
 *
 * Within a group of sessions that hang together a fraction of a hundredth is dropped from the total, so adding
 * a session never lowers it. The result does not depend on the order of the intervals.
 */
export const countOverlapsOnce = (intervals: readonly CreditedInterval[]): OverlapCount => {
  const earning = intervals.filter(({ credit }) => credit > 0);
  const selected = earning.reduce((sum, { credit }) => sum + credit, 0);
  const timed = earning.filter(({ from, to }) => to > from).sort(byTime);
  const cuts = clustersOf(timed).flatMap(cutCluster);
  const deducted = cuts.reduce((sum, cut) => sum + cut.deducted, 0);
  return { total: selected - deducted, deducted, cuts };
};

const byTime = (a: CreditedInterval, b: CreditedInterval): number =>
  a.from - b.from || a.to - b.to || b.credit - a.credit || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Groups of sorted intervals that are connected by overlaps; a lone session makes no group. */
const clustersOf = (sorted: readonly CreditedInterval[]): readonly CreditedInterval[][] => {
  const clusters: CreditedInterval[][] = [];
  let end = -Infinity;
  for (const interval of sorted) {
    const current = clusters.at(-1);
    if (current !== undefined && interval.from < end) current.push(interval);
    else clusters.push([interval]);
    end = Math.max(end, interval.to);
  }
  return clusters.filter(({ length }) => length > 1);
};

interface Stretch {
  readonly present: readonly CreditedInterval[];
  readonly kept: CreditedInterval;
  readonly from: number;
  to: number;
}

const cutCluster = (cluster: readonly CreditedInterval[]): readonly OverlapCut[] => {
  const denominator = leastCommonMultiple(cluster.map(({ from, to }) => to - from));
  const cuts: OverlapCut[] = [];
  // Rounding the running sum up, instead of each part, makes the whole parts add up to the whole sum.
  let running = 0n;
  let rounded = 0n;
  for (const { present, kept, from, to } of stretchesOf(cluster)) {
    for (const loser of present) {
      if (loser === kept) continue;
      const perMillisecond = (BigInt(loser.credit) * denominator) / BigInt(loser.to - loser.from);
      running += perMillisecond * BigInt(to - from);
    }
    const next = (running + denominator - 1n) / denominator;
    const deducted = Number(next - rounded);
    rounded = next;
    if (deducted > 0) cuts.push({ ids: present.map(({ id }) => id), keptId: kept.id, from, to, deducted });
  }
  return cuts;
};

/** The stretches of a cluster in which the same several sessions run, in order of time. */
const stretchesOf = (cluster: readonly CreditedInterval[]): readonly Stretch[] => {
  const moments = [...new Set(cluster.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  for (const [index, from] of moments.entries()) {
    const to = moments[index + 1];
    if (to === undefined) break;
    const present = cluster.filter((session) => session.from <= from && session.to >= to);
    if (present.length < 2) continue;
    stretches.push({ present, kept: present.reduce(higherRate), from, to });
  }
  return stretches;
};

/** The one that earns more per minute; the first in order when equal. */
const higherRate = (a: CreditedInterval, b: CreditedInterval): CreditedInterval =>
  b.credit * (a.to - a.from) > a.credit * (b.to - b.from) ? b : a;

const leastCommonMultiple = (lengths: readonly number[]): bigint =>
  lengths.reduce((multiple, length) => {
    const value = BigInt(length);
    return (multiple / greatestCommonDivisor(multiple, value)) * value;
  }, 1n);

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let [left, right] = [a, b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
};
