import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { Answer, Question } from '../../../core/api/contract.js';

/** As many side by side as a thumb can tell apart on a phone; longer scales become lists there. */
const MAX_CELLS = 5;
const LONGEST_WORD_IN_A_CELL = 9;

/**
 * The same scale for several statements. On a wide screen the options head the columns as in a table; on a phone each
 * statement has its own scale under it. Either way each row is a radio group of its own, named by its statement.
 */
@Component({
  selector: 'laurel-matrix-question',
  template: `
    <div class="head" aria-hidden="true">
      <div class="columns">
        @for (option of question().options; track option.key) {
          <span>{{ option.label }}</span>
        }
      </div>
    </div>
    @for (row of question().rows; track row.key) {
      <div
        class="row"
        role="radiogroup"
        [attr.aria-labelledby]="rowId(row.key)"
        [attr.aria-required]="question().isRequired"
        [attr.data-row]="row.key"
      >
        <span class="statement" [id]="rowId(row.key)">{{ row.label }}</span>
        <div class="options">
          @for (option of question().options; track option.key) {
            <label>
              <input
                type="radio"
                [name]="'answer-' + question().key + '-' + row.key"
                [checked]="given()[row.key] === option.key"
                (change)="choose(row.key, option.key)"
              />
              <span class="label">{{ option.label }}</span>
            </label>
          }
        </div>
      </div>
    }
  `,
  styleUrl: './matrix-question.component.css',
  host: { '[class.is-list]': 'isList()', '[style.--count]': 'question().options?.length' },
})
export class MatrixQuestion {
  readonly question = input.required<Question>();
  readonly answer = input<Answer>();
  readonly answered = output<Answer | undefined>();

  /** Ahead of `answer` for the moment until the form has taken the last touch: two quick ones must both count. */
  protected readonly given = linkedSignal<Readonly<Record<string, string>>>(() => {
    const answer = this.answer();
    return typeof answer === 'object' && !Array.isArray(answer) ? answer : {};
  });
  protected readonly isList = computed(() => {
    const options = this.question().options ?? [];
    const words = options.flatMap((option) => option.label.split(/[\s-]+/u));
    return options.length > MAX_CELLS || words.some((word) => word.length > LONGEST_WORD_IN_A_CELL);
  });

  protected rowId(row: string): string {
    return `statement-${this.question().key}-${row}`;
  }

  protected choose(row: string, option: string): void {
    this.given.update((given) => ({ ...given, [row]: option }));
    this.answered.emit({ ...this.given() });
  }
}
