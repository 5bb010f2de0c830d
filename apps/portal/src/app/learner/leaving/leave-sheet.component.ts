import { Component, computed, inject } from '@angular/core';
import { Button, Sheet } from '@laurel/ui';
import { Leaving } from './leaving.js';

/** Says what would stay on this device, and lets the person decide. */
@Component({
  selector: 'laurel-leave-sheet',
  imports: [Button, Sheet],
  template: `
    <laurel-sheet [title]="title()" [isOpen]="left() !== null" (isOpenChange)="$event || leaving.stay()">
      @if (isUnsaved()) {
        <p>
          {{ leaving.isOffline() ? 'You are offline.' : 'The server did not take everything.' }} These are
          only on this device so far:
        </p>
        <ul>
          @for (label of left()?.unsaved; track label) {
            <li>{{ label }}</li>
          }
        </ul>
        <p class="soft small">
          @if (leaving.isOffline()) {
            Nothing is lost: they stay here, and are saved by themselves as soon as you are back online with
            this page open. We keep you signed in until then.
          } @else {
            Nothing is lost: they stay here. If you log out, they are sent when you sign in on this device
            again.
          }
        </p>
      }
      @if (left()?.hasAnonymous) {
        <p>
          Answers to the anonymous evaluation stay on this device and are not sent. To send them, stay here
          and give them at the end of the evaluation.
        </p>
      }
      <div sheetActions class="actions">
        @if (isUnsaved()) {
          <button
            laurelButton
            look="primary"
            [isWide]="true"
            type="button"
            [attr.aria-disabled]="leaving.isLeaving() || null"
            (click)="leaving.tryAgain()"
          >
            {{ leaving.isLeaving() ? 'Saving…' : 'Try again' }}
          </button>
        }
        <button laurelButton look="quiet" [isWide]="true" type="button" (click)="leaving.stay()">
          Stay here
        </button>
        @if (!leaving.isOffline()) {
          <button
            laurelButton
            look="quiet"
            [isWide]="true"
            type="button"
            [attr.aria-disabled]="leaving.isLeaving() || null"
            (click)="leaving.leaveAnyway()"
          >
            Log out and leave them here
          </button>
        }
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
  protected readonly left = this.leaving.left;
  protected readonly isUnsaved = computed(() => (this.left()?.unsaved.length ?? 0) > 0);
  protected readonly title = computed(() => (this.isUnsaved() ? 'Not saved yet' : 'Before you log out'));
}
