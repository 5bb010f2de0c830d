import { Component, computed, inject, input, model, resource } from '@angular/core';
import { formatCredits, Sheet, Skeleton } from '@laurel/ui';
import type { WhyEntry } from '../../core/api/contract.js';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { SessionStore } from '../../core/session/session.store.js';
import { CartStore } from '../cart/cart.store.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { type WhyAbout, whyOf } from './why-about.js';
import { WhyList } from './why-list.component.js';

/** The decision trail of one thing in plain words; asked for when it is opened, so that it tells of now. */
@Component({
  selector: 'laurel-why-sheet',
  imports: [LoadFailed, Sheet, Skeleton, WhyList],
  template: `
    <laurel-sheet title="Why?" [isText]="true" [(isOpen)]="isOpen">
      <p class="about">{{ about().title }}</p>
      @if (trail.error(); as cause) {
        <laurel-load-failed [cause]="cause" (again)="trail.reload()" />
      } @else if (trail.hasValue()) {
        @if (less(); as sentence) {
          <p class="about">{{ sentence }}</p>
        }
        <laurel-why-list
          [entries]="trail.value()"
          [namesSessions]="about().kind !== 'offering'"
          [nothing]="nothing()"
        />
      } @else {
        <div aria-busy="true">
          <span class="visually-hidden">Loading the reasons</span>
          <laurel-skeleton height="4rem" />
        </div>
      }
    </laurel-sheet>
  `,
  styles: `
    .about {
      margin-block-end: var(--space-2);
      color: var(--ink-soft);
      text-wrap: pretty;
    }
  `,
})
export class WhySheet {
  readonly #api = inject(LaurelApi);
  readonly #session = inject(SessionStore);
  readonly #cart = inject(CartStore);
  readonly about = input.required<WhyAbout>();
  readonly isOpen = model.required<boolean>();

  protected readonly trail = resource({
    params: () => (this.isOpen() ? this.about() : undefined),
    loader: ({ params: about }) => this.#load(about),
  });
  protected readonly nothing = computed(() =>
    this.about().kind === 'total'
      ? 'Nothing was taken off: every session counts in full.'
      : 'No rule stands in the way.',
  );

  /** That of a claim that is in less was claimed than was possible; empty where it was all. */
  protected readonly less = computed(() => {
    const about = this.about();
    if (about.kind !== 'total') return '';
    const credit = this.#cart
      .cart()
      ?.submitted?.credits.find(({ creditType }) => creditType === about.creditType);
    return credit && credit.claimed < credit.computed
      ? `You chose to claim ${formatCredits(credit.claimed)} of the ${formatCredits(credit.computed)} you could.`
      : '';
  });

  async #load(about: WhyAbout): Promise<readonly WhyEntry[]> {
    const activityId = this.#session.activityId();
    // The trail is of what the server has.
    await this.#cart.settled();
    if (about.kind !== 'offering') return whyOf(about, (await this.#api.whyClaim(activityId)).entries);
    const isInCart = this.#cart.has(about.offeringId);
    const [{ why }, trail] = await Promise.all([
      this.#api.offering(activityId, about.offeringId),
      isInCart ? this.#api.whyClaim(activityId) : { entries: [] },
    ]);
    const effects = whyOf(about, trail.entries);
    // That it may be claimed is no answer beside what was taken off.
    return effects.length === 0 ? why : [...effects, ...why.filter(({ outcome }) => outcome !== 'allowed')];
  }
}
