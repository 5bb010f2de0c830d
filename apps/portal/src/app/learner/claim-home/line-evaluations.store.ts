import { computed, inject, resource, Service } from '@angular/core';
import type { EvaluationSummary } from '../../core/api/contract.js';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { Outboxes } from '../../core/saving/outboxes.js';
import { SessionStore } from '../../core/session/session.store.js';
import { CartStore } from '../cart/cart.store.js';
import { lineEvaluation, type LineEvaluation } from './line-evaluation.js';

/** How far the evaluations of the claim's sessions have come; asked again whenever the sessions change. */
@Service({ autoProvided: false })
export class LineEvaluations {
  readonly #api = inject(LaurelApi);
  readonly #cart = inject(CartStore);
  readonly #session = inject(SessionStore);
  readonly #outboxes = inject(Outboxes);

  readonly #resource = resource({
    params: () =>
      this.#cart
        .cart()
        ?.lines.map(({ offeringId }) => offeringId)
        .join(' '),
    loader: async () => {
      // Whoever comes straight from an evaluation has answered more than the server knows.
      await this.#outboxes.settled();
      return this.#api.evaluations(this.#session.activityId());
    },
  });
  /** Keeps what was known while newer words are on their way, so that no state flickers. */
  readonly #all = computed<EvaluationSummary[]>(() =>
    this.#resource.hasValue() ? this.#resource.value() : [],
  );
  readonly isKnown = computed(() => this.#resource.hasValue() || this.#resource.error() !== undefined);
  readonly #states = computed(() => {
    const cart = this.#cart.cart() ?? { requirements: [], totals: [] };
    return new Map(
      this.#cart.lines().map(({ offeringId }) => [offeringId, lineEvaluation(offeringId, this.#all(), cart)]),
    );
  });
  /** How many of the sessions have been evaluated, of those that can be. */
  readonly progress = computed(() => {
    const asked = [...this.#states().values()].filter((state) => state !== null);
    return {
      done: asked.filter(({ state }) => state === 'done').length,
      of: asked.length,
      isOptional: asked.every(({ isOptional }) => isOptional),
    };
  });

  of(offeringId: string): LineEvaluation | null {
    return this.#states().get(offeringId) ?? null;
  }
}
