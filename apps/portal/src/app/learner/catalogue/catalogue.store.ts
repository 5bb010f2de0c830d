import { computed, inject, resource, Service } from '@angular/core';
import { unitFor } from '@laurel/ui';
import type { CreditTypeInfo, OfferingCard } from '../../core/api/contract.js';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { SessionStore } from '../../core/session/session.store.js';
import { byStart } from '../../core/time/by-start.js';
import { SearchIndex } from './search-index.js';

/** All sessions of the activity, with what this learner may claim; loaded once, searched here. */
@Service()
export class CatalogueStore {
  readonly #api = inject(LaurelApi);
  readonly #session = inject(SessionStore);

  readonly resource = resource({
    params: () => this.#session.activity()?.id,
    loader: ({ params: activityId }) => this.#api.catalogue(activityId),
  });

  readonly offerings = computed<OfferingCard[]>(() =>
    this.resource.hasValue() ? this.resource.value().offerings.toSorted(byTime) : [],
  );
  readonly byId = computed(() => new Map(this.offerings().map((offering) => [offering.id, offering])));
  readonly creditTypes = computed(
    () =>
      new Map<string, CreditTypeInfo>(
        this.resource.hasValue() ? this.resource.value().creditTypes.map((type) => [type.key, type]) : [],
      ),
  );
  readonly index = computed(() => new SearchIndex(this.offerings()));

  /** The unit in words for an amount of a credit type: "AMA PRA Category 1 Credits™". */
  unit(creditType: string, amount: number): string {
    const type = this.creditTypes().get(creditType);
    return type ? unitFor(amount, type.unit) : '';
  }
}

/** By start, then by room and title; what has no time stands at the end. */
const byTime = (a: OfferingCard, b: OfferingCard): number =>
  byStart(a, b) || a.room.localeCompare(b.room) || a.title.localeCompare(b.title);
