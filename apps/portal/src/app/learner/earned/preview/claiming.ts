import { inject, Service, signal } from '@angular/core';
import type { Cart, RequirementView } from '../../../core/api/contract.js';
import { LaurelApi } from '../../../core/api/laurel-api.js';
import { ProblemError, sentenceFor } from '../../../core/api/problem.js';
import { DeviceStorage } from '../../../core/saving/device-storage.js';
import { SessionStore } from '../../../core/session/session.store.js';
import { CartStore } from '../../cart/cart.store.js';
import { attemptFor, fingerprintOf, storedAttempt } from '../../review/submission-attempt.js';
import { EarnedStore } from '../earned.store.js';

/** Why the press did not end in a claim. */
export interface Refusal {
  readonly sentence: string;
  /** What the claim needs now and did not have, such as a membership that has ended meanwhile. */
  readonly unmet: readonly RequirementView[];
}

/** The one press that turns the selection into a claim, once, however often it is tried. One per preview. */
@Service({ autoProvided: false })
export class Claiming {
  readonly #api = inject(LaurelApi);
  readonly #cart = inject(CartStore);
  readonly #earned = inject(EarnedStore);
  readonly #session = inject(SessionStore);
  readonly #storage = inject(DeviceStorage);
  readonly #isSending = signal(false);
  readonly #refusal = signal<Refusal | null>(null);
  readonly #isDone = signal(false);

  readonly isSending = this.#isSending.asReadonly();
  /** Claimed: the draft is empty now, and the page of the claim on its way. */
  readonly isDone = this.#isDone.asReadonly();
  readonly refusal = this.#refusal.asReadonly();

  /** @returns the id of the claim, or null when it was refused */
  async claim(cart: Cart): Promise<string | null> {
    if (this.#isSending()) return null;
    this.#isSending.set(true);
    this.#refusal.set(null);
    const slot = `laurel:submit:${this.#session.listKey()}`;
    const attempt = attemptFor(this.#storage.read(slot), fingerprintOf(cart.revision, {}, cart.claimId), () =>
      crypto.randomUUID(),
    );
    this.#storage.write(slot, storedAttempt(attempt));
    try {
      const { claim } = await this.#api.submit(this.#session.activityId(), attempt.key, {
        revision: cart.revision,
        isAttested: true,
      });
      this.#storage.write(slot, null);
      this.#isDone.set(true);
      this.#earned.claimed();
      return claim.id;
    } catch (cause) {
      this.#refuse(cause, slot);
      return null;
    } finally {
      this.#isSending.set(false);
    }
  }

  #refuse(cause: unknown, slot: string): void {
    if (cause instanceof ProblemError && (cause.isAway || cause.status === 429)) {
      // It may have arrived: the key stays until there is an answer.
      this.#refusal.set({
        sentence:
          'We could not reach the server, so we cannot tell yet whether your claim arrived. Press the button again: it counts only once.',
        unmet: [],
      });
      return;
    }
    this.#storage.write(slot, null);
    const problem = cause instanceof ProblemError ? cause.problem : null;
    if (problem?.cart) {
      this.#cart.accept(problem.cart);
      this.#refusal.set({
        sentence:
          'What you claim has changed meanwhile, perhaps on another device. Please look at the certificates again.',
        unmet: [],
      });
      return;
    }
    const unmet = (problem?.requirements ?? []).filter(({ state }) => state === 'unmet');
    this.#refusal.set({
      sentence: unmet.length > 0 ? 'Nothing was claimed: something is missing now.' : sentenceFor(cause),
      unmet,
    });
    this.#earned.reload();
  }
}
