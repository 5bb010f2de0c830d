import { computed, inject, Injector, Service } from '@angular/core';
import { Snackbar } from '@laurel/ui';
import type { CreditTotal } from '../../../core/api/contract.js';
import { LaurelApi } from '../../../core/api/laurel-api.js';
import { Outbox } from '../../../core/saving/outbox.js';
import { SessionStore } from '../../../core/session/session.store.js';
import { CartStore } from '../../cart/cart.store.js';

/** How much learners claim of each credit type, where they choose it themselves; kept in the draft as they choose. */
@Service()
export class ChosenTotals {
  readonly #api = inject(LaurelApi);
  readonly #cart = inject(CartStore);
  readonly #session = inject(SessionStore);
  readonly #snackbar = inject(Snackbar);

  readonly #outbox = new Outbox<number | null>({
    key: `laurel:totals:${this.#session.listKey()}`,
    label: 'how much you claim',
    injector: inject(Injector),
    isValue: (value) => value === null || typeof value === 'number',
    send: async (creditType, amount) => {
      // What is chosen is chosen of what the server has counted.
      await this.#cart.settled();
      const activityId = this.#session.activityId();
      const { revision } = this.#cart.cart() ?? (await this.#api.cart(activityId));
      this.#cart.accept(await this.#api.chooseTotals(activityId, { [creditType]: amount }, revision));
      this.#showWanted();
    },
    onSentElsewhere: () => void this.#cart.refresh(),
    onRefused: (_creditType, _amount, problem) => {
      this.#snackbar.show({ text: problem.message, goesAlong: true });
      const { cart } = problem.problem;
      if (cart) this.#cart.accept(cart);
      else this.#cart.resource.reload();
    },
  });

  /** An answer on the way knows nothing of what was chosen after it was asked for. */
  #showWanted(): void {
    for (const [creditType, amount] of this.#outbox.wanted()) {
      if (amount !== null) this.#cart.choose(creditType, amount);
    }
  }

  readonly #asked = computed(
    () =>
      new Set(
        (this.#cart.cart()?.requirements ?? []).flatMap(({ action }) =>
          action?.kind === 'totals' ? (action.creditTypes ?? []) : [],
        ),
      ),
  );
  readonly hasChanges = this.#outbox.hasChanges;

  /** Whether the learner has to choose this type's total. */
  isAsked(creditType: string): boolean {
    return this.#asked().has(creditType);
  }

  /** What was chosen in decimal credits; null while nothing was. */
  of(creditType: string): number | null {
    return (
      this.#outbox.wanted().get(creditType) ??
      this.#cart.cart()?.totals.find((total) => total.creditType === creditType)?.chosen ??
      null
    );
  }

  choose(creditType: string, amount: number): void {
    this.#cart.choose(creditType, amount);
    this.#outbox.change(creditType, amount);
  }

  /** Claims all there is, also when it becomes more: what was chosen is taken back. */
  claimAll({ creditType, computed }: CreditTotal): void {
    this.#cart.choose(creditType, computed);
    this.#outbox.change(creditType, null);
  }

  /** Resolves when the server has what is on the screen (true), or is away (false). */
  settled(): Promise<boolean> {
    return this.#outbox.settled();
  }
}
