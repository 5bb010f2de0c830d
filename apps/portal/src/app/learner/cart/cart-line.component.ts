import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, formatCredits, Icon, Reasons } from '@laurel/ui';
import { SessionStore } from '../../core/session/session.store.js';
import { Wording } from '../../core/wording/wording.js';
import { CatalogueStore } from '../catalogue/catalogue.store.js';
import type { BlockLine } from './cart-blocks.js';
import { CartStore } from './cart.store.js';

/** A claimed session: time, title, credit, and the way to take it out again. */
@Component({
  selector: 'laurel-cart-line',
  imports: [Button, Icon, Reasons, RouterLink],
  template: `
    @let line = entry().line;
    <p class="where tabular">
      <strong>{{ hours() }}</strong> {{ line.room }}
      @if (mark()) {
        <span class="mark"><laurel-icon name="device" />{{ mark() }}</span>
      }
    </p>
    <a class="title" [routerLink]="['/sessions', line.offeringId]">{{ line.title }}</a>
    @if (entry().span; as span) {
      <span class="track" aria-hidden="true">
        <span class="bar" [style.inset-inline-start.%]="span.from" [style.inline-size.%]="span.width"></span>
        @for (part of entry().shared; track $index) {
          <span
            class="shared"
            [style.inset-inline-start.%]="part.from"
            [style.inline-size.%]="part.width"
          ></span>
        }
      </span>
    }
    @if (!line.isAllowed) {
      <laurel-reasons class="denials" icon="alert" [reasons]="line.denials" />
    }
    <p class="credits tabular">
      @for (credit of line.credits; track credit.creditType) {
        <span [class.main]="$first"
          >{{ format(credit.amount) }}
          @if (!$first) {
            {{ shortName(credit.creditType) }}
          }
        </span>
      }
    </p>
    <button
      laurelButton
      look="plain"
      class="remove"
      type="button"
      [attr.aria-label]="t('remove') + ' ' + line.title"
      (click)="cart.remove({ id: line.offeringId, title: line.title })"
    >
      {{ t('remove') }}
    </button>
  `,
  styleUrl: './cart-line.component.css',
})
export class CartLine {
  readonly #catalogue = inject(CatalogueStore);
  readonly #time = inject(SessionStore).time;
  readonly entry = input.required<BlockLine>();
  /** Where it came from, when not from the learner's own hand: "Transmitted". */
  readonly mark = input('');
  protected readonly t = inject(Wording).t;
  protected readonly cart = inject(CartStore);
  protected readonly hours = computed(() => this.#time().when({ ...this.entry().line, day: null }));

  protected shortName(creditType: string): string {
    return this.#catalogue.creditTypes().get(creditType)?.shortName ?? '';
  }

  protected format(amount: number): string {
    return formatCredits(amount);
  }
}
