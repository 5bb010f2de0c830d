import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CreditAmount, formatCredits, Icon, Reasons } from '@laurel/ui';
import type { OfferingCard as Offering } from '../../core/api/contract.js';
import { SessionStore } from '../../core/session/session.store.js';
import { CatalogueStore } from '../catalogue/catalogue.store.js';
import { speakersFound } from '../catalogue/search-index.js';
import { WhyButton } from '../why/why-button.component.js';
import { CartControl } from './cart-control.component.js';
import { StarButton } from './star-button.component.js';

/** One session: when, where, how much credit of which type, and the way to claim it or why not. */
@Component({
  selector: 'laurel-offering-card',
  imports: [CartControl, CreditAmount, Icon, Reasons, RouterLink, StarButton, WhyButton],
  templateUrl: './offering-card.component.html',
  styleUrl: './offering-card.component.css',
})
export class OfferingCard {
  readonly #catalogue = inject(CatalogueStore);
  readonly offering = input.required<Offering>();
  /** Where several days stand on one page, the card says its day. */
  readonly showsDay = input(false);
  /** What was searched for: speakers who were found by it are named. */
  readonly query = input('');
  readonly time = inject(SessionStore).time;

  protected readonly when = computed(() => {
    const offering = this.offering();
    return this.time().when(this.showsDay() ? offering : { ...offering, day: null });
  });
  protected readonly main = computed(() => this.offering().credits[0] ?? null);
  protected readonly others = computed(() => this.offering().credits.slice(1));
  /** Category and type, each once; a session may have neither. */
  protected readonly kinds = computed(() => {
    const { category, type } = this.offering();
    return [...new Set([category.trim(), type.trim()])].filter((kind) => kind !== '');
  });

  protected readonly speakers = computed(() => speakersFound(this.offering().speakers, this.query()));

  protected readonly credits = formatCredits;

  protected unit(credit: { creditType: string; amount: number }): string {
    return this.#catalogue.unit(credit.creditType, credit.amount);
  }
}
