import { Component, computed, input, signal } from '@angular/core';
import { Button, formatCredits } from '@laurel/ui';
import type { CreditTotal } from '../../../core/api/contract.js';
import { aboutAdjustment } from '../../why/why-about.js';
import { WhyButton } from '../../why/why-button.component.js';

/** More than these stand behind a press. */
const SHOWN_ADJUSTMENTS = 3;

/** How a total came about: what was selected, and every adjustment with its sentence. */
@Component({
  selector: 'laurel-total-explanation',
  imports: [Button, WhyButton],
  template: `
    @if (total().adjustments.length > 0) {
      <p class="equation tabular">
        {{ credits(total().selected) }} selected − {{ credits(taken()) }} = {{ credits(total().computed) }}
      </p>
      <ul>
        @for (adjustment of adjustments(); track $index) {
          <li>
            <span class="amount tabular">{{ signed(adjustment.amount) }}</span>
            <span
              >{{ adjustment.text }} <laurel-why-button class="no-print" [about]="aboutOf(total(), $index)"
            /></span>
          </li>
        }
      </ul>
      @if (hidden() > 0) {
        <button laurelButton look="plain" type="button" class="more" (click)="isAll.set(true)">
          Show {{ hidden() }} more
        </button>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-1);
    }
    :host:empty {
      display: none;
    }
    .equation {
      font-size: var(--size-small);
      font-weight: var(--weight-medium);
    }
    ul {
      display: grid;
      gap: 0.375rem;
    }
    li {
      display: grid;
      grid-template-columns: 4rem 1fr;
      font-size: var(--size-small);
      color: var(--ink-soft);
    }
    .amount {
      color: var(--ink);
      font-weight: var(--weight-medium);
      white-space: nowrap;
    }
    .more {
      justify-self: start;
      margin-inline-start: -0.5rem;
    }
  `,
})
export class TotalExplanation {
  readonly total = input.required<CreditTotal>();
  protected readonly credits = formatCredits;
  protected readonly aboutOf = aboutAdjustment;
  protected readonly isAll = signal(false);
  protected readonly taken = computed(() =>
    Math.max(0, Math.round((this.total().selected - this.total().computed) * 100) / 100),
  );
  protected readonly adjustments = computed(() =>
    this.isAll() ? this.total().adjustments : this.total().adjustments.slice(0, SHOWN_ADJUSTMENTS),
  );
  protected readonly hidden = computed(() => this.total().adjustments.length - this.adjustments().length);

  protected signed(amount: number): string {
    return `${amount < 0 ? '−' : '+'} ${formatCredits(Math.abs(amount))}`;
  }
}
