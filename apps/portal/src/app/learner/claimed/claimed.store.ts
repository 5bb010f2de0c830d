import { computed, inject, resource, Service, signal } from '@angular/core';
import { Snackbar } from '@laurel/ui';
import type { ClaimHistoryItem, ClaimOrder } from '../../core/api/contract.js';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { sentenceFor } from '../../core/api/problem.js';
import { SessionStore } from '../../core/session/session.store.js';

/** What follows the first page, in its order. */
interface Further {
  readonly items: readonly ClaimHistoryItem[];
  readonly nextCursor: string | null;
}

/** Everything claimed so far, page by page in the order the server sorts it. One per page. */
@Service({ autoProvided: false })
export class ClaimedStore {
  readonly #api = inject(LaurelApi);
  readonly #session = inject(SessionStore);
  readonly #snackbar = inject(Snackbar);
  readonly #order = signal<ClaimOrder>({ sort: 'claimedAt', order: 'desc' });
  readonly #further = signal<Further | null>(null);
  readonly #isLoadingMore = signal(false);

  readonly order = this.#order.asReadonly();
  readonly isLoadingMore = this.#isLoadingMore.asReadonly();
  readonly #first = resource({
    params: () => this.#order(),
    loader: ({ params }) => this.#api.claims(this.#session.activityId(), params),
  });
  readonly #page = computed(() => (this.#first.hasValue() ? this.#first.value() : null));
  readonly failure = computed(() => (this.#page() ? undefined : this.#first.error()));
  readonly items = computed<readonly ClaimHistoryItem[] | null>(() => {
    const page = this.#page();
    return page && [...page.items, ...(this.#further()?.items ?? [])];
  });
  readonly #cursor = computed(() => {
    const further = this.#further();
    return further === null ? (this.#page()?.nextCursor ?? null) : further.nextCursor;
  });
  readonly hasMore = computed(() => this.#cursor() !== null);

  sortBy(order: ClaimOrder): void {
    this.#further.set(null);
    this.#order.set(order);
  }

  reload(): void {
    this.#further.set(null);
    this.#first.reload();
  }

  async more(): Promise<void> {
    const cursor = this.#cursor();
    if (cursor === null || this.#isLoadingMore()) return;
    const order = this.#order();
    this.#isLoadingMore.set(true);
    try {
      const { items, nextCursor } = await this.#api.claims(this.#session.activityId(), { ...order, cursor });
      // Sorted otherwise meanwhile: what came belongs to a list that is gone.
      if (this.#order() !== order) return;
      this.#further.update((further) => ({ items: [...(further?.items ?? []), ...items], nextCursor }));
    } catch (cause) {
      this.#snackbar.show({ text: sentenceFor(cause) });
    } finally {
      this.#isLoadingMore.set(false);
    }
  }
}
