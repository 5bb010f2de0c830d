import { computed, inject, Injector, Service, signal } from '@angular/core';
import { Snackbar } from '@laurel/ui';
import { sentenceFor } from '../../core/api/problem.js';
import { Connection } from '../../core/connection/connection.js';
import { keptAnswers } from '../../core/answers/kept-answers.js';
import { Outboxes } from '../../core/saving/outboxes.js';
import { UnsentAnswersIndex } from '../../core/answers/unsent-answers-index.js';
import { SessionStore } from '../../core/session/session.store.js';

/** What logging out would leave on this device. */
export interface Left {
  /** What the server does not have, in words. */
  readonly unsaved: readonly string[];
  /** Whether answers to an anonymous evaluation wait here; they are nobody's until the person gives them. */
  readonly hasAnonymous: boolean;
}

/**
 * "Save & Log Out": everything goes to the server first, and only then the sign-in ends. When something stays on this
 * device it says what, and the person decides.
 */
@Service()
export class Leaving {
  readonly #outboxes = inject(Outboxes);
  readonly #unsent = inject(UnsentAnswersIndex);
  readonly #injector = inject(Injector);
  readonly #session = inject(SessionStore);
  readonly #snackbar = inject(Snackbar);
  readonly #connection = inject(Connection);
  readonly #left = signal<Left | null>(null);
  readonly #isLeaving = signal(false);
  #isEverywhere = false;

  readonly isLeaving = this.#isLeaving.asReadonly();
  /** Null while nobody tried to leave with something left. */
  readonly left = this.#left.asReadonly();
  readonly isOffline = computed(() => !this.#connection.isOnline());

  constructor() {
    this.#outboxes.register(keptAnswers(this.#unsent, () => this.#sendAnswers()));
  }

  async leave(isEverywhere = false): Promise<void> {
    this.#isEverywhere = isEverywhere;
    await this.tryAgain();
  }

  async tryAgain(): Promise<void> {
    await this.#whileLeaving(async () => {
      const unsaved = await this.#outboxes.settled();
      const hasAnonymous = this.#unsent.hasAnonymous();
      if (unsaved.length > 0 || hasAnonymous) {
        this.#left.set({ unsaved, hasAnonymous });
        return;
      }
      await this.#signOut();
    });
  }

  /** The person has read what stays on this device. */
  async leaveAnyway(): Promise<void> {
    await this.#whileLeaving(() => this.#signOut('here'));
  }

  stay(): void {
    this.#left.set(null);
  }

  async #signOut(kept: 'all' | 'here' = 'all'): Promise<void> {
    this.#left.set(null);
    await this.#session.signOut(this.#isEverywhere, kept);
  }

  async #whileLeaving(leave: () => Promise<void>): Promise<void> {
    if (this.#isLeaving()) return;
    this.#isLeaving.set(true);
    try {
      await leave();
    } catch (cause) {
      this.#snackbar.show({ text: sentenceFor(cause) });
    } finally {
      this.#isLeaving.set(false);
    }
  }

  async #sendAnswers(): Promise<boolean> {
    // In a dead spot the code that sends them cannot be fetched either.
    const code = await import('../evaluation/evaluation-drafts.js').catch(() => null);
    return code !== null && this.#injector.get(code.EvaluationDrafts).settled();
  }
}
