import { Component, computed, input, output } from '@angular/core';
import type { Answer, Question } from '../../../core/api/contract.js';

/** A number from one end to the other; the ends say what they mean, on the screen and to screen readers. */
@Component({
  selector: 'laurel-scale-question',
  template: `
    <div class="ends">
      <span
        ><b class="tabular">{{ scale().min }}</b> {{ scale().minLabel }}</span
      >
      <span
        ><b class="tabular">{{ scale().max }}</b> {{ scale().maxLabel }}</span
      >
    </div>
    <div class="steps" [style.--count]="steps().length">
      @for (step of steps(); track step) {
        <label>
          <input
            type="radio"
            [name]="'answer-' + question().key"
            [checked]="answer() === step"
            [attr.aria-label]="nameOf(step)"
            (change)="answered.emit(step)"
          />
          <span class="tabular" aria-hidden="true">{{ step }}</span>
        </label>
      }
    </div>
  `,
  styleUrl: './scale-question.component.css',
})
export class ScaleQuestion {
  readonly question = input.required<Question>();
  readonly answer = input<Answer>();
  readonly answered = output<Answer | undefined>();

  protected readonly scale = computed(
    () => this.question().scale ?? { min: 1, max: 5, minLabel: '', maxLabel: '' },
  );
  protected readonly steps = computed(() => {
    const { min, max } = this.scale();
    return Array.from({ length: max - min + 1 }, (_, index) => min + index);
  });

  protected nameOf(step: number): string {
    const { min, max, minLabel, maxLabel } = this.scale();
    const end = step === min ? minLabel : step === max ? maxLabel : '';
    return end ? `${String(step)}, ${end}` : String(step);
  }
}
