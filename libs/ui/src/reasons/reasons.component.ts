import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon.component.js';
import type { IconName } from '../icon/icon-shapes.js';
import { Remedy } from './remedy.component.js';

/** A sentence that can be read as it is, and what would help. */
export interface Reason {
  text: string;
  remedy?: string;
}

/** Why not, in sentences, each with its way out. */
@Component({
  selector: 'laurel-reasons',
  imports: [Icon, Remedy],
  template: `
    <ul>
      @for (reason of reasons(); track $index) {
        <li>
          <laurel-icon [name]="icon()" />
          <span>
            {{ reason.text }}
            @if (reason.remedy) {
              <laurel-remedy class="remedy" [text]="reason.remedy" [isBrief]="isBrief()" />
            }
          </span>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      --icon-size: 1.05rem;
      display: block;
      font-size: var(--size-small);
      /* A society's sentence may hold an address. */
      overflow-wrap: anywhere;
      color: var(--ink-soft);
    }
    ul {
      display: grid;
      gap: var(--space-1);
    }
    li {
      display: flex;
      gap: 0.5rem;
    }
    laurel-icon {
      margin-block-start: 0.15rem;
    }
    .remedy {
      color: var(--ink);
    }
  `,
})
export class Reasons {
  readonly reasons = input.required<readonly Reason[]>();
  /** On one of many cards: of a remedy with a link, the link alone. */
  readonly isBrief = input(false);
  readonly icon = input<IconName>('info');
}
