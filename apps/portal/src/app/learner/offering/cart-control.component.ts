import { Component, computed, inject, input } from '@angular/core';
import { Banner, Button, Icon, Reasons } from '@laurel/ui';
import { Wording } from '../../core/wording/wording.js';
import { CartStore } from '../cart/cart.store.js';

/** "Add to Credit Cart", or that it is there and the way out; and why, when the server refused after all. */
@Component({
  selector: 'laurel-cart-control',
  imports: [Banner, Button, Icon, Reasons],
  template: `
    @if (refusal(); as reasons) {
      <laurel-banner tone="warn" role="alert">
        <laurel-reasons class="refusal" [reasons]="reasons" />
      </laurel-banner>
    }
    @if (isIn()) {
      <span class="in"><laurel-icon name="check" />{{ t('inCart') }}</span>
      <button
        laurelButton
        look="plain"
        type="button"
        [attr.aria-label]="t('remove') + ' ' + offering().title"
        (click)="cart.remove(offering())"
      >
        {{ t('remove') }}
      </button>
      @if (sameTime()) {
        <p class="same-time"><laurel-icon name="info" />{{ sameTime() }}</p>
      }
    } @else {
      <button
        laurelButton
        type="button"
        [isWide]="isWide()"
        [look]="look()"
        [attr.aria-label]="t('addToCart') + ': ' + offering().title"
        (click)="cart.add(offering())"
      >
        <laurel-icon name="plus" />{{ t('addToCart') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--space-1);
      min-block-size: var(--touch);
    }
    .in {
      --icon-size: 1.1rem;
      display: inline-flex;
      align-items: center;
      gap: 0.4rem;
      padding: 0.35rem 0.8rem 0.35rem 0.6rem;
      border-radius: var(--radius-round);
      background: var(--good-soft);
      color: var(--on-good-soft);
      font-size: var(--size-small);
      font-weight: var(--weight-medium);
    }
    .same-time {
      --icon-size: 1.05rem;
      display: flex;
      flex: 1 1 100%;
      gap: 0.5rem;
      margin-block-start: var(--space-half);
      font-size: var(--size-small);
    }
    .same-time laurel-icon {
      margin-block-start: 0.1rem;
      color: var(--warn);
    }
    laurel-banner {
      flex: 1 1 100%;
      margin-block-end: var(--space-1);
    }
    .refusal {
      color: inherit;
    }
  `,
})
export class CartControl {
  readonly offering = input.required<{ id: string; title: string }>();
  readonly look = input<'tonal' | 'primary'>('tonal');
  readonly isWide = input(false);
  protected readonly t = inject(Wording).t;
  protected readonly cart = inject(CartStore);
  protected readonly isIn = computed(() => this.cart.has(this.offering().id));
  protected readonly sameTime = computed(() => this.cart.sameTime(this.offering().id));
  protected readonly refusal = computed(() => this.cart.refusal(this.offering().id));
}
