import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  Injector,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { Banner, Button, Card, EmptyState, Icon, PageHeader, Skeleton } from '@laurel/ui';
import type { RequirementView } from '../../core/api/contract.js';
import { SessionStore } from '../../core/session/session.store.js';
import { Layout } from '../../core/layout/layout.js';
import { Wording } from '../../core/wording/wording.js';
import { claimedBefore, keptFromBefore } from '../cart/claimed-before.js';
import { CartStore } from '../cart/cart.store.js';
import { RequirementList } from '../cart/requirement-list.component.js';
import { focusLateHeading } from '../late-heading.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { WhyButton } from '../why/why-button.component.js';
import { RequirementFormCard } from './forms/requirement-form.component.js';
import { ClaimTotal } from './claim-total.component.js';
import { ThumbBar } from '../thumb-bar/thumb-bar.component.js';
import { TotalPicker } from './totals/total-picker.component.js';
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
    RequirementFormCard,
    RequirementList,
    RouterLink,
    Skeleton,
    SubmittedClaimPanel,
    ThumbBar,
    TotalPicker,
    WhyButton,
  ],
  providers: [ReviewStore],
  templateUrl: './review.page.html',
  styleUrl: './review.page.css',
})
export class ReviewPage {
  readonly #document = inject(DOCUMENT);
  readonly #injector = inject(Injector);
  readonly #router = inject(Router);
  protected readonly carts = inject(CartStore);
  private readonly attestation = viewChild<ElementRef<HTMLInputElement>>('attestation');

  protected readonly t = inject(Wording).t;
  protected readonly layout = inject(Layout);
  protected readonly time = inject(SessionStore).time;
  protected readonly claimedBefore = claimedBefore;
  protected readonly keptFromBefore = keptFromBefore;
  protected readonly activity = inject(SessionStore).activity;
  protected readonly review = inject(ReviewStore);
  protected readonly cart = this.review.cart;
  protected readonly failure = computed(() => (this.cart() ? null : this.carts.resource.error()));
  protected readonly statement = form(this.review.isAttested);
  /** The claim in force, while nothing else is open. */
  protected readonly inForce = computed(() => {
    const cart = this.cart();
    return this.review.submission()?.claim ?? (cart?.state === 'submitted' ? cart.submitted : null);
  });
  /** Without what stands on this page itself: the statement, the totals, forms and plain notes. */
  protected readonly requirements = computed(
    () =>
      this.cart()?.requirements.filter(
        ({ action, state }) =>
          !['attest', 'totals', 'form'].includes(action?.kind ?? '') && !this.#isNote({ action, state }),
      ) ?? [],
  );
  protected readonly forms = computed(() =>
    (this.cart()?.requirements ?? []).flatMap((requirement) => {
      const form = requirement.action?.kind === 'form' ? requirement.action.form : undefined;
      return form ? [{ requirement, form }] : [];
    }),
  );
  /** What nobody has to do and everybody has to know before submitting; the deadline has its own place. */
  protected readonly notes = computed(() => {
    const cart = this.cart();
    return (cart?.requirements ?? []).filter(
      (requirement) => this.#isNote(requirement) && requirement.text !== cart?.deadline?.text,
    );
  });
  /** Somebody has pressed "Submit" before everything was there. */
  protected readonly isChecked = signal(false);
  protected readonly asksForTotals = computed(() =>
    (this.cart()?.totals ?? []).some(({ creditType }) => this.review.totals.isAsked(creditType)),
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

  protected async goBack(): Promise<void> {
    await this.review.settled();
    await this.#router.navigateByUrl(this.layout.home());
  }

  protected reload(): void {
    this.carts.resource.reload();
  }

  protected press(): void {
    if (this.review.obstacle() === '') {
      void this.review.submit();
      return;
    }
    this.isChecked.set(true);
    const unmet = this.cart()?.requirements.find(
      ({ action, state }) => state === 'unmet' && action?.kind !== 'attest',
    );
    if (unmet?.action?.kind === 'totals') this.#focus('[data-totals] select', false);
    else if (unmet?.action?.kind === 'form') this.#focus('[data-forms] [aria-invalid]', false);
    else if (this.cart()?.canSubmit && !this.review.isNothing()) this.attestation()?.nativeElement.focus();
    else this.#focus('[data-checklist]', false);
  }

  #isNote({ action, state }: Pick<RequirementView, 'action' | 'state'>): boolean {
    return action === null && state !== 'unmet';
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
