import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Banner, Button, Snackbar } from '@laurel/ui';
import { sentenceFor } from '../../core/api/problem.js';
import { CartStore } from '../cart/cart.store.js';

/** What has become of the claim, wherever sessions are picked: closed, held, or opened again by the society. */
@Component({
  selector: 'laurel-claim-notice',
  imports: [Banner, Button, RouterLink],
  template: `
    @if (notice(); as sentence) {
      <laurel-banner tone="info" icon="refresh">
        {{ sentence.text }}
        @if (sentence.remedy) {
          {{ sentence.remedy }}
        }
      </laurel-banner>
    }
    @if (store.cart()?.isAmendment) {
      <laurel-banner tone="info">
        You have changed your claim since you submitted it. Submit it again to get a new certificate, or keep
        the claim as it is.
        <button laurelButton look="plain" class="give-up" type="button" (click)="giveUp()">
          Give up the changes
        </button>
      </laurel-banner>
    }
    @if (claim(); as submitted) {
      <laurel-banner [tone]="submitted.state === 'held' ? 'warn' : 'good'">
        <strong>Your claim is {{ submitted.state === 'held' ? 'being looked at' : 'in' }}.</strong>
        {{ submitted.heldText ?? '' }}
        @if (store.closed(); as closed) {
          {{ closed.text }}
          @if (closed.remedy) {
            {{ closed.remedy }}
          }
        }
        <a routerLink="/certificates">See your certificates</a>
      </laurel-banner>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-1);
    }
    :host:empty {
      display: none;
    }
    a {
      color: inherit;
    }
    .give-up {
      margin-inline-start: -0.5rem;
    }
  `,
})
export class ClaimNotice {
  readonly #snackbar = inject(Snackbar);
  protected readonly store = inject(CartStore);
  protected readonly notice = computed(() => this.store.cart()?.notice ?? null);
  protected readonly claim = computed(() => {
    const cart = this.store.cart();
    return cart?.state === 'submitted' ? cart.submitted : null;
  });

  protected async giveUp(): Promise<void> {
    try {
      await this.store.discard();
    } catch (cause) {
      this.#snackbar.show({ text: sentenceFor(cause) });
    }
  }
}
