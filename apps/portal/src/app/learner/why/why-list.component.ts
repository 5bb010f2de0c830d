import { Component, input } from '@angular/core';
import { Icon, type IconName, Remedy } from '@laurel/ui';
import type { WhyEntry } from '../../core/api/contract.js';

const ICONS: Record<WhyEntry['outcome'], IconName> = {
  allowed: 'check',
  met: 'check',
  optional: 'info',
  adjusted: 'info',
  denied: 'alert',
  unmet: 'alert',
  held: 'clock',
  failed: 'alert',
};

/** The decision trail in plain words: what was looked at, how it came out, what would help. */
@Component({
  selector: 'laurel-why-list',
  imports: [Icon, Remedy],
  template: `
    <ul>
      @for (entry of entries(); track $index) {
        <li [attr.data-outcome]="entry.outcome">
          <laurel-icon [name]="icons[entry.outcome]" />
          <p>
            {{ entry.text }}
            @if (entry.remedy) {
              <laurel-remedy class="remedy" [text]="entry.remedy" />
            }
          </p>
        </li>
      } @empty {
        <li>
          <laurel-icon name="check" />
          <p>No rule stands in the way.</p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-2);
    }
    li {
      display: flex;
      gap: 0.75rem;
    }
    laurel-icon {
      margin-block-start: 0.15rem;
      color: var(--good);
    }
    [data-outcome='denied'] laurel-icon,
    [data-outcome='unmet'] laurel-icon,
    [data-outcome='failed'] laurel-icon,
    [data-outcome='held'] laurel-icon {
      color: var(--warn);
    }
    [data-outcome='adjusted'] laurel-icon,
    [data-outcome='optional'] laurel-icon {
      color: var(--accent-text);
    }
    p {
      min-inline-size: 0;
      /* A society's sentence may hold an address. */
      overflow-wrap: anywhere;
    }
    .remedy {
      display: block;
      color: var(--ink-soft);
    }
  `,
})
export class WhyList {
  readonly entries = input.required<readonly Pick<WhyEntry, 'outcome' | 'text' | 'remedy'>[]>();
  protected readonly icons = ICONS;
}
