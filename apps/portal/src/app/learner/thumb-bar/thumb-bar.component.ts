import { Component } from '@angular/core';

/** Where the primary action stands: above the ways at the thumb on a phone, after the content on a wide screen. */
@Component({
  selector: 'laurel-thumb-bar',
  template:
    '<div class="note"><ng-content select="[thumbNote]" /></div><div class="row"><ng-content /></div>',
  host: { 'data-keep-clear': '' },
  styles: `
    :host {
      display: grid;
      gap: var(--space-1);
    }
    .row {
      display: flex;
      align-items: center;
      gap: var(--space-1);
    }
    .note:empty {
      display: none;
    }
    @media (max-width: 59.99rem) {
      :host {
        position: sticky;
        z-index: 10;
        inset-block-end: calc(4.5rem + env(safe-area-inset-bottom));
        margin-inline: calc(-1 * var(--space-2));
        padding: var(--space-1) var(--space-2);
        background: var(--page-ground);
        box-shadow: 0 -1px 0 var(--line);
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class ThumbBar {}
