import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon.component.js';

/** A choice that is on or off, for filters: state in colour, a check mark and `aria-pressed`. */
@Component({
  selector: 'button[laurelChip]',
  imports: [Icon],
  template: `@if (isOn()) {
      <laurel-icon name="check" />
    }
    <ng-content />`,
  styles: `
    :host {
      --icon-size: 1rem;
      display: inline-flex;
      align-items: center;
      gap: 0.4em;
      min-block-size: var(--touch);
      padding: 0.35rem 0.9rem;
      border: 0;
      border-radius: var(--radius-round);
      background: transparent;
      box-shadow: inset 0 0 0 1.5px var(--line);
      font: inherit;
      font-size: var(--size-small);
      line-height: var(--leading-tight);
      text-align: start;
      transition: background-color var(--quick) var(--ease);
    }
    :host(.is-on) {
      background: var(--accent-soft);
      box-shadow: inset 0 0 0 1.5px var(--accent);
      color: var(--on-accent-soft);
      font-weight: var(--weight-medium);
    }
    :host(:focus-visible) {
      border-radius: var(--radius-round);
    }
  `,
  host: { type: 'button', '[class.is-on]': 'isOn()', '[attr.aria-pressed]': 'isOn()' },
})
export class Chip {
  readonly isOn = input(false);
}
