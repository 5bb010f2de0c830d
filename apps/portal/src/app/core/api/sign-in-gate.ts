import { Service, signal } from '@angular/core';

/** What of a session says whose it is. */
export interface HeldSession {
  csrfToken: string;
  learner: { id: string };
  activity: { id: string };
}

const holderOf = ({ learner, activity }: HeldSession): string => `${learner.id} ${activity.id}`;

/**
 * Holds the CSRF token, and lets requests wait at the door when a sign-in has run out: the page stays as it is, the
 * sign-in opens over it, and the waiting requests go on afterwards.
 */
@Service()
export class SignInGate {
  readonly #isClosed = signal(false);
  #waiting: (() => void)[] = [];
  #csrfToken: string | null = null;
  #holder: string | null = null;
  readonly #isLeaving = signal(false);

  /** True while somebody has to sign in again before anything can go on. */
  readonly isClosed = this.#isClosed.asReadonly();

  /** True while the browser goes to a sign-in: what is unsaved is on this device, and sent afterwards. */
  readonly isLeaving = this.#isLeaving.asReadonly();

  get csrfToken(): string | null {
    return this.#csrfToken;
  }

  /** Whose session this page shows: the learner and the activity; null before anybody has signed in. */
  get holder(): string | null {
    return this.#holder;
  }

  open(session: HeldSession): void {
    this.#csrfToken = session.csrfToken;
    this.#holder = holderOf(session);
    this.#isClosed.set(false);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const proceed of waiting) proceed();
  }

  /** Takes the new token when the same learner has signed in again elsewhere in this browser; false when another has. */
  renew(session: HeldSession): boolean {
    if (holderOf(session) !== this.#holder) return false;
    this.#csrfToken = session.csrfToken;
    return true;
  }

  leave(): void {
    this.#isLeaving.set(true);
  }

  /** Forgets the token after signing out; the browser goes to the sign-in next. */
  lock(): void {
    this.#csrfToken = null;
    this.leave();
  }

  /** Resolves when the person has signed in again. */
  async whenOpen(): Promise<void> {
    this.#isClosed.set(true);
    await new Promise<void>((proceed) => this.#waiting.push(proceed));
  }
}
