import { computed, inject, linkedSignal, resource, type Signal } from '@angular/core';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { SessionStore } from '../../core/session/session.store.js';
import { CartStore } from '../cart/cart.store.js';
import { EvaluationDrafts } from './evaluation-drafts.js';
import { type QueuedSession, placeIn } from './place-in-queue.js';

export interface OpenSession {
  formKey: string;
  /** Undefined for a form that is not about sessions. */
  offeringId: string | undefined;
  isComplete: boolean;
}

/**
 * The learner's sessions that one form asks about, in the order of the claim: so that fifteen can be done
 * in a row. Call it in an injection context.
 */
export function sessionQueue(open: Signal<OpenSession>) {
  const api = inject(LaurelApi);
  const session = inject(SessionStore);
  const drafts = inject(EvaluationDrafts);
  const cart = inject(CartStore);

  const summaries = resource({
    params: () => (open().offeringId === undefined ? undefined : open().formKey),
    loader: async ({ params: formKey }) => {
      await drafts.settled();
      const all = await api.evaluations(session.activityId());
      return all.filter((summary) => summary.formKey === formKey && summary.offeringId !== null);
    },
  });
  /** What was completed here since the list was read. */
  const done = linkedSignal<OpenSession, ReadonlySet<string>>({
    source: open,
    computation: ({ offeringId, isComplete }, before) => {
      const known = new Set(before?.value);
      if (offeringId !== undefined && isComplete) known.add(offeringId);
      else if (offeringId !== undefined) known.delete(offeringId);
      return known;
    },
  });
  const queue = computed<QueuedSession[]>(() => {
    if (!summaries.hasValue()) return [];
    const { offeringId: here } = open();
    const places = new Map(cart.lines().map((line, place) => [line.offeringId, place]));
    return summaries
      .value()
      .flatMap(({ offeringId, isComplete }) => {
        if (offeringId === null) return [];
        const isDone = done().has(offeringId) || (isComplete && offeringId !== here);
        return { offeringId, isDone };
      })
      .toSorted((one, other) => (places.get(one.offeringId) ?? 0) - (places.get(other.offeringId) ?? 0));
  });
  return computed(() => placeIn(queue(), open().offeringId));
}
