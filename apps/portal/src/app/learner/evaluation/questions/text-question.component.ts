import { Component, computed, input, output } from '@angular/core';
import type { Answer, Question } from '../../../core/api/contract.js';
import { maxLengthOf } from '../form-logic.js';

/** From here on the remaining count is read out: close enough to matter, late enough not to disturb. */
const READ_OUT_FROM = 30;

/** Words, on one line or on many, with how many characters remain. Too long a text is kept, never cut. */
@Component({
  selector: 'laurel-text-question',
  template: `
    @if (question().kind === 'short-text') {
      <input
        #line
        class="input"
        type="text"
        [id]="fieldId()"
        [value]="text()"
        [attr.aria-describedby]="(describedBy() + ' ' + fieldId() + '-count').trim()"
        [attr.aria-invalid]="remaining() < 0 || null"
        [attr.aria-required]="question().isRequired"
        (input)="answered.emit(line.value)"
      />
    } @else {
      <textarea
        #area
        class="input"
        rows="4"
        [id]="fieldId()"
        [value]="text()"
        [attr.aria-describedby]="(describedBy() + ' ' + fieldId() + '-count').trim()"
        [attr.aria-invalid]="remaining() < 0 || null"
        [attr.aria-required]="question().isRequired"
        (input)="answered.emit(area.value)"
      ></textarea>
    }
    <p class="count tabular" [class.is-over]="remaining() < 0" [id]="fieldId() + '-count'">{{ count() }}</p>
    <span class="visually-hidden" aria-live="polite">{{ remaining() <= readOutFrom ? count() : '' }}</span>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-half);
    }
    .input {
      /* Never behind the bars at the top and at the thumb. */
      scroll-margin-block: 1rem 5rem;
    }
    textarea {
      field-sizing: content;
      min-block-size: 7.5rem;
      max-block-size: 24rem;
    }
    .count {
      justify-self: end;
      font-size: var(--size-caption);
      color: var(--ink-soft);
    }
    .is-over {
      color: var(--bad);
      font-weight: var(--weight-medium);
    }
  `,
})
export class TextQuestion {
  readonly question = input.required<Question>();
  readonly answer = input<Answer>();
  readonly fieldId = input.required<string>();
  readonly describedBy = input('');
  readonly answered = output<Answer | undefined>();

  protected readonly readOutFrom = READ_OUT_FROM;
  protected readonly text = computed(() => {
    const answer = this.answer();
    return typeof answer === 'string' ? answer : '';
  });
  protected readonly remaining = computed(() => maxLengthOf(this.question()) - this.text().length);
  protected readonly count = computed(() => {
    const remaining = this.remaining().toLocaleString('en-US').replace('-', '');
    return this.remaining() < 0 ? `${remaining} characters too many` : `${remaining} characters left`;
  });
}
