import { Component, computed, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  Banner,
  Button,
  CreditAmount,
  EmptyState,
  formatCredits,
  Icon,
  PageHeader,
  Skeleton,
} from '@laurel/ui';
import type { EarnedCreditType } from '../../core/api/contract.js';
import { SessionStore } from '../../core/session/session.store.js';
import { Wording } from '../../core/wording/wording.js';
import { focusLateHeading } from '../late-heading.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { ThumbBar } from '../thumb-bar/thumb-bar.component.js';
import { ClaimWall } from './claim-wall.component.js';
import { firstExpiry } from './first-expiry.js';
import { EarnedCourseCard } from './earned-course.component.js';
import { EarnedStore } from './earned.store.js';
import { EarnedTabs } from './earned-tabs.component.js';

/** Up to this many topics all courses begin open; beyond it, the list of courses is the overview. */
const COMFORTABLE = 60;

/** What was earned and not claimed yet, by course: select all, courses or topics, and claim. */
@Component({
  selector: 'laurel-earned-page',
  imports: [
    Banner,
    Button,
    ClaimWall,
    CreditAmount,
    EarnedCourseCard,
    EarnedTabs,
    EmptyState,
    Icon,
    LoadFailed,
    PageHeader,
    Skeleton,
    ThumbBar,
  ],
  templateUrl: './earned.page.html',
  styleUrl: './earned.page.css',
})
export class EarnedPage {
  readonly #router = inject(Router);
  protected readonly t = inject(Wording).t;
  protected readonly store = inject(EarnedStore);
  protected readonly activity = inject(SessionStore).activity;
  protected readonly time = inject(SessionStore).time;
  protected readonly words = formatCredits;

  protected readonly earnings = this.store.earnings;
  protected readonly isGoing = signal(false);
  /** Why the press did not lead on. */
  protected readonly note = signal('');
  /** What expires first, in a sentence: what is said of years to come must not hide what goes this week. */
  protected readonly expiry = computed(() => {
    const first = firstExpiry(this.store.topics());
    if (first === null) return '';
    const { until, amount } = first;
    const time = this.time();
    return `The first to expire: ${formatCredits(amount)}, on ${time.date(until)} (${time.left(until)}).`;
  });
  protected readonly isShort = computed(
    () => (this.earnings()?.courses ?? []).reduce((sum, { topics }) => sum + topics.length, 0) <= COMFORTABLE,
  );
  protected readonly count = computed(() => this.store.selection().amounts.size);
  protected readonly topicsInWords = computed(() => {
    const count = this.store.topics().length;
    return count === 1 ? '1 topic' : `${String(count)} topics`;
  });

  constructor() {
    focusLateHeading(() => this.earnings() !== null);
    // Since the last visit more may have been earned, or claimed on another device.
    if (this.earnings() !== null) this.store.reload();
    const document = inject(DOCUMENT);
    const look = () => {
      // Back from buying the membership in another tab.
      if (document.visibilityState === 'visible' && this.store.isWalled()) this.store.reload();
    };
    document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('visibilitychange', look));
  }

  /** A type as the menu has it. Of the one that is shown, the page itself says what expires. */
  protected inMenu({ creditType, shortName, available, expiring }: EarnedCreditType): string {
    const isElsewhere = expiring !== null && creditType !== this.store.creditType();
    return `${shortName} (${formatCredits(available)})${isElsewhere ? ' – some expires soon' : ''}`;
  }

  protected pick(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.store.pick(event.target.value);
  }

  protected async claim(): Promise<void> {
    if (this.isGoing()) return;
    if (this.count() === 0) {
      this.note.set('Select what you want to claim first.');
      return;
    }
    this.note.set('');
    this.isGoing.set(true);
    try {
      if (await this.store.settled()) await this.#router.navigateByUrl('/credits/preview');
      else this.note.set('We could not save your selection yet. Please try again in a moment.');
    } finally {
      this.isGoing.set(false);
    }
  }
}
