import { shareOut, type Hundredths } from '@laurel/credit';
import type { Adjustment, LineView } from '@laurel/plugin-kit';

/**
 * What the adjustments so far left of each line. A total that sinks must sink somewhere: an adjustment's own shares
 * come first, then the offerings it names in proportion to what they have left, then all lines of the credit type.
 * So no line falls below zero, and the lines always add up to the running total.
 */
export class LineShares {
  readonly #lines: readonly LineView[];
  readonly #left: Hundredths[];

  constructor(lines: readonly LineView[]) {
    this.#lines = lines;
    this.#left = lines.map(({ amount }) => amount);
  }

  /** The lines with what is left of them, in their order. */
  counted(): readonly LineView[] {
    return Object.freeze(
      this.#lines.map((line, index) => {
        const amount = this.#left[index] ?? 0;
        return amount === line.amount ? line : Object.freeze({ ...line, amount });
      }),
    );
  }

  adjust({ creditType, delta, offeringIds, shares = {} }: Adjustment): void {
    const own = this.#indexesOf((line) => line.creditType === creditType);
    const named = own.filter((index) => offeringIds.includes(this.#offeringId(index)));
    if (delta > 0) {
      const [first] = named.length > 0 ? named : own;
      if (first !== undefined) this.#left[first] = (this.#left[first] ?? 0) + delta;
      return;
    }
    let open = -delta;
    for (const index of own) {
      const share = -(shares[this.#offeringId(index)] ?? 0);
      open -= this.#take(index, Math.min(open, share));
    }
    open = this.#takeFrom(named, open);
    this.#takeFrom(own, open);
  }

  /** Takes up to `amount` from some lines, in proportion to what they have left; answers what could not be taken. */
  #takeFrom(indexes: readonly number[], amount: Hundredths): Hundredths {
    const left = indexes.map((index) => this.#left[index] ?? 0);
    const taken = Math.min(
      amount,
      left.reduce((sum, one) => sum + one, 0),
    );
    if (taken <= 0) return amount;
    const shares = shareOut(taken, left);
    for (const [position, index] of indexes.entries()) this.#take(index, shares[position] ?? 0);
    return amount - taken;
  }

  #take(index: number, amount: Hundredths): Hundredths {
    const left = this.#left[index] ?? 0;
    const taken = Math.max(0, Math.min(left, amount));
    this.#left[index] = left - taken;
    return taken;
  }

  #offeringId(index: number): string {
    return this.#lines[index]?.offering.id ?? '';
  }

  #indexesOf(isWanted: (line: LineView) => boolean): number[] {
    return this.#lines.flatMap((line, index) => (isWanted(line) ? index : []));
  }
}
