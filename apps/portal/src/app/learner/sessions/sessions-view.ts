import { computed, inject, linkedSignal, Service, signal, untracked } from '@angular/core';
import { SessionStore } from '../../core/session/session.store.js';
import { CatalogueStore } from '../catalogue/catalogue.store.js';
import {
  ALL_DAYS,
  ANY_TIME,
  facets,
  type Group,
  groupByStart,
  isOnDay,
  NO_FILTERS,
  select,
  sorted,
  type SortKey,
} from './select-offerings.js';

/** Rendered at first, and added whenever the end comes near: a phone never lays out a thousand cards. */
const PAGE = 16;

/** A whole day is rendered while nobody is waiting, for find-in-page and screen readers; more only on the way down. */
const WHOLE_DAY = 128;

/** What of the catalogue is on the screen. Outlives the page, so that coming back from a session finds all as it was. */
@Service()
export class SessionsView {
  readonly #catalogue = inject(CatalogueStore);
  readonly #session = inject(SessionStore);
  readonly #query = signal('');
  readonly #filters = signal(NO_FILTERS);
  /** The day of the address, until the catalogue is there. */
  readonly #asked = signal<string | null>(null);
  readonly sort = signal<SortKey>('date');

  readonly query = this.#query.asReadonly();
  readonly filters = this.#filters.asReadonly();
  readonly hasAnyTime = computed(() => this.#catalogue.offerings().some(({ day }) => day === null));
  readonly days = computed(() => [
    ...new Set(this.#catalogue.offerings().flatMap((offering) => offering.day ?? [])),
  ]);
  /** Today while the meeting runs, or else its first day; all days while somebody searches. */
  readonly day = linkedSignal<{ days: string[]; isSearching: boolean }, string>({
    source: () => ({ days: this.days(), isSearching: this.#query() !== '' }),
    computation: ({ days, isSearching }) => {
      const asked = untracked(this.#asked);
      if (asked !== null && [...days, ALL_DAYS, ANY_TIME].includes(asked)) return asked;
      return this.#defaultDay(days, isSearching);
    },
    equal: (a, b) => a === b,
  });

  /** What the address has to say, so that a reload finds the same; null for what goes without saying. */
  readonly address = computed(() => {
    const day = this.day();
    const isDefault = day === this.#defaultDay(this.days(), this.isSearching());
    return { day: isDefault ? null : day, q: this.#query() || null };
  });

  readonly #found = computed(() => {
    const ids = this.#catalogue.index().find(this.#query());
    if (ids === null) return this.#catalogue.offerings();
    return ids.flatMap((id) => this.#catalogue.byId().get(id) ?? []);
  });
  /** What the filters are counted over: the day and the words typed. */
  readonly #onDay = computed(() => this.#found().filter((offering) => isOnDay(offering, this.day())));
  /** Of these, what "Show" leaves: a category counts what the learner would see of it. */
  readonly #counted = computed(() => {
    const { isHighlightsOnly, isAllowedOnly } = this.#filters();
    const shown = { ...NO_FILTERS, isHighlightsOnly, isAllowedOnly, day: this.day() };
    return new Set(select(this.#onDay(), shown));
  });
  readonly categories = computed(() => facets(this.#onDay(), ({ category }) => category, this.#counted()));
  readonly types = computed(() => facets(this.#onDay(), ({ type }) => type, this.#counted()));

  readonly results = computed(() =>
    sorted(select(this.#onDay(), { ...this.#filters(), day: this.day() }), this.sort()),
  );
  /** Nothing typed or chosen, on today's page or that of all days: where "now and next" belong. */
  readonly isOverview = computed(
    () =>
      !this.isSearching() &&
      this.filterCount() === 0 &&
      isToday(this.day(), this.#session.time().isoDay(Date.now())),
  );
  readonly isSearching = computed(() => this.#query() !== '');
  readonly #shown = linkedSignal({ source: this.results, computation: () => PAGE });
  readonly hasMore = computed(() => this.#shown() < this.results().length);
  readonly isDayRendered = computed(() => this.#shown() >= Math.min(this.results().length, WHOLE_DAY));
  readonly groups = computed<Group[]>(() => {
    const offerings = this.results().slice(0, this.#shown());
    if (this.sort() === 'date') return groupByStart(offerings);
    return offerings.length > 0 ? [{ key: 'title', day: null, startsAt: null, offerings }] : [];
  });
  readonly filterCount = computed(() => {
    const { categories, types, isHighlightsOnly, isAllowedOnly } = this.#filters();
    return categories.size + types.size + Number(isHighlightsOnly) + Number(isAllowedOnly);
  });

  /** Shows what an address says. */
  open({ day, q }: { day?: string; q?: string }): void {
    if (q !== undefined) this.search(q);
    if (day === undefined) return;
    this.#asked.set(day);
    this.day.set(day);
  }

  /** Today; afterwards the day that is freshest in mind, which was the last; before the meeting its first. */
  #defaultDay(days: readonly string[], isSearching: boolean): string {
    if (isSearching) return ALL_DAYS;
    const today = this.#session.time().isoDay(Date.now());
    return days.findLast((day) => day <= today) ?? days[0] ?? ALL_DAYS;
  }

  search(query: string): void {
    this.#asked.set(null);
    this.#query.set(query.trimStart());
  }

  toggleCategory(name: string): void {
    this.#filters.update((filters) => ({ ...filters, categories: toggled(filters.categories, name) }));
  }

  toggleType(name: string): void {
    this.#filters.update((filters) => ({ ...filters, types: toggled(filters.types, name) }));
  }

  toggleHighlights(): void {
    this.#filters.update((filters) => ({ ...filters, isHighlightsOnly: !filters.isHighlightsOnly }));
  }

  toggleAllowed(): void {
    this.#filters.update((filters) => ({ ...filters, isAllowedOnly: !filters.isAllowedOnly }));
  }

  clearFilters(): void {
    this.#filters.set(NO_FILTERS);
  }

  showMore(): void {
    this.#shown.update((shown) => shown + PAGE);
  }
}

const isToday = (day: string, today: string): boolean => day === ALL_DAYS || day === today;

function toggled(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(names);
  if (!next.delete(name)) next.add(name);
  return next;
}
