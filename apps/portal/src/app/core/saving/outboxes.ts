import { Service, type Signal } from '@angular/core';

/** Something whose changes may not have reached the server yet. */
export interface KeptChanges {
  readonly label: string;
  readonly hasChanges: Signal<boolean>;
  settled(): Promise<boolean>;
}

/** All outboxes of this visit: for "Save & Log Out", which leaves only when nothing is left behind. */
@Service()
export class Outboxes {
  readonly #all: KeptChanges[] = [];

  register(outbox: KeptChanges): void {
    this.#all.push(outbox);
  }

  /** Sends everything; resolves to the labels of what the server still does not have. */
  async settled(): Promise<string[]> {
    await Promise.all(this.#all.map((outbox) => outbox.settled()));
    return this.#all.filter((outbox) => outbox.hasChanges()).map(({ label }) => label);
  }
}
