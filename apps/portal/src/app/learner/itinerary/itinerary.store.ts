import { computed, inject, Injector, linkedSignal, resource, Service } from '@angular/core';
import { Snackbar } from '@laurel/ui';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { Membership } from '../../core/saving/membership.js';
import { SessionStore } from '../../core/session/session.store.js';
import { Layout } from '../../core/layout/layout.js';

/** The sessions the learner has starred. */
@Service()
export class ItineraryStore {
  readonly #api = inject(LaurelApi);
  readonly #layout = inject(Layout);
  readonly #session = inject(SessionStore);
  readonly #snackbar = inject(Snackbar);

  readonly resource = resource({
    params: () => (this.#layout.hasItinerary() ? this.#session.activity()?.id : undefined),
    loader: ({ params: activityId }) => this.#api.itinerary(activityId),
  });
  readonly #onServer = linkedSignal(
    () => new Set(this.resource.hasValue() ? this.resource.value().offeringIds : []),
  );
  readonly #changes = new Membership({
    label: 'your stars',
    key: `laurel:itinerary:${this.#session.listKey()}`,
    injector: inject(Injector),
    send: async (id, isWanted) => {
      const activityId = this.#session.activityId();
      await (isWanted ? this.#api.star(activityId, id) : this.#api.unstar(activityId, id));
      this.#onServer.update((ids) => {
        const next = new Set(ids);
        if (isWanted) next.add(id);
        else next.delete(id);
        return next;
      });
    },
    onRefused: (_id, _isWanted, problem) => this.#snackbar.show({ text: problem.message, goesAlong: true }),
  });

  readonly ids = computed<ReadonlySet<string>>(() => {
    const ids = new Set(this.#onServer());
    for (const [id, isWanted] of this.#changes.wanted()) {
      if (isWanted) ids.add(id);
      else ids.delete(id);
    }
    return ids;
  });
  has(id: string): boolean {
    return this.ids().has(id);
  }

  /** Resolves when the server has what is on the screen (true), or is away (false). */
  settled(): Promise<boolean> {
    return this.#changes.settled();
  }

  toggle(id: string): void {
    const isWanted = !this.has(id);
    this.#changes.change(id, isWanted);
    if (!isWanted) {
      this.#snackbar.show({
        text: 'Taken off your itinerary',
        action: { label: 'Undo', run: () => this.#changes.change(id, true) },
      });
    }
  }
}
