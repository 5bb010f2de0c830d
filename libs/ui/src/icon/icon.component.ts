import { Component, computed, input } from '@angular/core';
import { ICON_SHAPES, type IconName } from './icon-shapes.js';

/** A decorative line icon; the word beside it carries the meaning. */
@Component({
  selector: 'laurel-icon',
  template: `
    <svg viewBox="0 0 24 24" fill="none" focusable="false">
      <path
        [attr.d]="shape()"
        [attr.fill]="isFilled() ? 'currentColor' : 'none'"
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      flex: none;
      inline-size: var(--icon-size, 1.25rem);
      block-size: var(--icon-size, 1.25rem);
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly isFilled = input(false);
  protected readonly shape = computed(() => ICON_SHAPES[this.name()]);
}
