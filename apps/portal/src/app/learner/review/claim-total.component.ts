import { Component, computed, input, model, signal } from '@angular/core';
import { Button, Card, CreditAmount, formatCredits, Icon } from '@laurel/ui';
import { AmountStepper } from './amount-stepper/amount-stepper.component.js';
import type { CreditTotal } from '../../core/api/contract.js';

/** More than these stand behind a press. */
const SHOWN_ADJUSTMENTS = 3;

/** One credit type of the claim: the sum as the hero, how it came about, and the chance to claim less. */
@Component({
  selector: 'laurel-claim-total',
  imports: [AmountStepper, Button, Card, CreditAmount, Icon],
  templateUrl: './claim-total.component.html',
  styleUrl: './claim-total.component.css',
})
export class ClaimTotal {
  readonly total = input.required<CreditTotal>();
  /** What is claimed of it, in decimal credits. */
  readonly amount = model.required<number>();

  protected readonly credits = formatCredits;
  protected readonly isLessening = signal(false);
  protected readonly isAll = signal(false);
  protected readonly taken = computed(() =>
    Math.max(0, Math.round((this.total().selected - this.total().computed) * 100) / 100),
  );
  protected readonly isLess = computed(() => this.amount() < this.total().computed);
  protected readonly adjustments = computed(() =>
    this.isAll() ? this.total().adjustments : this.total().adjustments.slice(0, SHOWN_ADJUSTMENTS),
  );
  protected readonly hidden = computed(() => this.total().adjustments.length - this.adjustments().length);

  protected signed(amount: number): string {
    return `${amount < 0 ? '−' : '+'} ${formatCredits(Math.abs(amount))}`;
  }

  protected claimAll(): void {
    this.amount.set(this.total().computed);
    this.isLessening.set(false);
  }
}
