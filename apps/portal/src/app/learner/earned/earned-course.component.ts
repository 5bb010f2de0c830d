import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { formatCredits, Icon } from '@laurel/ui';
import type { EarnedCourse } from '../../core/api/contract.js';
import { EarnedStore } from './earned.store.js';
import { ExpiresSoon } from './expires-soon.component.js';
import { firstExpiry } from './first-expiry.js';
import { EarnedTopicRow } from './earned-topic.component.js';
import { sumOf } from './selection.js';

/** A course with its completed topics: one checkbox for all of them, and each of them behind one press. */
@Component({
  selector: 'laurel-earned-course',
  imports: [EarnedTopicRow, ExpiresSoon, Icon],
  template: `
    <div class="head">
      <h2>
        <button
          type="button"
          [attr.aria-expanded]="isOpen()"
          [attr.aria-controls]="listId()"
          (click)="flip()"
        >
          <laurel-icon name="chevron-down" />
          <span class="words">
            <span>{{ course().title }}</span>
            <span class="soft caption tabular">{{ standing() }}</span>
            @if (isOpen() ? null : expiring(); as first) {
              <laurel-expires-soon [until]="first.until" [amount]="first.amount" />
            }
          </span>
        </button>
      </h2>
      <span class="amount tabular">{{ selected() }}</span>
      @if (canSelect()) {
        <input
          type="checkbox"
          [checked]="checked() === 'all'"
          [indeterminate]="checked() === 'some'"
          [attr.aria-label]="'All topics of ' + course().title"
          (change)="store.toggle(topics(), checked() !== 'all')"
        />
      }
    </div>
    @if (isOpen()) {
      <ul [id]="listId()" [attr.aria-label]="'Topics of ' + course().title">
        @for (topic of course().topics; track topic.offeringId) {
          <li>
            <laurel-earned-topic
              [topic]="topic"
              [amount]="store.selection().amounts.get(topic.offeringId) ?? null"
              [unit]="store.type()?.unit ?? ''"
              [isSelectable]="!store.isWalled()"
              (toggled)="store.toggle([topic], $event)"
              (amountChange)="store.setAmount(topic, $event)"
            />
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './earned-course.component.css',
})
export class EarnedCourseCard {
  readonly course = input.required<EarnedCourse>();
  /** Whether it begins with its topics shown. */
  readonly isOpenAtFirst = input(true);

  protected readonly store = inject(EarnedStore);
  protected readonly isOpen = linkedSignal(() => this.isOpenAtFirst());
  protected readonly listId = computed(() => `topics-of-${this.course().code}`);
  protected readonly topics = computed(() => this.course().topics.filter(({ isAllowed }) => isAllowed));
  protected readonly canSelect = computed(() => !this.store.isWalled() && this.topics().length > 0);
  protected readonly checked = computed(() => this.store.checked(this.topics()));
  readonly #chosen = computed(() => {
    const { amounts } = this.store.selection();
    return this.topics().flatMap(({ offeringId }) => amounts.get(offeringId) ?? []);
  });
  protected readonly selected = computed(() => {
    const isAny = this.#chosen().length > 0;
    return formatCredits(isAny ? sumOf(this.#chosen()) : this.course().available);
  });
  protected readonly standing = computed(() => {
    const count = this.course().topics.length;
    const topics = count === 1 ? '1 topic' : `${String(count)} topics`;
    const chosen = this.#chosen().length;
    return chosen === 0 ? topics : `${String(chosen)} of ${topics}`;
  });

  /** What ends first of what the society warns of; the topics themselves say it where they are shown. */
  protected readonly expiring = computed(() =>
    firstExpiry(this.course().topics.filter(({ isExpiringSoon }) => isExpiringSoon)),
  );

  protected flip(): void {
    this.isOpen.update((isOpen) => !isOpen);
  }
}
