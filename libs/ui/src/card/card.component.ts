import { Component } from '@angular/core';

/** A sheet of paper on the page: white, soft corners, hardly a shadow. */
@Component({
  selector: 'laurel-card, section[laurelCard], article[laurelCard]',
  template: '<ng-content />',
  styles: `
    :host {
      display: block;
      padding: var(--card-padding, var(--space-2));
      border-radius: var(--radius);
      background: var(--surface);
      box-shadow: var(--shadow-card);
    }
    @media (min-width: 60rem) {
      :host {
        padding: var(--card-padding, var(--space-3));
      }
    }
    @media print {
      :host {
        padding-inline: 0;
      }
    }
  `,
})
export class Card {}
