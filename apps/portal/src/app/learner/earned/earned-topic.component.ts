import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Button, formatCredits } from '@laurel/ui';
import type { EarnedTopic } from '../../core/api/contract.js';
import { SessionStore } from '../../core/session/session.store.js';
import { WhyButton } from '../why/why-button.component.js';
import { ExpiresSoon } from './expires-soon.component.js';
import { AmountStepper } from '../review/amount-stepper/amount-stepper.component.js';

/** One completed topic: what it carries, until when it keeps, and how much of it is claimed. */
@Component({
  selector: 'laurel-earned-topic',
  imports: [AmountStepper, Button, ExpiresSoon, WhyButton],
  template: `
    <label class="row" [for]="id('box')" [class.is-off]="!canSelect()">
      <span class="words">
        <span [id]="id('title')">{{ topic().title }}</span>
        <span class="soft caption" [id]="id('when')">{{ when() }}</span>
        @if (topic().isExpiringSoon && topic().until; as until) {
          <laurel-expires-soon [until]="until" />
        }
      </span>
      <span class="amount tabular" [id]="id('amount')">
        @if (isReduced()) {
          <s class="soft">{{ words(topic().amount) }}</s>
        }
        {{ words(amount() ?? topic().amount) }}
      </span>
      @if (canSelect()) {
        <input
          type="checkbox"
          [id]="id('box')"
          [checked]="amount() !== null"
          [attr.aria-labelledby]="id('title') + ' ' + id('amount')"
          [attr.aria-describedby]="id('when')"
          (change)="toggled.emit(amount() === null)"
        />
      }
    </label>
    @for (denial of topic().denials; track denial.text) {
      <p class="denial">{{ denial.text }} {{ denial.remedy ?? '' }}</p>
    }
    @if (topic().denials.length > 0 || amount() !== null) {
      <laurel-why-button
        class="no-print"
        [about]="{ kind: 'offering', offeringId: topic().offeringId, title: topic().title }"
      />
    }
    @if (amount(); as chosen) {
      @if (isOpen() || isReduced()) {
        <div class="less">
          <laurel-amount-stepper
            [amount]="chosen"
            [max]="topic().amount"
            [increment]="topic().increment"
            [label]="'How much of ' + topic().title"
            [unit]="unit()"
            (amountChange)="amountChange.emit($event)"
          />
          @if (isReduced()) {
            <p class="small given-up">
              You claim {{ words(chosen) }} of {{ words(topic().amount) }}. The other {{ words(rest()) }} of
              this topic is given up: a topic is claimed once.
            </p>
          }
        </div>
      } @else if (topic().amount > topic().increment) {
        <button laurelButton look="plain" class="open" type="button" (click)="isOpen.set(true)">
          Claim less<span class="visually-hidden"> of {{ topic().title }}</span>
        </button>
      }
    }
  `,
  styleUrl: './earned-topic.component.css',
})
export class EarnedTopicRow {
  readonly topic = input.required<EarnedTopic>();
  /** Decimal credits that are selected of it; null when it is not selected. */
  readonly amount = input.required<number | null>();
  readonly unit = input('');
  /** Whether anything can be selected at all. */
  readonly isSelectable = input(true);
  readonly toggled = output<boolean>();
  readonly amountChange = output<number>();

  protected readonly time = inject(SessionStore).time;
  protected readonly isOpen = signal(false);
  protected readonly words = formatCredits;
  protected readonly canSelect = computed(() => this.isSelectable() && this.topic().isAllowed);
  protected readonly isReduced = computed(() => {
    const amount = this.amount();
    return amount !== null && amount < this.topic().amount;
  });
  protected readonly rest = computed(() => this.topic().amount - (this.amount() ?? 0));
  protected readonly when = computed(() => {
    const { earnedAt, until, isExpiringSoon } = this.topic();
    const earned = `Earned ${this.time().date(earnedAt)}`;
    return until && !isExpiringSoon ? `${earned} · keeps until ${this.time().date(until)}` : earned;
  });

  protected id(part: string): string {
    return `topic-${part}-${this.topic().offeringId}`;
  }
}
