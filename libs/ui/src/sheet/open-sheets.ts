import { Service } from '@angular/core';

/** The sheets that stand over the page and may be waved away, the topmost last. */
@Service()
export class OpenSheets {
  readonly #closers: (() => void)[] = [];

  /** @returns how to say that it is closed */
  opened(close: () => void): () => void {
    this.#closers.push(close);
    return () => {
      const at = this.#closers.indexOf(close);
      if (at >= 0) this.#closers.splice(at, 1);
    };
  }

  /** Closes the topmost. @returns whether there was one */
  closeTopmost(): boolean {
    const close = this.#closers.pop();
    close?.();
    return close !== undefined;
  }
}
