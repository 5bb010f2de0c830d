import { Service, signal } from '@angular/core';

/** How often a certificate was made on this visit: whoever shows whether there is one looks again. */
@Service()
export class MadeCertificates {
  readonly #count = signal(0);
  readonly count = this.#count.asReadonly();

  made(): void {
    this.#count.update((count) => count + 1);
  }
}
