import { Component, input } from '@angular/core';

/** The page's one `h1` (it takes the focus after navigation), a line under it, and actions at its right. */
@Component({
  selector: 'laurel-page-header',
  template: `
    <div class="words">
      @if (overline()) {
        <p class="overline">{{ overline() }}</p>
      }
      <h1 tabindex="-1">{{ title() }}</h1>
      @if (lead()) {
        <p class="lead">{{ lead() }}</p>
      }
    </div>
    <div class="actions"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      justify-content: space-between;
      gap: var(--space-2);
    }
    .words {
      min-inline-size: 0;
      flex: 1 1 18rem;
    }
    .overline {
      font-size: var(--size-small);
      color: var(--ink-soft);
      margin-block-end: var(--space-half);
    }
    .lead {
      margin-block-start: var(--space-half);
      color: var(--ink-soft);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1);
    }
    .actions:empty {
      display: none;
    }
  `,
})
export class PageHeader {
  readonly title = input.required<string>();
  readonly overline = input('');
  readonly lead = input('');
}
