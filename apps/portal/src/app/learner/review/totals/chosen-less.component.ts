import { Component, computed, inject, input } from '@angular/core';
import { Button, formatCredits } from '@laurel/ui';
import type { CreditTotal } from '../../../core/api/contract.js';
import { CartStore } from '../../cart/cart.store.js';
import { ChosenTotals } from './chosen-totals.js';

/** That more is possible than was chosen, such as after adding sessions; the choice stays until one press changes it. */
@Component({
  selector: 'laurel-chosen-less',
  imports: [Button],
  template: `
    @if (chosen(); as amount) {
      <p class="small">
        You chose to claim <strong class="tabular">{{ credits(amount) }}</strong>;
        {{ credits(total().computed) }} is possible now.
      </p>
      <button laurelButton look="plain" type="button" (click)="claimAll()">
        Claim all {{ credits(total().computed) }}<span class="visually-hidden"> of {{ total().name }}</span>
      </button>
    }
  `,
  styles: `
    button {
      margin-inline-start: -0.5rem;
    }
  `,
})
export class ChosenLess {
  readonly #cart = inject(CartStore);
  readonly #totals = inject(ChosenTotals);
  readonly total = input.required<CreditTotal>();
  protected readonly credits = formatCredits;
  /** Null while nothing was chosen, all of it was, or the server still counts. */
  protected readonly chosen = computed(() => {
    const { creditType, computed: most } = this.total();
    const chosen = this.#totals.of(creditType);
    return chosen === null || chosen >= most || this.#cart.isSettling() ? null : chosen;
  });

  protected claimAll(): void {
    const { creditType, computed: most } = this.total();
    if (this.#totals.isAsked(creditType)) this.#totals.choose(creditType, most);
    else this.#totals.claimAll(this.total());
  }
}
