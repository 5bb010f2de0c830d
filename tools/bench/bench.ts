/** One figure against a baseline taken in the same run. Ratios mean something; milliseconds of this machine do not. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly baseline: number;
  readonly unit: 'ms' | '1/s';
  /** What `value / baseline` should be. */
  readonly goal: { readonly atMost: number } | { readonly atLeast: number };
}

export interface Bench {
  readonly name: string;
  readonly title: string;
  /** @param tell takes what is worth a line beside the figures */
  run(tell: (line: string) => void): Promise<readonly Figure[]>;
}

export const ratioOf = ({ value, baseline }: Figure) => value / baseline;

export const isMet = (figure: Figure) =>
  'atMost' in figure.goal ? ratioOf(figure) <= figure.goal.atMost : ratioOf(figure) >= figure.goal.atLeast;
