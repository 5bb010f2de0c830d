import { percentile } from './measure.js';

/** How long requests took, by what they were for. */
export class LatencyLog {
  private readonly byStep = new Map<string, number[]>();

  /** Bound, so that it can be handed on. */
  readonly record = (step: string, milliseconds: number): void => {
    const known = this.byStep.get(step);
    if (known === undefined) this.byStep.set(step, [milliseconds]);
    else known.push(milliseconds);
  };

  /** Takes in what another log has taken down. */
  add(taken: Readonly<Record<string, readonly number[]>>): void {
    for (const [step, values] of Object.entries(taken)) for (const value of values) this.record(step, value);
  }

  /** Milliseconds by step, for another log. */
  get taken(): Readonly<Record<string, readonly number[]>> {
    return Object.fromEntries(this.byStep);
  }

  get count(): number {
    return this.all().length;
  }

  /** Of all requests together. */
  percentile(share: number): number {
    return percentileOf(this.all(), share);
  }

  /** One line a step, in the order in which the steps were first taken. */
  table(): string {
    const width = Math.max(...[...this.byStep.keys()].map(({ length }) => length));
    return [...this.byStep]
      .map(([step, values]) => {
        const [half, most, last] = [0.5, 0.99, 1].map((share) => percentileOf(values, share).toFixed(0));
        return `  ${step.padEnd(width)}  ${String(values.length).padStart(5)} ×  p50 ${half} ms, p99 ${most} ms, slowest ${last} ms`;
      })
      .join('\n');
  }

  private all(): number[] {
    return [...this.byStep.values()].flat();
  }
}

const percentileOf = (values: readonly number[], share: number): number =>
  percentile({ milliseconds: values.toSorted((one, other) => one - other) }, share);
