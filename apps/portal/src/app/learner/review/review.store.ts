import { computed, inject, linkedSignal, Service, signal } from '@angular/core';
import type { Cart, CreditTotal, Submission } from '../../core/api/contract.js';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { ProblemError, sentenceFor } from '../../core/api/problem.js';
import { DeviceStorage } from '../../core/saving/device-storage.js';
import { SessionStore } from '../../core/session/session.store.js';
import { CartStore } from '../cart/cart.store.js';
import { EvaluationDrafts } from '../evaluation/evaluation-drafts.js';
import { cartDifference } from './cart-difference.js';
import { RequirementForms } from './forms/requirement-forms.js';
import { isStillAttested, type LookedAt } from './still-attested.js';
import { attemptFor, fingerprintOf, storedAttempt } from './submission-attempt.js';
import { ChosenTotals } from './totals/chosen-totals.js';

/** Why the last try did not end in a claim. */
export interface Refusal {
  sentence: string;
  /** What differs from what the learner had looked at. */
  changes: readonly string[];
}

/** The claim that is about to be submitted: how much of it, and the one press that submits it. One per review page. */
@Service({ autoProvided: false })
export class ReviewStore {
  readonly #api = inject(LaurelApi);
  readonly #session = inject(SessionStore);
  readonly #storage = inject(DeviceStorage);
  readonly #cart = inject(CartStore);
  readonly #drafts = inject(EvaluationDrafts);
  readonly #forms = inject(RequirementForms);
  readonly totals = inject(ChosenTotals);
  readonly #isSending = signal(false);
  readonly #refusal = signal<Refusal | null>(null);
  readonly #submission = signal<Submission | null>(null);

  readonly cart = this.#cart.cart;
  readonly isSending = this.#isSending.asReadonly();
  readonly refusal = this.#refusal.asReadonly();
  readonly submission = this.#submission.asReadonly();
  readonly #isSaving = computed(() => this.totals.hasChanges() || this.#forms.hasChanges());
  /** Has to be given anew for every claim that differs from the one looked at. */
  readonly isAttested = linkedSignal<LookedAt, boolean>({
    source: () => ({ revision: this.cart()?.revision ?? null, isSaving: this.#isSaving() }),
    computation: (now, before) => before !== undefined && isStillAttested(now, before.source, before.value),
  });

  /** Claimed amounts by credit type, in decimal credits; kept with the cart, so that leaving the page keeps them. */
  readonly amounts = this.#cart.amounts;
  readonly #differing = computed(() =>
    Object.fromEntries(
      (this.cart()?.totals ?? []).flatMap(({ creditType, computed, chosen }) => {
        // What has to be chosen is the server's already; it refuses what is no longer possible.
        if (this.totals.isAsked(creditType)) return [];
        const amount = this.amounts()[creditType] ?? computed;
        return amount < computed || chosen !== null ? [[creditType, amount] as const] : [];
      }),
    ),
  );
  readonly isNothing = computed(() => Object.values(this.amounts()).every((amount) => amount === 0));

  /** Why "Submit" does nothing yet, in a sentence; empty when it may be pressed. */
  readonly obstacle = computed(() => {
    const cart = this.cart();
    if (!cart) return 'One moment, please.';
    if (this.#isSaving()) return 'One moment, saving what you chose.';
    if (!cart.canSubmit) {
      return cart.blockers[0]?.text ?? 'Something is still missing.';
    }
    if (this.isNothing()) return 'You claim nothing yet. Choose how much credit you claim.';
    if (!this.isAttested()) return 'Please agree to the statement first.';
    return '';
  });

  /** What would help against the obstacle, where the society says it; empty where there is nothing to say. */
  readonly remedy = computed(() => {
    const [blocker] = this.cart()?.blockers ?? [];
    return blocker?.text === this.obstacle() ? (blocker.remedy ?? '') : '';
  });

  /** Everything as the server has it now: unsent sessions and answers first. */
  async refresh(): Promise<void> {
    await this.settled();
    this.#cart.resource.reload();
  }

  /** Resolves when the server has everything of the claim (true), or is away (false). */
  async settled(): Promise<boolean> {
    const all = await Promise.all([
      this.#cart.settled(),
      this.#drafts.settled(),
      this.#forms.settled(),
      this.totals.settled(),
    ]);
    return all.every((isSettled) => isSettled);
  }

  choose(total: CreditTotal, amount: number): void {
    if (amount === total.computed) this.totals.claimAll(total);
    else this.totals.choose(total.creditType, amount);
  }

  /** Submits what is on the screen, once, however often it is pressed or tried again. */
  async submit(): Promise<void> {
    const cart = this.cart();
    if (!cart || this.#isSending() || this.obstacle() !== '') return;
    this.#isSending.set(true);
    this.#refusal.set(null);
    const amounts = this.#differing();
    const slot = `laurel:submit:${this.#session.listKey()}`;
    const attempt = attemptFor(this.#storage.read(slot), fingerprintOf(cart.revision, amounts), () =>
      crypto.randomUUID(),
    );
    this.#storage.write(slot, storedAttempt(attempt));
    try {
      const submission = await this.#api.submit(this.#session.activityId(), attempt.key, {
        revision: cart.revision,
        isAttested: true,
        ...(Object.keys(amounts).length > 0 ? { amounts } : {}),
      });
      this.#storage.write(slot, null);
      this.#submission.set(submission);
      this.#cart.resource.reload();
    } catch (cause) {
      this.#refuse(cause, cart, slot);
    } finally {
      this.#isSending.set(false);
    }
  }

  #refuse(cause: unknown, looked: Cart, slot: string): void {
    if (cause instanceof ProblemError && (cause.isAway || cause.status === 429)) {
      // It may have arrived: the key stays until there is an answer.
      this.#refusal.set({
        sentence:
          'We could not reach the server, so we cannot tell yet whether your claim arrived. Press Submit again: it counts only once.',
        changes: [],
      });
      return;
    }
    this.#storage.write(slot, null);
    const now = cause instanceof ProblemError ? cause.problem.cart : undefined;
    if (now) {
      this.#refusal.set({
        sentence: 'Your claim has changed meanwhile. Please look at it again before you submit.',
        changes: cartDifference(looked, now),
      });
      this.#cart.accept(now);
      this.isAttested.set(false);
      return;
    }
    this.#refusal.set({ sentence: sentenceFor(cause), changes: [] });
    this.#cart.resource.reload();
  }
}
