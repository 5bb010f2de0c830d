import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Banner, Button, EmptyState, Icon, PageHeader, Skeleton } from '@laurel/ui';
import type { AddResult as Result } from '../../core/api/contract.js';
import { offline, sentenceFor } from '../../core/api/problem.js';
import { SessionStore } from '../../core/session/session.store.js';
import { Wording } from '../../core/wording/wording.js';
import { AddResult } from '../add-result/add-result.component.js';
import { CartStore } from '../cart/cart.store.js';
import { CatalogueStore } from '../catalogue/catalogue.store.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { LookHere } from '../look-here.directive.js';
import { OfferingCard } from '../offering/offering-card.component.js';
import { groupByDay } from '../sessions/select-offerings.js';
import { ItineraryStore } from './itinerary.store.js';

/** The starred sessions by day, and the way to claim them all at once. */
@Component({
  selector: 'laurel-itinerary-page',
  imports: [
    AddResult,
    Banner,
    Button,
    EmptyState,
    Icon,
    LoadFailed,
    LookHere,
    OfferingCard,
    PageHeader,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './itinerary.page.html',
  styleUrl: './itinerary.page.css',
})
export class ItineraryPage {
  readonly #itinerary = inject(ItineraryStore);
  readonly #catalogue = inject(CatalogueStore);
  readonly #cart = inject(CartStore);

  protected readonly t = inject(Wording).t;
  protected readonly time = inject(SessionStore).time;
  protected readonly error = computed(
    () => this.#itinerary.resource.error() ?? this.#catalogue.resource.error(),
  );
  protected readonly isLoading = computed(
    () => !this.#itinerary.resource.hasValue() || !this.#catalogue.resource.hasValue(),
  );
  protected readonly starred = computed(() =>
    this.#catalogue.offerings().filter((offering) => this.#itinerary.has(offering.id)),
  );
  protected readonly days = computed(() => groupByDay(this.starred()));
  /** Whether "add all" would do something; when not, the cart is the way on. */
  protected readonly hasMore = computed(() =>
    this.starred().some((offering) => offering.isAllowed && !this.#cart.has(offering.id)),
  );
  protected readonly result = signal<Result | null>(null);
  protected readonly problem = signal('');
  protected readonly isAdding = signal(false);

  protected async addAll(): Promise<void> {
    if (this.isAdding()) return;
    this.isAdding.set(true);
    this.problem.set('');
    this.result.set(null);
    try {
      if (!(await this.#itinerary.settled())) throw offline();
      this.result.set(await this.#cart.addFrom('itinerary'));
    } catch (cause) {
      this.problem.set(sentenceFor(cause));
    } finally {
      this.isAdding.set(false);
    }
  }

  protected reload(): void {
    this.#itinerary.resource.reload();
    this.#catalogue.resource.reload();
  }
}
