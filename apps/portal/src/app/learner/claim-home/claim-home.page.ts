import { Component, computed, ElementRef, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, Card, CreditAmount, EmptyState, Icon, Skeleton } from '@laurel/ui';
import { SessionStore } from '../../core/session/session.store.js';
import { Layout } from '../../core/layout/layout.js';
import { TenantStore } from '../../core/tenant/tenant.store.js';
import { Wording } from '../../core/wording/wording.js';
import { CartStore } from '../cart/cart.store.js';
import { CreditTotal } from '../cart/credit-total.component.js';
import { nextAction } from '../cart/next-action.js';
import { ClaimNotice } from '../claim-notice/claim-notice.component.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { Leaving } from '../leaving/leaving.js';
import { groupByDay } from '../sessions/select-offerings.js';
import { ClaimReports } from '../review/claim-reports.component.js';
import { ChosenLess } from '../review/totals/chosen-less.component.js';
import { ThumbBar } from '../thumb-bar/thumb-bar.component.js';
import { WhyButton } from '../why/why-button.component.js';
import { ClaimLine } from './claim-line.component.js';
import { LineEvaluations } from './line-evaluations.store.js';

/** The claim's own page, where a society has it first: the sessions, an evaluation for each, and the way to the end. */
@Component({
  selector: 'laurel-claim-home-page',
  imports: [
    Button,
    Card,
    ChosenLess,
    ClaimLine,
    ClaimNotice,
    ClaimReports,
    CreditAmount,
    CreditTotal,
    EmptyState,
    Icon,
    LoadFailed,
    RouterLink,
    Skeleton,
    ThumbBar,
    WhyButton,
  ],
  providers: [LineEvaluations],
  templateUrl: './claim-home.page.html',
  styleUrl: './claim-home.page.css',
})
export class ClaimHomePage {
  readonly #tenants = inject(TenantStore);
  private readonly add = viewChild<unknown, ElementRef<HTMLElement>>('add', { read: ElementRef });

  protected readonly t = inject(Wording).t;
  protected readonly time = inject(SessionStore).time;
  protected readonly layout = inject(Layout);
  protected readonly leaving = inject(Leaving);
  protected readonly store = inject(CartStore);
  protected readonly evaluations = inject(LineEvaluations);
  protected readonly cart = this.store.cart;
  protected readonly activity = inject(SessionStore).activity;
  protected readonly support = computed(() => this.#tenants.tenant()?.support ?? null);
  protected readonly days = computed(() => groupByDay(this.store.lines()));
  protected readonly isSubmitted = computed(() => this.cart()?.state === 'submitted');
  protected readonly next = computed(() => {
    const cart = this.cart();
    return cart ? nextAction(cart, this.store.lines().length) : null;
  });
  /** "2 of 5 evaluated"; empty where sessions are not evaluated. */
  protected readonly evaluated = computed(() => {
    const { done, of, isOptional } = this.evaluations.progress();
    if (of === 0) return '';
    const words = `${String(done)} of ${String(of)} evaluated`;
    return isOptional && done < of && this.store.closed() === null ? `${words} · optional` : words;
  });

  /** What has to be done before there is anything to submit. */
  protected leadToSessions(): void {
    this.add()?.nativeElement.focus();
  }
}
