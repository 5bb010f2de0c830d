import {
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, CreditAmount, EmptyState, formatCredits, Icon, PageHeader, Skeleton } from '@laurel/ui';
import type { ClaimHistoryItem, ClaimOrder } from '../../core/api/contract.js';
import { SessionStore } from '../../core/session/session.store.js';
import { Wording } from '../../core/wording/wording.js';
import { CertificateFile } from '../certificates/certificate-file.js';
import { EarnedTabs } from '../earned/earned-tabs.component.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { coursesInWords, stateWord, yearsEarned } from './claim-words.js';
import { ClaimedStore } from './claimed.store.js';

type Sort = ClaimOrder['sort'];

const COLUMNS: readonly { sort: Sort; label: string }[] = [
  { sort: 'claimedAt', label: 'Date claimed' },
  { sort: 'yearEarned', label: 'Year earned' },
  { sort: 'credits', label: 'Credits' },
];

/** Every claim so far, with its certificates; sorted by the server, so that a long list is right as well. */
@Component({
  selector: 'laurel-claimed-page',
  imports: [Button, CreditAmount, EarnedTabs, EmptyState, Icon, LoadFailed, PageHeader, RouterLink, Skeleton],
  providers: [ClaimedStore],
  templateUrl: './claimed.page.html',
  styleUrl: './claimed.page.css',
})
export class ClaimedPage {
  readonly #file = inject(CertificateFile);
  protected readonly store = inject(ClaimedStore);
  protected readonly t = inject(Wording).t;
  protected readonly time = inject(SessionStore).time;
  protected readonly activity = inject(SessionStore).activity;
  protected readonly columns = COLUMNS;
  protected readonly words = formatCredits;
  protected readonly years = yearsEarned;
  protected readonly courses = coursesInWords;
  protected readonly state = stateWord;
  protected readonly order = this.store.order;
  /** What the select on a phone says. */
  protected readonly choices = COLUMNS.flatMap(({ sort, label }) => [
    { value: `${sort} desc`, label: sort === 'credits' ? 'Most credits first' : `${label}, newest first` },
    { value: `${sort} asc`, label: sort === 'credits' ? 'Fewest credits first' : `${label}, oldest first` },
  ]);
  protected readonly chosen = computed(() => `${this.order().sort} ${this.order().order}`);
  private readonly end = viewChild<ElementRef<HTMLElement>>('end');

  constructor() {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void this.store.more();
    });
    inject(DestroyRef).onDestroy(() => observer.disconnect());
    afterRenderEffect(() => {
      const end = this.end()?.nativeElement;
      // Observed anew after every page: what is still in sight then asks for the next.
      this.store.items();
      observer.disconnect();
      if (end) observer.observe(end);
    });
  }

  protected direction(sort: Sort): 'ascending' | 'descending' | null {
    const { sort: current, order } = this.order();
    return current !== sort ? null : order === 'asc' ? 'ascending' : 'descending';
  }

  protected sortBy(sort: Sort): void {
    const isTurned = this.direction(sort) === 'descending';
    this.store.sortBy({ sort, order: isTurned ? 'asc' : 'desc' });
  }

  protected choose(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    const column = COLUMNS.find(({ sort }) => value.startsWith(sort));
    if (column) this.store.sortBy({ sort: column.sort, order: value.endsWith('asc') ? 'asc' : 'desc' });
  }

  /** The certificate that can be fetched now. */
  protected issued({ certificates }: ClaimHistoryItem) {
    return certificates.find(({ state }) => state === 'issued') ?? null;
  }

  protected download(fileUrl: string): string {
    return this.#file.downloadUrl(fileUrl);
  }

  protected print(fileUrl: string): void {
    this.#file.print(fileUrl);
  }
}
