import { Component, computed, inject } from '@angular/core';
import { Button, Sheet } from '@laurel/ui';
import { Leaving } from './leaving.js';

/** Says what could not be saved before leaving, and that it is safe on this device. */
@Component({
  selector: 'laurel-leave-sheet',
  imports: [Button, Sheet],
  template: `
    <laurel-sheet title="Not saved yet" [isOpen]="isOpen()" (isOpenChange)="$event || leaving.stay()">
      <p>
        {{ leaving.isOffline() ? 'You are offline.' : 'The server did not take everything.' }} These are only
        on this device so far:
      </p>
      <ul>
        @for (label of leaving.left(); track label) {
          <li>{{ label }}</li>
        }
      </ul>
      <p class="soft small">
        Nothing is lost: they stay here, and are saved by themselves as soon as you are back online with this
        page open. We keep you signed in until then.
      </p>
      <div sheetActions class="actions">
        <button
          laurelButton
          look="primary"
          [isWide]="true"
          type="button"
          [attr.aria-disabled]="leaving.isLeaving() || null"
          (click)="leaving.leave()"
        >
          {{ leaving.isLeaving() ? 'Saving…' : 'Try again' }}
        </button>
        <button laurelButton look="quiet" [isWide]="true" type="button" (click)="leaving.stay()">
          Stay here
        </button>
      </div>
    </laurel-sheet>
  `,
  styles: `
    .actions {
      display: grid;
      gap: var(--space-1);
    }
    ul {
      margin-block: var(--space-1);
      padding-inline-start: 1.25rem;
      list-style: disc;
    }
  `,
})
export class LeaveSheet {
  protected readonly leaving = inject(Leaving);
  protected readonly isOpen = computed(() => this.leaving.left() !== null);
}
