import { Component, computed, inject, input, output } from '@angular/core';
import { Button, formatCredits, Icon, isAmaPhrase, unitFor } from '@laurel/ui';
import type { CreditTotal } from '../../../core/api/contract.js';
import { Wording } from '../../../core/wording/wording.js';
import { CatalogueStore } from '../../catalogue/catalogue.store.js';
import { stepsDown } from './steps-down.js';
import { TotalExplanation } from './total-explanation.component.js';

let nextId = 0;

/** One credit type of the claim whose total the learner picks, from the computed maximum downward. */
@Component({
  selector: 'laurel-total-picker',
  imports: [Button, Icon, TotalExplanation],
  template: `
    <div class="label">
      <label [for]="id">{{ label() }}</label>
      <span class="small soft">{{ chosen() === null ? 'required' : '' }}</span>
    </div>
    <div class="pick">
      <span class="box" [class.is-open]="chosen() === null">
        <select
          #amount
          class="tabular"
          [id]="id"
          [attr.aria-describedby]="id + '-unit'"
          (change)="picked.emit(+amount.value)"
        >
          @if (chosen() === null) {
            <option value="" selected disabled>Choose</option>
          }
          @for (step of steps(); track step) {
            <option [value]="step" [selected]="step === chosen()">{{ credits(step) }}</option>
          }
        </select>
        <laurel-icon name="chevron-down" />
      </span>
      <span class="small soft" [class.is-italic]="isItalic()" [id]="id + '-unit'">{{ unit() }}</span>
    </div>
    @if (kept()) {
      <p class="small soft">{{ kept() }}</p>
    }
    @if (isLess() && chosen(); as amount) {
      <p class="small soft">
        You chose {{ credits(amount) }}; {{ credits(total().computed) }} is possible now.
      </p>
    }
    @if (chosen() === null || isLess()) {
      <button laurelButton look="tonal" type="button" class="all" (click)="picked.emit(total().computed)">
        Claim all {{ credits(total().computed) }}<span class="visually-hidden"> of {{ total().name }}</span>
      </button>
    }
    @if (isTooMuch()) {
      <p class="fault">
        You chose {{ credits(chosen() ?? 0) }}; the maximum is {{ credits(total().computed) }} now. Please
        choose again.
      </p>
    }
    <laurel-total-explanation [total]="total()" />
  `,
  styleUrl: './total-picker.component.css',
})
export class TotalPicker {
  readonly #wording = inject(Wording);
  readonly #catalogue = inject(CatalogueStore);
  protected readonly id = `laurel-total-${String((nextId += 1))}`;

  readonly total = input.required<CreditTotal>();
  /** Decimal credits; null while nothing is chosen. */
  readonly chosen = input.required<number | null>();
  /** Whether an amendment's amount is that of the claim before, in a sentence. */
  readonly kept = input('');
  readonly picked = output<number>();

  protected readonly credits = formatCredits;
  protected readonly label = computed(() =>
    this.#wording.claimed(this.total().creditType, this.total().shortName),
  );
  protected readonly isTooMuch = computed(() => (this.chosen() ?? 0) > this.total().computed);
  protected readonly isLess = computed(() => (this.chosen() ?? 0) < this.total().computed);
  /** What was chosen before stands among them, so that the field shows it while it is explained. */
  protected readonly steps = computed(() => {
    const { computed: max, increment } = this.total();
    const steps = stepsDown(max, increment);
    const chosen = this.chosen();
    return chosen === null || steps.includes(chosen) ? steps : [...steps, chosen].toSorted((a, b) => b - a);
  });
  protected readonly isItalic = computed(() => isAmaPhrase(this.unit()));
  protected readonly unit = computed(() => {
    const { creditType, unit } = this.total();
    const type = this.#catalogue.creditTypes().get(creditType);
    return type ? unitFor(this.chosen() ?? this.total().computed, type.unit) : unit;
  });
}
