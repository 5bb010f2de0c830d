import { Component, input } from '@angular/core';
import { Button, Icon } from '@laurel/ui';
import type { RequirementView } from '../../core/api/contract.js';
import { WhyButton } from '../why/why-button.component.js';

/** Why nothing can be claimed at the moment, in the rule's own words, and what would help. */
@Component({
  selector: 'laurel-claim-wall',
  imports: [Button, Icon, WhyButton],
  template: `
    @for (requirement of requirements(); track requirement.key) {
      <section [attr.aria-labelledby]="'wall-' + $index">
        <span class="disc"><laurel-icon name="lock" /></span>
        <div class="words">
          <h2 [id]="'wall-' + $index">{{ requirement.title }}</h2>
          <p>{{ requirement.text }}</p>
          @if (requirement.remedy) {
            <p>{{ requirement.remedy }}</p>
          }
          @if ($first && expiry(); as words) {
            <p>{{ words }}</p>
          }
          @if (requirement.action?.url; as url) {
            <a laurelButton look="primary" [href]="url" target="_blank" rel="noopener">
              {{ requirement.action.label ?? 'Open the page' }}<laurel-icon name="external" />
            </a>
          }
          <laurel-why-button
            [about]="{ kind: 'requirement', key: requirement.key, title: requirement.title }"
          />
        </div>
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-1);
    }
    section {
      --why-colour: currentColor;
      display: flex;
      gap: var(--space-2);
      padding: var(--space-2);
      border-radius: var(--radius);
      background: var(--warn-soft);
      color: var(--on-warn-soft);
    }
    .disc {
      display: grid;
      flex: none;
      place-items: center;
      inline-size: 2.5rem;
      block-size: 2.5rem;
      border-radius: 50%;
      background: var(--surface);
    }
    .words {
      display: grid;
      gap: var(--space-1);
      justify-items: start;
      min-inline-size: 0;
    }
  `,
})
export class ClaimWall {
  readonly requirements = input.required<readonly RequirementView[]>();
  /** What expires first while nothing can be claimed, in a sentence; empty where nothing does. */
  readonly expiry = input('');
}
