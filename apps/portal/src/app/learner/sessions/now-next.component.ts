import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@laurel/ui';
import type { OfferingCard } from '../../core/api/contract.js';
import { SessionStore } from '../../core/session/session.store.js';
import { CatalogueStore } from '../catalogue/catalogue.store.js';
import { ItineraryStore } from '../itinerary/itinerary.store.js';
import { byAllowed, nowAndNext } from './select-offerings.js';

const MINUTE_MS = 60_000;

/** While the meeting runs: what is on now and what comes next, one's own starred sessions first, then what can be claimed. */
@Component({
  selector: 'laurel-now-next',
  imports: [Icon, RouterLink],
  template: `
    @if (shown(); as strip) {
      <section aria-label="Now and next">
        <div class="choice">
          @for (other of strips(); track other.title) {
            <button type="button" [attr.aria-pressed]="other === strip" (click)="chosen.set(other.title)">
              @if (other.isLive) {
                <span class="pulse"></span>
              }
              {{ other.title }} <span class="at tabular">{{ other.at }}</span>
            </button>
          }
        </div>
        <ul>
          @for (session of strip.sessions; track session.id) {
            <li>
              <a [routerLink]="['/sessions', session.id]">
                <span class="title">{{ session.title }}</span>
                <span class="room">
                  @if (itinerary.has(session.id)) {
                    <laurel-icon name="star" [isFilled]="true" /><span class="visually-hidden"
                      >starred,
                    </span>
                  }
                  {{ session.room }}
                </span>
              </a>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './now-next.component.css',
})
export class NowNext {
  readonly #catalogue = inject(CatalogueStore);
  readonly #time = inject(SessionStore).time;
  readonly #now = signal(Date.now());
  protected readonly itinerary = inject(ItineraryStore);

  protected readonly strips = computed(() => {
    const { now, next } = nowAndNext(this.#catalogue.offerings(), this.#now());
    const ends = now.flatMap((session) => session.endsAt ?? []).toSorted();
    const startsAt = next[0]?.startsAt;
    return [
      {
        title: 'On now',
        at: ends[0] ? `until ${this.#time().time(ends[0])}` : '',
        sessions: now,
        isLive: true,
      },
      { title: 'Next', at: startsAt ? this.#time().time(startsAt) : '', sessions: next, isLive: false },
    ]
      .filter((strip) => strip.sessions.length > 0)
      .map((strip) => ({ ...strip, sessions: strip.sessions.toSorted(this.#wantedFirst) }));
  });

  protected readonly chosen = signal('On now');
  protected readonly shown = computed(
    () => this.strips().find((strip) => strip.title === this.chosen()) ?? this.strips()[0],
  );

  constructor() {
    const timer = setInterval(() => this.#now.set(Date.now()), MINUTE_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** What is starred, then what can be claimed: a committee's meeting is what fewest look for. */
  readonly #wantedFirst = (a: OfferingCard, b: OfferingCard): number =>
    Number(this.itinerary.has(b.id)) - Number(this.itinerary.has(a.id)) || byAllowed(a, b);
}
