import { computed, inject, Service, signal } from '@angular/core';
import { Snackbar } from '@laurel/ui';
import { sentenceFor } from '../../core/api/problem.js';
import { Connection } from '../../core/connection/connection.js';
import { Outboxes } from '../../core/saving/outboxes.js';
import { SessionStore } from '../../core/session/session.store.js';

/**
 * "Save & Log Out": everything goes to the server first, and only then the sign-in ends. When something cannot be
 * saved it says what, and the person stays signed in.
 */
@Service()
export class Leaving {
  readonly #outboxes = inject(Outboxes);
  readonly #session = inject(SessionStore);
  readonly #snackbar = inject(Snackbar);
  readonly #connection = inject(Connection);
  readonly #left = signal<readonly string[] | null>(null);
  readonly #isLeaving = signal(false);

  readonly isLeaving = this.#isLeaving.asReadonly();
  /** What the server does not have; null while nobody tried to leave with something unsaved. */
  readonly left = this.#left.asReadonly();
  readonly isOffline = computed(() => !this.#connection.isOnline());

  async leave(isEverywhere = false): Promise<void> {
    if (this.#isLeaving()) return;
    this.#isLeaving.set(true);
    try {
      const left = await this.#outboxes.settled();
      if (left.length > 0) {
        this.#left.set(left);
        return;
      }
      this.#left.set(null);
      await this.#session.signOut(isEverywhere);
    } catch (cause) {
      this.#snackbar.show({ text: sentenceFor(cause) });
    } finally {
      this.#isLeaving.set(false);
    }
  }

  stay(): void {
    this.#left.set(null);
  }
}
