import { Component, computed, effect, inject, input, output } from '@angular/core';
import { Button, EmptyState } from '@laurel/ui';
import { ProblemError, sentenceFor } from '../../core/api/problem.js';
import { Connection } from '../../core/connection/connection.js';
import { SupportButton } from '../help/support-button.component.js';

/** Stands where something could not be loaded: says so plainly, and tries again by itself when the network is back. */
@Component({
  selector: 'laurel-load-failed',
  imports: [Button, EmptyState, SupportButton],
  template: `
    <laurel-empty-state [icon]="isAway() ? 'offline' : 'alert'" [title]="title()" [text]="sentence()">
      <button laurelButton look="primary" type="button" (click)="again.emit()">Try again</button>
      @if (!isAway()) {
        <laurel-support-button />
      }
    </laurel-empty-state>
  `,
})
export class LoadFailed {
  readonly #connection = inject(Connection);
  readonly cause = input.required<unknown>();
  readonly again = output();
  protected readonly isAway = computed(() => {
    const cause = this.cause();
    return cause instanceof ProblemError && cause.isAway;
  });
  protected readonly title = computed(() => (this.isAway() ? 'You are offline' : 'This did not load'));
  protected readonly sentence = computed(() => sentenceFor(this.cause()));

  constructor() {
    let wasOnline = true;
    effect(() => {
      const isOnline = this.#connection.isOnline();
      if (isOnline && !wasOnline) this.again.emit();
      wasOnline = isOnline;
    });
  }
}
