import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Banner, Button, Card, CreditAmount, Icon, PageHeader, Reasons, Sheet, Skeleton } from '@laurel/ui';
import { LaurelApi } from '../../core/api/laurel-api.js';
import type { OfferingCard } from '../../core/api/contract.js';
import { SessionStore } from '../../core/session/session.store.js';
import { Wording } from '../../core/wording/wording.js';
import { CartStore } from '../cart/cart.store.js';
import { CatalogueStore } from '../catalogue/catalogue.store.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { CartControl } from '../offering/cart-control.component.js';
import { StarButton } from '../offering/star-button.component.js';
import { WhyList } from '../why/why-list.component.js';

/** One session in full, with the reasons behind its credit. */
@Component({
  selector: 'laurel-session-detail-page',
  imports: [
    Banner,
    Button,
    Card,
    CartControl,
    CreditAmount,
    Icon,
    LoadFailed,
    PageHeader,
    Reasons,
    RouterLink,
    Sheet,
    Skeleton,
    StarButton,
    WhyList,
  ],
  templateUrl: './session-detail.page.html',
  styleUrl: './session-detail.page.css',
})
export class SessionDetailPage {
  readonly #api = inject(LaurelApi);
  readonly #session = inject(SessionStore);
  readonly #cart = inject(CartStore);
  readonly #catalogue = inject(CatalogueStore);
  readonly offeringId = input.required<string>();

  protected readonly t = inject(Wording).t;
  protected readonly detail = resource({
    params: () => this.offeringId(),
    loader: ({ params: offeringId }) => this.#api.offering(this.#session.activityId(), offeringId),
  });
  /** What the catalogue knows already is shown while the rest is on its way. */
  protected readonly offering = computed<OfferingCard | null>(() =>
    this.detail.hasValue() ? this.detail.value() : (this.#catalogue.byId().get(this.offeringId()) ?? null),
  );
  protected readonly when = computed(() => {
    const offering = this.offering();
    return offering ? this.#session.time().when(offering) : '';
  });
  protected readonly kind = computed(() => {
    const offering = this.offering();
    if (!offering) return '';
    const words = [offering.category, offering.type, offering.isHighlight ? 'Highlight' : ''];
    return [...new Set(words.filter((word) => word !== ''))].join(' · ');
  });
  protected readonly paragraphs = computed(() =>
    this.detail.hasValue()
      ? this.detail
          .value()
          .description.split(/\n{2,}/)
          .filter((text) => text.trim() !== '')
      : [],
  );
  /** What the rules say of the session by itself, and what it became beside the others of the cart. */
  protected readonly why = computed(() => {
    const adjusted = (this.#cart.cart()?.totals ?? [])
      .flatMap(({ adjustments }) => adjustments)
      .filter(
        ({ offeringIds }) => offeringIds.includes(this.offeringId()) && this.#cart.has(this.offeringId()),
      )
      .map(({ text, remedy }) => ({ outcome: 'adjusted' as const, text, remedy }));
    return [...adjusted, ...(this.detail.hasValue() ? this.detail.value().why : [])];
  });
  protected readonly isWhyOpen = signal(false);

  protected unit(credit: { creditType: string; amount: number }): string {
    return this.#catalogue.unit(credit.creditType, credit.amount);
  }
}
