import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { Answer, Question } from '../../../core/api/contract.js';

/** One of several, or several of several: each option a whole row to touch. */
@Component({
  selector: 'laurel-choice-question',
  template: `
    @for (option of question().options; track option.key) {
      <label>
        <input
          [type]="isMultiple() ? 'checkbox' : 'radio'"
          [name]="'answer-' + question().key"
          [checked]="chosen().includes(option.key)"
          (change)="choose(option.key)"
        />
        <span>{{ option.label }}</span>
      </label>
    }
  `,
  styleUrl: './choice-question.component.css',
})
export class ChoiceQuestion {
  readonly question = input.required<Question>();
  readonly answer = input<Answer>();
  readonly answered = output<Answer | undefined>();

  protected readonly isMultiple = computed(() => this.question().kind === 'multiple');
  /** Ahead of `answer` for the moment until the form has taken the last touch: two quick ones must both count. */
  protected readonly chosen = linkedSignal<readonly string[]>(() => {
    const answer = this.answer();
    return Array.isArray(answer) ? answer : typeof answer === 'string' ? [answer] : [];
  });

  protected choose(key: string): void {
    if (!this.isMultiple()) {
      this.answered.emit(key);
      return;
    }
    const chosen = new Set(this.chosen());
    if (!chosen.delete(key)) chosen.add(key);
    // In the order they are shown, so that equal choices are equal answers.
    const options = this.question().options ?? [];
    this.chosen.set(options.map((option) => option.key).filter((option) => chosen.has(option)));
    this.answered.emit([...this.chosen()]);
  }
}
