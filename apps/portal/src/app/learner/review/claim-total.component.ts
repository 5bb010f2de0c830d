import { Component, computed, input, model, signal } from '@angular/core';
import { Button, Card, CreditAmount, formatCredits, Icon } from '@laurel/ui';
import { AmountStepper } from './amount-stepper/amount-stepper.component.js';
import type { ClaimedCredit, CreditTotal } from '../../core/api/contract.js';
import { TotalExplanation } from './totals/total-explanation.component.js';

/** One credit type of the claim: the sum as the hero, how it came about, and the chance to claim less. */
@Component({
  selector: 'laurel-claim-total',
  imports: [AmountStepper, Button, Card, CreditAmount, Icon, TotalExplanation],
  templateUrl: './claim-total.component.html',
  styleUrl: './claim-total.component.css',
})
export class ClaimTotal {
  readonly total = input.required<CreditTotal>();
  /** What is claimed of it, in decimal credits. */
  readonly amount = model.required<number>();
  /** What was claimed of it in the claim that is being amended, where that was less than all. */
  readonly before = input<ClaimedCredit | null>(null);
  /** The same in a sentence, and whether it is kept. */
  readonly kept = input('');

  protected readonly credits = formatCredits;
  protected readonly isLessening = signal(false);
  protected readonly isLess = computed(() => this.amount() < this.total().computed);

  protected claimAll(): void {
    this.amount.set(this.total().computed);
    this.isLessening.set(false);
  }
}
