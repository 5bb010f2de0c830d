import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, PageHeader } from '@laurel/ui';
import { Wording } from '../../core/wording/wording.js';
import type { MissingAnswer } from './form-logic.js';

/** After the last section: thanks, or the list of what is left with the way to each. */
@Component({
  selector: 'laurel-evaluation-end',
  imports: [Icon, PageHeader, RouterLink],
  template: `
    @if (missing().length > 0) {
      <laurel-page-header
        [overline]="title()"
        [title]="missing().length === 1 ? 'One answer is left' : missing().length + ' answers are left'"
        lead="Everything else is saved. Touch a question to go to it."
      />
      <ul>
        @for (item of missing(); track item.question.key) {
          <li>
            <a
              [routerLink]="[]"
              [queryParams]="{ section: item.sectionKey, offeringId: offeringId(), claimId: claimId() }"
              [fragment]="'q-' + item.question.key"
            >
              <span class="words">
                <span class="caption soft">{{ item.sectionTitle }}</span>
                <span>{{ item.question.label }}</span>
              </span>
              <laurel-icon name="chevron-right" />
            </a>
          </li>
        }
      </ul>
    } @else {
      <div class="done">
        <span class="disc"><laurel-icon name="check" /></span>
        <laurel-page-header
          [overline]="title()"
          [title]="isReady() ? 'Ready to send' : t('evaluationFinished')"
          [lead]="lead()"
        />
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    ul {
      display: grid;
      gap: var(--space-1);
    }
    a {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      min-block-size: 3.5rem;
      padding: 0.75rem var(--space-2);
      border-radius: var(--radius);
      background: var(--surface);
      box-shadow: var(--shadow-card);
      color: var(--ink);
      text-decoration: none;
    }
    .words {
      display: grid;
      flex: 1;
      min-inline-size: 0;
    }
    .done {
      --icon-size: 2rem;
      display: grid;
      gap: var(--space-2);
      padding-block: var(--space-3);
    }
    .disc {
      display: grid;
      place-items: center;
      inline-size: 4rem;
      block-size: 4rem;
      border-radius: 50%;
      background: var(--good-soft);
      color: var(--on-good-soft);
    }
  `,
})
export class EvaluationEnd {
  protected readonly t = inject(Wording).t;
  readonly title = input.required<string>();
  readonly missing = input.required<readonly MissingAnswer[]>();
  readonly lead = input.required<string>();
  /** Answered, and not sent yet. */
  readonly isReady = input(false);
  readonly offeringId = input<string>();
  readonly claimId = input<string>();
}
