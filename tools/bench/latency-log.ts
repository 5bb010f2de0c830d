import { percentile } from './measure.js';

/** How long requests took, by what they were for. */
export class LatencyLog {
  private readonly taken = new Map<string, number[]>();

  /** Bound, so that it can be handed on. */
  readonly record = (step: string, milliseconds: number): void => {
    const known = this.taken.get(step);
    if (known === undefined) this.taken.set(step, [milliseconds]);
    else known.push(milliseconds);
  };

  get count(): number {
    return this.all().length;
  }

  /** Of all requests together. */
  percentile(share: number): number {
    return percentileOf(this.all(), share);
  }

  /** One line a step, in the order in which the steps were first taken. */
  table(): string {
    const width = Math.max(...[...this.taken.keys()].map(({ length }) => length));
    return [...this.taken]
      .map(([step, values]) => {
        const [half, most, last] = [0.5, 0.99, 1].map((share) => percentileOf(values, share).toFixed(0));
        return `  ${step.padEnd(width)}  ${String(values.length).padStart(5)} ×  p50 ${half} ms, p99 ${most} ms, slowest ${last} ms`;
      })
      .join('\n');
  }

  private all(): number[] {
    return [...this.taken.values()].flat();
  }
}

const percentileOf = (values: readonly number[], share: number): number =>
  percentile({ milliseconds: values.toSorted((one, other) => one - other) }, share);
