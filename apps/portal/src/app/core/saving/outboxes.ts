import { Service } from '@angular/core';

/** Something whose changes may not have reached the server yet. */
export interface KeptChanges {
  /** For a sentence that says what is not saved yet. */
  readonly label: string;
  /** Sends what there is; resolves to true when the server has all of it. */
  settled(): Promise<boolean>;
}

/** Whatever saves in this visit: for "Save & Log Out", which leaves only when nothing is left behind. */
@Service()
export class Outboxes {
  readonly #all: KeptChanges[] = [];

  register(outbox: KeptChanges): void {
    this.#all.push(outbox);
  }

  /** Sends everything; resolves to the labels of what the server still does not have. */
  async settled(): Promise<string[]> {
    const left = await Promise.all(
      this.#all.map(async (outbox) => ((await outbox.settled()) ? [] : [outbox.label])),
    );
    return [...new Set(left.flat())];
  }
}
