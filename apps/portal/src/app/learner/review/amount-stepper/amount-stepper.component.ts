import { Component, computed, type ElementRef, input, model, signal, viewChild } from '@angular/core';
import { Button, formatCredits, Icon } from '@laurel/ui';
import { snapAmount, stepAmount } from './snap-amount.js';

let nextId = 0;
/** How many steps Page Up and Page Down move (WAI-ARIA spinbutton pattern). */
const BIG_STEP = 4;

/** An amount of credit in steps, by buttons, keys or typing; what was typed between two steps is explained. */
@Component({
  selector: 'laurel-amount-stepper',
  imports: [Button, Icon],
  template: `
    <label class="visually-hidden" [for]="id">{{ label() }}</label>
    <div class="row">
      <button
        laurelButton
        look="tonal"
        [isIcon]="true"
        type="button"
        [attr.aria-label]="'Less: ' + label()"
        [attr.aria-disabled]="amount() <= 0 || null"
        (click)="step(-1)"
      >
        <svg viewBox="0 0 24 24" fill="none" aria-hidden="true">
          <path d="M5 12h14" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
        </svg>
      </button>
      <input
        #field
        class="input tabular"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        role="spinbutton"
        [id]="id"
        [value]="text()"
        [attr.aria-valuenow]="amount()"
        [attr.aria-valuemin]="0"
        [attr.aria-valuemax]="max()"
        [attr.aria-valuetext]="text() + ' ' + unit()"
        [attr.aria-describedby]="id + '-explanation'"
        (change)="snap(field.value)"
        (keydown)="move($event)"
        (focus)="field.select()"
      />
      <button
        laurelButton
        look="tonal"
        [isIcon]="true"
        type="button"
        [attr.aria-label]="'More: ' + label()"
        [attr.aria-disabled]="amount() >= max() || null"
        (click)="step(1)"
      >
        <laurel-icon name="plus" />
      </button>
    </div>
    <p class="explanation" [id]="id + '-explanation'" aria-live="polite">{{ explanation() }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-half);
    }
    .row {
      display: grid;
      grid-template-columns: auto 6.5rem auto;
      gap: var(--space-1);
      align-items: center;
      justify-content: start;
    }
    input {
      min-block-size: var(--touch);
      font-size: var(--size-title);
      font-weight: var(--weight-strong);
      text-align: center;
    }
    svg {
      inline-size: 1.25rem;
      block-size: 1.25rem;
    }
    .explanation {
      font-size: var(--size-small);
      color: var(--ink-soft);
    }
    .explanation:empty {
      display: none;
    }
  `,
})
export class AmountStepper {
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  protected readonly id = `laurel-amount-${String((nextId += 1))}`;

  /** Decimal credits. */
  readonly amount = model.required<number>();
  readonly max = input.required<number>();
  readonly increment = input.required<number>();
  readonly label = input.required<string>();
  readonly unit = input('');

  protected readonly text = computed(() => formatCredits(this.amount()));
  protected readonly explanation = signal('');

  protected step(steps: number): void {
    this.#set(stepAmount(this.amount(), steps, { max: this.max(), increment: this.increment() }), '');
  }

  protected snap(typed: string): void {
    const limits = { current: this.amount(), max: this.max(), increment: this.increment() };
    const { amount, explanation } = snapAmount(typed, limits);
    this.#set(amount, explanation);
  }

  protected move(event: KeyboardEvent): void {
    const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: BIG_STEP, PageDown: -BIG_STEP }[event.key];
    const end = { Home: 0, End: this.max() }[event.key];
    if (steps === undefined && end === undefined) return;
    event.preventDefault();
    if (steps !== undefined) this.step(steps);
    else if (end !== undefined) this.#set(end, '');
  }

  #set(amount: number, explanation: string): void {
    this.explanation.set(explanation);
    this.amount.set(amount);
    // The amount may be what it was: then no binding would replace what was typed.
    this.field().nativeElement.value = formatCredits(amount);
  }
}
