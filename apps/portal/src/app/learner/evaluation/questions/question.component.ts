import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, output } from '@angular/core';
import { Button, Icon } from '@laurel/ui';
import type { Answer, Question } from '../../../core/api/contract.js';
import { faultOf, isBlank } from '../form-logic.js';
import { ChoiceQuestion } from './choice-question.component.js';
import { MatrixQuestion } from './matrix-question.component.js';
import { ScaleQuestion } from './scale-question.component.js';
import { TextQuestion } from './text-question.component.js';

/** A question with its words around it: what is asked, whether it has to be answered, what is wrong. */
@Component({
  selector: 'laurel-question',
  imports: [Button, ChoiceQuestion, Icon, MatrixQuestion, NgTemplateOutlet, ScaleQuestion, TextQuestion],
  templateUrl: './question.component.html',
  styleUrl: './question.component.css',
  host: { '[id]': 'id()' },
})
export class QuestionCard {
  readonly question = input.required<Question>();
  readonly answer = input<Answer>();
  /** What the server says about this answer. */
  readonly serverFault = input('');
  readonly answered = output<Answer | undefined>();

  protected readonly id = computed(() => `q-${this.question().key}`);
  protected readonly fieldId = computed(() => `${this.id()}-field`);
  protected readonly isText = computed(() => this.question().kind.endsWith('text'));
  protected readonly fault = computed(() => faultOf(this.question(), this.answer()) || this.serverFault());
  protected readonly role = computed(() => {
    const { kind } = this.question();
    return kind === 'single' || kind === 'scale' ? 'radiogroup' : null;
  });
  protected readonly describedBy = computed(() =>
    [this.question().help ? `${this.id()}-help` : '', this.fault() ? `${this.id()}-fault` : '']
      .filter((id) => id !== '')
      .join(' '),
  );
  /** A radio button cannot be taken back by touching it again. */
  protected readonly canClear = computed(() => {
    const { isRequired, kind } = this.question();
    return !isRequired && !this.isText() && kind !== 'multiple' && !isBlank(this.answer());
  });
}
