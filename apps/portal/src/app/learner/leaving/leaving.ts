import { computed, inject, Injector, Service, signal } from '@angular/core';
import { Snackbar } from '@laurel/ui';
import { sentenceFor } from '../../core/api/problem.js';
import { Connection } from '../../core/connection/connection.js';
import { Outboxes } from '../../core/saving/outboxes.js';
import { Saving } from '../../core/saving/saving.js';
import { UnsentAnswersIndex } from '../../core/saving/unsent-answers-index.js';
import { SessionStore } from '../../core/session/session.store.js';

const ANSWERS = 'answers to an evaluation';

/**
 * "Save & Log Out": everything goes to the server first, and only then the sign-in ends. When something cannot be
 * saved it says what, and the person stays signed in.
 */
@Service()
export class Leaving {
  readonly #injector = inject(Injector);
  readonly #outboxes = inject(Outboxes);
  readonly #saving = inject(Saving);
  readonly #session = inject(SessionStore);
  readonly #snackbar = inject(Snackbar);
  readonly #unsent = inject(UnsentAnswersIndex);
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
      const left = await this.#send();
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

  /** Sends all of it; resolves to what is still only here. */
  async #send(): Promise<readonly string[]> {
    const left = await this.#outboxes.settled();
    if (this.#unsent.all().length === 0 && !this.#saving.hasUnsaved()) return left;
    const { EvaluationDrafts } = await import('../evaluation/evaluation-drafts.js');
    const isSent = await this.#injector.get(EvaluationDrafts).settled();
    return isSent && this.#unsent.all().length === 0 ? left : [...left, ANSWERS];
  }
}
