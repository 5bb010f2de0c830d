import { Component, computed, input, signal } from '@angular/core';
import { CreditAmount, formatCredits, Icon } from '@laurel/ui';
import type { Cart, CreditTotal as Total } from '../../core/api/contract.js';
import { aboutAdjustment } from '../why/why-about.js';
import { WhyButton } from '../why/why-button.component.js';
import { explainTotal } from './explain-total.js';

let nextId = 0;

/** A running total that explains itself when touched. */
@Component({
  selector: 'laurel-credit-total',
  imports: [CreditAmount, Icon, WhyButton],
  template: `
    <button
      type="button"
      [attr.aria-expanded]="isOpen()"
      [attr.aria-controls]="id"
      (click)="isOpen.set(!isOpen())"
    >
      <laurel-credit-amount
        [size]="isHero() ? 'hero' : 'title'"
        [amount]="amount() ?? total().computed"
        [unit]="total().unit"
      />
      <laurel-icon name="chevron-down" class="turn" />
      <span class="visually-hidden">How is this counted?</span>
    </button>
    <p class="sum tabular" [id]="id" [hidden]="!isOpen() && total().adjustments.length === 0">
      {{ amountOf(total().computed) }} =
      @for (term of terms(); track $index) {
        <span>
          @if (!$first) {
            {{ term.amount < 0 ? '−' : '+' }}
          }
          {{ amountOf(term.amount) }} {{ term.words }}
        </span>
      }
    </p>
    @if (isOpen() && total().adjustments.length > 0) {
      <ul>
        @for (adjustment of total().adjustments; track $index) {
          <li>
            <span class="tabular"
              >{{ adjustment.amount < 0 ? '−' : '+' }}{{ amountOf(adjustment.amount) }}</span
            >
            <span
              >{{ adjustment.text }} <laurel-why-button class="no-print" [about]="aboutOf(total(), $index)"
            /></span>
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './credit-total.component.css',
})
export class CreditTotal {
  readonly total = input.required<Total>();
  readonly overlaps = input.required<Cart['overlaps']>();
  readonly isHero = input(false);
  /** An estimate that is shown until the server has counted. */
  readonly amount = input<number>();
  protected readonly id = `credit-total-${(nextId += 1)}`;
  protected readonly isOpen = signal(false);
  protected readonly aboutOf = aboutAdjustment;
  protected readonly terms = computed(() => explainTotal(this.total(), this.overlaps()));

  protected amountOf(amount: number): string {
    return formatCredits(Math.abs(amount));
  }
}
