import { Service, signal } from '@angular/core';

/**
 * Holds the CSRF token, and lets requests wait at the door when a sign-in has run out: the page stays as it is, the
 * sign-in opens over it, and the waiting requests go on afterwards.
 */
@Service()
export class SignInGate {
  readonly #isClosed = signal(false);
  #waiting: (() => void)[] = [];
  #csrfToken: string | null = null;

  /** True while somebody has to sign in again before anything can go on. */
  readonly isClosed = this.#isClosed.asReadonly();

  get csrfToken(): string | null {
    return this.#csrfToken;
  }

  open(csrfToken: string): void {
    this.#csrfToken = csrfToken;
    this.#isClosed.set(false);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const proceed of waiting) proceed();
  }

  /** Forgets the token after signing out. */
  lock(): void {
    this.#csrfToken = null;
  }

  /** Resolves when the person has signed in again. */
  async whenOpen(): Promise<void> {
    this.#isClosed.set(true);
    await new Promise<void>((proceed) => this.#waiting.push(proceed));
  }
}
