import { DOCUMENT, inject, Service, signal } from '@angular/core';

const LOOK_AGAIN_MS = 4000;

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

  /** Resolves when the browser says that the network is back, or a few seconds later: its word is not always true. */
  mayBeBack(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#window?.removeEventListener('online', done);
        resolve();
      };
      const timer = setTimeout(done, LOOK_AGAIN_MS);
      this.#window?.addEventListener('online', done);
    });
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
