import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon.component.js';
import type { IconName } from '../icon/icon-shapes.js';

/** What stands where there is nothing yet: says what is missing, why, and the way on (projected). */
@Component({
  selector: 'laurel-empty-state',
  imports: [Icon],
  template: `
    <span class="disc"><laurel-icon [name]="icon()" /></span>
    <h2>{{ title() }}</h2>
    @if (text()) {
      <p>{{ text() }}</p>
    }
    <div class="actions"><ng-content /></div>
  `,
  styles: `
    :host {
      --icon-size: 1.75rem;
      display: grid;
      justify-items: center;
      gap: var(--space-1);
      max-inline-size: 26rem;
      margin-inline: auto;
      padding: var(--space-5) var(--space-2);
      text-align: center;
    }
    .disc {
      display: grid;
      place-items: center;
      inline-size: 4rem;
      block-size: 4rem;
      margin-block-end: var(--space-1);
      border-radius: 50%;
      background: var(--accent-soft);
      color: var(--on-accent-soft);
    }
    p {
      color: var(--ink-soft);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--space-1);
      margin-block-start: var(--space-2);
    }
    .actions:empty {
      display: none;
    }
  `,
})
export class EmptyState {
  readonly icon = input.required<IconName>();
  readonly title = input.required<string>();
  readonly text = input('');
}
