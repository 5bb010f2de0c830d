import { DOCUMENT, inject, Injector, Service } from '@angular/core';
import type { EvaluationSubject } from '../../core/api/contract.js';
import { SessionStore } from '../../core/session/session.store.js';
import { Outboxes } from '../../core/saving/outboxes.js';
import { UnsentAnswersIndex } from '../../core/answers/unsent-answers-index.js';
import { CartStore } from '../cart/cart.store.js';
import { EvaluationDraft } from './evaluation-draft.js';

/** The evaluations that have been opened. They live on after their page, so that what is unsent still goes out. */
@Service()
export class EvaluationDrafts {
  readonly #session = inject(SessionStore);
  readonly #unsent = inject(UnsentAnswersIndex);
  readonly #cart = inject(CartStore);
  readonly #injector = inject(Injector);
  readonly #drafts = new Map<string, EvaluationDraft>();

  constructor() {
    inject(Outboxes).register({ label: 'answers to an evaluation', settled: () => this.settled() });
    // A page that goes into the background may never come back.
    inject(DOCUMENT).addEventListener('visibilitychange', () => void this.#flush());
  }

  open(subject: EvaluationSubject): EvaluationDraft {
    const draft = this.#draftOf(subject);
    void draft.load();
    return draft;
  }

  #draftOf(subject: EvaluationSubject): EvaluationDraft {
    const activityId = this.#session.activityId();
    const key = this.#unsent.keyOf(subject);
    const draft =
      this.#drafts.get(key) ??
      new EvaluationDraft({
        key,
        anonymousKey: this.#unsent.anonymousKeyOf(subject),
        activityId,
        subject,
        injector: this.#injector,
        onCompletion: () => this.#cart.resource.reload(),
      });
    this.#drafts.set(key, draft);
    return draft;
  }

  /** Sends what an earlier visit could not; those that are open send by themselves. */
  resend(): void {
    for (const subject of this.#unsent.all()) {
      if (!this.#drafts.get(this.#unsent.keyOf(subject))?.form()) this.open(subject);
    }
  }

  /** Resolves to true when the server has every answer typed here, in this visit or an earlier one. */
  async settled(): Promise<boolean> {
    const closed = this.#unsent
      .all()
      .map((subject) => this.#draftOf(subject))
      .filter((draft) => !draft.form());
    await Promise.all(closed.map((draft) => draft.load()));
    return (await this.#flush()) && this.#unsent.all().length === 0;
  }

  async #flush(): Promise<boolean> {
    const all = await Promise.all([...this.#drafts.values()].map((draft) => draft.flush()));
    return all.every((isSettled) => isSettled);
  }
}
