import { Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon.component.js';
import { splitAddress } from './split-address.js';

/** What would help; an address at its end is a link. Briefly, where there is a link, the link alone. */
@Component({
  selector: 'laurel-remedy',
  imports: [Icon],
  template: `
    @if (!isBrief() || parts().link === null) {
      {{ parts().words }}
    }
    @if (parts().link; as link) {
      <a [href]="link.url" target="_blank" rel="noopener">{{ link.label }}<laurel-icon name="external" /></a>
    }
  `,
  styles: `
    a {
      --icon-size: 0.95rem;
      display: flex;
      inline-size: fit-content;
      align-items: center;
      gap: 0.35rem;
      min-block-size: var(--touch);
      font-weight: var(--weight-medium);
      color: var(--accent-text);
    }
  `,
})
export class Remedy {
  readonly text = input.required<string>();
  readonly isBrief = input(false);
  protected readonly parts = computed(() => splitAddress(this.text()));
}
