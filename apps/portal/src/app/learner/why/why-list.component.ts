import { Component, input } from '@angular/core';
import { formatCredits, Icon, type IconName, Remedy } from '@laurel/ui';
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
          <div class="words">
            @if (namesSessions() && entry.stage === 'offer' && entry.about) {
              <p class="title">{{ entry.about }}</p>
            }
            <p>
              {{ entry.text }}
              @if (entry.remedy) {
                <laurel-remedy class="remedy" [text]="entry.remedy" />
              }
            </p>
            @if (entry.effect; as effect) {
              @if (effect.sessions.length > 0) {
                <p class="term">{{ effect.sessions.length === 1 ? 'The session' : 'The sessions' }}</p>
                <ul class="sessions">
                  @for (title of effect.sessions; track $index) {
                    <li>{{ title }}</li>
                  }
                </ul>
              }
              <p class="term">What it comes to</p>
              <p class="tabular">
                {{ credits(effect.before) }} {{ effect.amount < 0 ? '−' : '+' }}
                {{ credits(size(effect.amount)) }} = <strong>{{ credits(effect.after) }}</strong>
              </p>
            }
            @if (entry.rule) {
              <p class="term">The rule</p>
              <p>{{ entry.rule }}</p>
            }
          </div>
        </li>
      } @empty {
        <li>
          <laurel-icon name="check" />
          <p>{{ nothing() }}</p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-3);
    }
    li {
      display: flex;
      gap: 0.75rem;
    }
    .words {
      display: grid;
      gap: 0.25rem;
      min-inline-size: 0;
    }
    .title {
      font-weight: var(--weight-medium);
    }
    .term {
      margin-block-start: var(--space-1);
      font-size: var(--size-caption);
      color: var(--ink-soft);
    }
    .sessions {
      gap: 0.25rem;
    }
    .sessions li {
      display: list-item;
      margin-inline-start: 1.1rem;
      list-style: disc;
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
  readonly entries = input.required<readonly WhyEntry[]>();
  /** Whether the entries are about several sessions, so that each says which. */
  readonly namesSessions = input(false);
  /** Said where there are none. */
  readonly nothing = input('No rule stands in the way.');
  protected readonly icons = ICONS;
  protected readonly credits = formatCredits;
  protected readonly size = Math.abs;
}
