import { Service, signal } from '@angular/core';

export interface SnackbarMessage {
  text: string;
  action?: { label: string; run: () => void };
}

/** Time to read and to reach for "Undo"; it stops while the pointer or the focus is on the message. */
const SHOWN_MS = 7000;

/** One short message at the bottom of the screen; a newer one takes its place. */
@Service()
export class Snackbar {
  readonly #message = signal<SnackbarMessage | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly message = this.#message.asReadonly();

  show(message: SnackbarMessage): void {
    this.#message.set(message);
    this.resume();
  }

  /** Keeps the message while somebody is about to use it. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  resume(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.dismiss(), SHOWN_MS);
  }

  act(): void {
    const message = this.#message();
    this.dismiss();
    message?.action?.run();
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.#message.set(null);
  }
}
