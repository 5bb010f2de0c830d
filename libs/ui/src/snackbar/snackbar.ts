import { Service, signal } from '@angular/core';

export interface SnackbarMessage {
  text: string;
  action?: { label: string; run: () => void };
  /** Something was refused that had been on its way: told on the next page too, when that opens in the meantime. */
  goesAlong?: boolean;
}

/** Time to read and to reach for "Undo"; it stops while the pointer or the focus is on the message. */
const SHOWN_MS = 7000;

/** One short message at the bottom of the screen; a newer one takes its place. */
@Service()
export class Snackbar {
  readonly #message = signal<SnackbarMessage | null>(null);
  readonly #heldBy = new Set<'pointer' | 'focus'>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly message = this.#message.asReadonly();

  show(message: SnackbarMessage): void {
    this.#message.set(message);
    this.#countDown();
  }

  /** Keeps the message while somebody is about to use it. */
  hold(by: 'pointer' | 'focus'): void {
    this.#heldBy.add(by);
    clearTimeout(this.#timer);
  }

  release(by: 'pointer' | 'focus'): void {
    if (this.#heldBy.delete(by)) this.#countDown();
  }

  act(): void {
    const message = this.#message();
    this.dismiss();
    message?.action?.run();
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.#heldBy.clear();
    this.#message.set(null);
  }

  /** Another page is there: what was said of the last one goes, and what came along goes with the next. */
  pageChanged(): void {
    const message = this.#message();
    if (message?.goesAlong === true) this.#message.set({ ...message, goesAlong: false });
    else this.dismiss();
  }

  #countDown(): void {
    clearTimeout(this.#timer);
    if (this.#message() === null || this.#heldBy.size > 0) return;
    this.#timer = setTimeout(() => this.dismiss(), SHOWN_MS);
  }
}
