import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Location } from '@angular/common';
import { Router, RouterLink } from '@angular/router';
import { Button, Chip, EmptyState, Icon, PageHeader, Sheet, Skeleton, type Tab, TabStrip } from '@laurel/ui';
import { SessionStore } from '../../core/session/session.store.js';
import { Layout } from '../../core/layout/layout.js';
import { Wording } from '../../core/wording/wording.js';
import { CartStore } from '../cart/cart.store.js';
import { CatalogueStore } from '../catalogue/catalogue.store.js';
import { ClaimNotice } from '../claim-notice/claim-notice.component.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { OfferingCard } from '../offering/offering-card.component.js';
import { ThumbBar } from '../thumb-bar/thumb-bar.component.js';
import { NowNext } from './now-next.component.js';
import { ALL_DAYS, ANY_TIME, type Group } from './select-offerings.js';
import { SessionFilters } from './session-filters.component.js';
import { SessionsView } from './sessions-view.js';

/** Between two pages of cards that nobody has asked for yet: long enough for a key press to go first. */
const REST_MS = 150;

/** The programme: days as tabs, search as you type, filters, and each session with its way into the cart. */
@Component({
  selector: 'laurel-sessions-page',
  imports: [
    Button,
    Chip,
    ClaimNotice,
    EmptyState,
    Icon,
    LoadFailed,
    NowNext,
    OfferingCard,
    PageHeader,
    RouterLink,
    SessionFilters,
    Sheet,
    Skeleton,
    TabStrip,
    ThumbBar,
  ],
  templateUrl: './sessions.page.html',
  styleUrl: './sessions.page.css',
})
export class SessionsPage {
  readonly #time = inject(SessionStore).time;
  readonly #location = inject(Location);
  readonly #router = inject(Router);
  readonly #catalogue = inject(CatalogueStore);
  private readonly end = viewChild<ElementRef<HTMLElement>>('end');

  protected readonly t = inject(Wording).t;
  protected readonly layout = inject(Layout);
  protected readonly carts = inject(CartStore);
  protected readonly view = inject(SessionsView);
  protected readonly resource = this.#catalogue.resource;
  protected readonly isFilterOpen = signal(false);
  protected readonly tabs = computed<Tab[]>(() => [
    ...this.view.days().map((day) => ({
      key: day,
      label: this.#time().weekday(day),
      detail: this.#time()
        .day(day)
        .replace(/^.*?, /, ''),
    })),
    ...(this.view.hasAnyTime() ? [{ key: ANY_TIME, label: 'Any time', detail: 'on demand' }] : []),
    { key: ALL_DAYS, label: this.t('allDays') },
  ]);
  protected readonly isManyDays = computed(() => this.view.day() === ALL_DAYS);
  protected readonly count = computed(() => {
    const { length } = this.view.results();
    return `${String(length)} ${length === 1 ? 'session' : 'sessions'}`;
  });

  /** Of the address: the day's tab, and the words typed. */
  readonly day = input<string>();
  readonly q = input<string>();

  constructor() {
    effect(() => {
      const asked = { day: this.day(), q: this.q() };
      untracked(() => this.view.open(asked));
    });
    effect(() => {
      const address = this.view.address();
      if (this.#catalogue.resource.hasValue()) untracked(() => this.#writeAddress(address));
    });
    // Built while nobody waits for it, so that the first letter is as quick as the next.
    effect(() => {
      const build = this.#catalogue.index;
      if (this.#catalogue.resource.hasValue()) setTimeout(() => untracked(build));
    });
    effect((onCleanup) => {
      if (this.view.isDayRendered()) return;
      // Reading the groups makes this run again for each page of cards.
      this.view.groups();
      const timer = setTimeout(() => this.view.showMore(), REST_MS);
      onCleanup(() => clearTimeout(timer));
    });
    effect((onCleanup) => {
      const end = this.end();
      if (!end) return;
      const observer = new IntersectionObserver(
        (entries) => {
          if (entries.some((entry) => entry.isIntersecting)) this.view.showMore();
        },
        { rootMargin: '0px 0px 1600px' },
      );
      observer.observe(end.nativeElement);
      onCleanup(() => observer.disconnect());
    });
  }

  /** Without the router: no new page has come, and nothing scrolls. */
  #writeAddress(queryParams: { day: string | null; q: string | null }): void {
    const url = this.#router.createUrlTree(['/sessions'], { queryParams }).toString();
    if (url !== this.#location.path()) this.#location.replaceState(url, '', this.#location.getState());
  }

  protected sortBy(value: string): void {
    this.view.sort.set(value === 'title' ? 'title' : 'date');
  }

  protected heading(group: Group): string {
    const time = this.#time();
    if (this.view.sort() === 'title') return 'By title';
    const at = group.startsAt ? time.time(group.startsAt) : 'On demand';
    return this.isManyDays() && group.day ? `${time.day(group.day)} · ${at}` : at;
  }
}
