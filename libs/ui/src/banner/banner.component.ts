import { Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon.component.js';
import type { IconName } from '../icon/icon-shapes.js';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

const ICONS: Record<Tone, IconName> = { info: 'info', good: 'check', warn: 'alert', bad: 'alert' };

/** A sentence about the state of something, in colour, shape and words; actions are projected after it. */
@Component({
  selector: 'laurel-banner',
  imports: [Icon],
  template: `
    <laurel-icon [name]="icon() ?? defaultIcon()" />
    <div class="body"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      gap: 0.75rem;
      padding: 0.75rem var(--space-2);
      border-radius: var(--radius-small);
      background: var(--ground);
      color: var(--text);
      font-size: var(--size-small);
    }
    laurel-icon {
      margin-block-start: 0.1rem;
    }
    .body {
      flex: 1;
      min-inline-size: 0;
    }
    :host([data-tone='info']) {
      --ground: var(--surface-sunken);
      --text: var(--ink);
    }
    :host([data-tone='good']) {
      --ground: var(--good-soft);
      --text: var(--on-good-soft);
    }
    :host([data-tone='warn']) {
      --ground: var(--warn-soft);
      --text: var(--on-warn-soft);
    }
    :host([data-tone='bad']) {
      --ground: var(--bad-soft);
      --text: var(--on-bad-soft);
    }
  `,
  host: { '[attr.data-tone]': 'tone()' },
})
export class Banner {
  readonly tone = input<Tone>('info');
  readonly icon = input<IconName>();
  protected readonly defaultIcon = computed(() => ICONS[this.tone()]);
}
