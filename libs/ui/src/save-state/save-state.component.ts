import { Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon.component.js';
import type { IconName } from '../icon/icon-shapes.js';

export type SaveStatus = 'idle' | 'saving' | 'saved' | 'waiting' | 'failed';

const WORDS: Record<SaveStatus, string> = {
  idle: '',
  saving: 'Saving…',
  saved: 'Saved',
  waiting: 'Will save when you are back online',
  failed: 'Not saved',
};
const ICONS: Record<SaveStatus, IconName> = {
  idle: 'check',
  saving: 'refresh',
  saved: 'check',
  waiting: 'offline',
  failed: 'alert',
};

/** "Saved", "Saving…", "Will save when you are back online": quiet, and always at the same place. */
@Component({
  selector: 'laurel-save-state',
  imports: [Icon],
  template: `@if (status() !== 'idle') {
    <laurel-icon [name]="icon()" /><span>{{ words() }}</span>
  }`,
  styles: `
    :host {
      --icon-size: 0.9rem;
      display: inline-flex;
      align-items: center;
      gap: 0.3em;
      min-block-size: 1.2rem;
      font-size: var(--size-caption);
      line-height: 1.2;
      color: var(--ink-soft);
    }
    :host([data-status='waiting']) {
      color: var(--warn);
    }
    :host([data-status='failed']) {
      color: var(--bad);
    }
  `,
  host: { role: 'status', '[attr.data-status]': 'status()' },
})
export class SaveState {
  readonly status = input.required<SaveStatus>();
  protected readonly words = computed(() => WORDS[this.status()]);
  protected readonly icon = computed(() => ICONS[this.status()]);
}
