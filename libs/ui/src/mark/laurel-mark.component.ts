import { Component } from '@angular/core';

/** Laurel's mark: two leaves around a check. Used where no tenant is. */
@Component({
  selector: 'laurel-mark',
  template: `
    <svg viewBox="0 0 48 48" fill="none" focusable="false">
      <path
        class="leaf"
        d="M21.5 43C10.5 39.5 4.5 31 5 17.5c.1-3.7.9-7.3 2.5-11C15 12 19.5 19 20.6 27c.8 5.5.7 10.8.9 16Z"
      />
      <path
        class="leaf"
        d="M26.5 43C37.5 39.5 43.5 31 43 17.5c-.1-3.7-.9-7.3-2.5-11C33 12 28.5 19 27.4 27c-.8 5.5-.7 10.8-.9 16Z"
      />
      <path
        class="check"
        d="m17.2 14.6 5.3 5.3 9.3-11.4"
        stroke-width="3.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      flex: none;
      inline-size: var(--mark-size, 2.5rem);
      block-size: var(--mark-size, 2.5rem);
      color: var(--mark-colour, var(--accent));
    }
    .leaf {
      fill: currentColor;
    }
    .check {
      stroke: var(--mark-check, var(--ink));
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class LaurelMark {}
