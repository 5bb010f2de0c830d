import { DOCUMENT, inject, Service, signal } from '@angular/core';

/** Whether the server can be reached, from the browser's word and from how our own requests fare. */
@Service()
export class Connection {
  readonly #window = inject(DOCUMENT).defaultView;
  readonly #isOnline = signal(this.#window?.navigator.onLine ?? true);
  readonly #isServerBusy = signal(false);

  readonly isOnline = this.#isOnline.asReadonly();
  /** The server asked to wait (503 with Retry-After); we are trying again by ourselves. */
  readonly isServerBusy = this.#isServerBusy.asReadonly();

  constructor() {
    this.#window?.addEventListener('online', () => this.#isOnline.set(true));
    this.#window?.addEventListener('offline', () => this.#isOnline.set(false));
  }

  answered(): void {
    this.#isOnline.set(true);
    this.#isServerBusy.set(false);
  }

  unreachable(): void {
    this.#isOnline.set(false);
  }

  askedToWait(): void {
    this.#isServerBusy.set(true);
  }
}
