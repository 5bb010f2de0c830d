import { Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Banner,
  Button,
  Card,
  EmptyState,
  formatCredits,
  Icon,
  PageHeader,
  Skeleton,
  Snackbar,
} from '@laurel/ui';
import type { AddResult as Result, CartLine as Line, CartSource } from '../../core/api/contract.js';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { sentenceFor } from '../../core/api/problem.js';
import { SessionStore } from '../../core/session/session.store.js';
import { Wording } from '../../core/wording/wording.js';
import { AddResult } from '../add-result/add-result.component.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { LookHere } from '../look-here.directive.js';
import { aboutOverlap } from '../why/why-about.js';
import { WhyButton } from '../why/why-button.component.js';
import { cartDays } from './cart-blocks.js';
import { claimedBefore, keptFromBefore } from './claimed-before.js';
import { CartLine } from './cart-line.component.js';
import { CartStore } from './cart.store.js';
import { CreditTotal } from './credit-total.component.js';
import { nextAction } from './next-action.js';
import { RequirementList } from './requirement-list.component.js';
import { sourceWords } from './source-words.js';

/** The draft claim: lines by day, totals that explain themselves, imports, what is still needed, and what is next. */
@Component({
  selector: 'laurel-cart-page',
  imports: [
    AddResult,
    Banner,
    Button,
    Card,
    CartLine,
    CreditTotal,
    EmptyState,
    Icon,
    LoadFailed,
    LookHere,
    PageHeader,
    RequirementList,
    RouterLink,
    Skeleton,
    WhyButton,
  ],
  templateUrl: './cart.page.html',
  styleUrl: './cart.page.css',
})
export class CartPage {
  readonly #api = inject(LaurelApi);
  readonly #session = inject(SessionStore);
  readonly #snackbar = inject(Snackbar);

  protected readonly t = inject(Wording).t;
  protected readonly time = this.#session.time;
  protected readonly store = inject(CartStore);
  protected readonly cart = this.store.cart;
  protected readonly days = computed(() => cartDays(this.store.lines(), this.cart()?.overlaps ?? []));
  protected readonly otherTotals = computed(() =>
    (this.cart()?.totals ?? []).filter((total) => total !== this.store.mainTotal()),
  );
  /**
   * Without the deadline, which stands with the total, without a second way to what the empty cart offers, and
   * without the statement once it is given.
   */
  protected readonly requirements = computed(() => {
    const cart = this.cart();
    const isEmpty = this.store.lines().length === 0;
    return (cart?.requirements ?? [])
      .filter(({ state, text }) => state === 'unmet' || text !== cart?.deadline?.text)
      .filter(({ action }) => cart?.state !== 'submitted' || action?.kind !== 'attest')
      .map((requirement) =>
        isEmpty && requirement.action?.kind === 'sessions' ? { ...requirement, action: null } : requirement,
      );
  });
  protected readonly claimedBefore = claimedBefore;
  protected readonly keptFromBefore = keptFromBefore;
  protected readonly aboutOverlap = aboutOverlap;
  protected readonly next = computed(() => {
    const cart = this.cart();
    return cart ? nextAction(cart, this.store.lines().length) : null;
  });

  readonly #sources = resource({ loader: () => this.#api.cartSources(this.#session.activityId()) });
  /** What other places have for the cart, and how much of it is not in it yet. */
  protected readonly sources = computed(() =>
    (this.#sources.hasValue() ? this.#sources.value() : [])
      // Nothing starred is nothing to say; of other places the learner may expect that something has come.
      .filter((source) => source.offeringIds.length > 0 || source.kind !== 'itinerary')
      .map((source) => ({
        ...source,
        newCount: source.offeringIds.filter((id) => !this.store.has(id)).length,
      }))
      .map((source) => ({
        ...source,
        words: sourceWords(source.mark, source.offeringIds.length, source.newCount, this.t('cart')),
      })),
  );
  protected readonly result = signal<Result | null>(null);
  protected readonly problem = signal('');
  protected readonly importing = signal<string | null>(null);

  /** What other places have sent keeps its mark, also when it was removed and added again by hand. */
  protected markOf({ addedFrom, offeringId }: Line): string {
    const source = this.sources().find(
      ({ kind, offeringIds }) =>
        kind !== 'itinerary' && (kind === addedFrom || offeringIds.includes(offeringId)),
    );
    return source?.mark ?? '';
  }

  /** The society's own word for the itinerary's button; evidence brings its own ("Import from App"). */
  protected labelOf(source: CartSource): string {
    return source.kind === 'itinerary' ? this.t('addAllToCart') : source.label;
  }

  protected async importFrom(kind: string): Promise<void> {
    if (this.importing()) return;
    this.importing.set(kind);
    this.problem.set('');
    this.result.set(null);
    try {
      this.result.set(await this.store.addFrom(kind));
    } catch (cause) {
      this.problem.set(sentenceFor(cause));
    } finally {
      this.importing.set(null);
    }
  }

  protected amountOf(amount: number): string {
    return formatCredits(amount);
  }

  protected async discard(): Promise<void> {
    try {
      await this.store.discard();
    } catch (cause) {
      this.#snackbar.show({ text: sentenceFor(cause) });
    }
  }
}
