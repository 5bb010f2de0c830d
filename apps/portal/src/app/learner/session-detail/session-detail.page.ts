import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Banner, Card, CreditAmount, Icon, PageHeader, Reasons, Skeleton } from '@laurel/ui';
import { LaurelApi } from '../../core/api/laurel-api.js';
import type { OfferingCard } from '../../core/api/contract.js';
import { SessionStore } from '../../core/session/session.store.js';
import { Wording } from '../../core/wording/wording.js';
import { CatalogueStore } from '../catalogue/catalogue.store.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { CartControl } from '../offering/cart-control.component.js';
import { StarButton } from '../offering/star-button.component.js';
import { WhyButton } from '../why/why-button.component.js';

/** One session in full, with the reasons behind its credit. */
@Component({
  selector: 'laurel-session-detail-page',
  imports: [
    Banner,
    Card,
    CartControl,
    CreditAmount,
    Icon,
    LoadFailed,
    PageHeader,
    Reasons,
    RouterLink,
    Skeleton,
    StarButton,
    WhyButton,
  ],
  templateUrl: './session-detail.page.html',
  styleUrl: './session-detail.page.css',
})
export class SessionDetailPage {
  readonly #api = inject(LaurelApi);
  readonly #session = inject(SessionStore);
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
  protected unit(credit: { creditType: string; amount: number }): string {
    return this.#catalogue.unit(credit.creditType, credit.amount);
  }
}
