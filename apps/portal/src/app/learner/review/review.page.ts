import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  Injector,
  untracked,
  viewChild,
} from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Banner, Button, Card, EmptyState, Icon, PageHeader, Skeleton } from '@laurel/ui';
import { SessionStore } from '../../core/session/session.store.js';
import { Wording } from '../../core/wording/wording.js';
import { CartStore } from '../cart/cart.store.js';
import { RequirementList } from '../cart/requirement-list.component.js';
import { focusLateHeading } from '../late-heading.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { ClaimTotal } from './claim-total.component.js';
import { ThumbBar } from '../thumb-bar/thumb-bar.component.js';
import { ReviewStore } from './review.store.js';
import { SubmittedClaimPanel } from './submitted-claim.component.js';

/** Everything once more, the statement, and one press. */
@Component({
  selector: 'laurel-review-page',
  imports: [
    Banner,
    Button,
    Card,
    ClaimTotal,
    EmptyState,
    FormField,
    Icon,
    LoadFailed,
    PageHeader,
    RequirementList,
    RouterLink,
    Skeleton,
    SubmittedClaimPanel,
    ThumbBar,
  ],
  providers: [ReviewStore],
  templateUrl: './review.page.html',
  styleUrl: './review.page.css',
})
export class ReviewPage {
  readonly #document = inject(DOCUMENT);
  readonly #injector = inject(Injector);
  readonly #carts = inject(CartStore);
  private readonly attestation = viewChild<ElementRef<HTMLInputElement>>('attestation');

  protected readonly t = inject(Wording).t;
  protected readonly time = inject(SessionStore).time;
  protected readonly review = inject(ReviewStore);
  protected readonly cart = this.review.cart;
  protected readonly failure = computed(() => (this.cart() ? null : this.#carts.resource.error()));
  protected readonly statement = form(this.review.isAttested);
  /** The claim in force, while nothing else is open. */
  protected readonly inForce = computed(() => {
    const cart = this.cart();
    return this.review.submission()?.claim ?? (cart?.state === 'submitted' ? cart.submitted : null);
  });
  /** Without the statement: it stands on this page itself. */
  protected readonly requirements = computed(
    () => this.cart()?.requirements.filter(({ action }) => action?.kind !== 'attest') ?? [],
  );
  protected readonly lineCount = computed(() => {
    const count = this.cart()?.lines.length ?? 0;
    return count === 1 ? `1 ${this.t('session')}` : `${String(count)} ${this.t('sessions').toLowerCase()}`;
  });
  protected readonly note = computed(() => (this.review.isSending() ? '' : this.review.obstacle()));

  constructor() {
    focusLateHeading(() => this.cart() !== null);
    void this.review.refresh();
    effect(() => {
      if (this.review.submission()) untracked(() => this.#focus('main h1', true));
    });
    effect(() => {
      if (this.review.refusal()) untracked(() => this.#focus('[data-refusal]', true));
    });
  }

  protected reload(): void {
    this.#carts.resource.reload();
  }

  protected press(): void {
    if (this.review.obstacle() === '') void this.review.submit();
    else if (this.cart()?.canSubmit && !this.review.isNothing()) this.attestation()?.nativeElement.focus();
    else this.#focus('[data-checklist]', false);
  }

  #focus(selector: string, isAtTop: boolean): void {
    afterNextRender(
      {
        read: () => {
          if (isAtTop) this.#document.defaultView?.scrollTo(0, 0);
          this.#document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: isAtTop });
        },
      },
      { injector: this.#injector },
    );
  }
}
