import { Component, effect, type ElementRef, inject, input, model, viewChild } from '@angular/core';
import { Button } from '../button/button.component.js';
import { Icon } from '../icon/icon.component.js';
import { OpenSheets } from './open-sheets.js';

let nextId = 0;

/**
 * A modal sheet: from the bottom on a phone, in the middle on a wide screen. It is the browser's own `dialog`, which
 * keeps the focus inside, makes the page behind inert, closes on Escape and gives the focus back.
 */
@Component({
  selector: 'laurel-sheet',
  imports: [Button, Icon],
  template: `
    <dialog
      #dialog
      [attr.aria-labelledby]="titleId"
      (close)="isOpen.set(false)"
      (cancel)="keepIfRequired($event)"
    >
      <div class="sheet">
        <header>
          <h2 [id]="titleId" tabindex="-1">{{ title() }}</h2>
          @if (!isRequired()) {
            <button
              laurelButton
              look="plain"
              [isIcon]="true"
              type="button"
              aria-label="Close"
              (click)="isOpen.set(false)"
            >
              <laurel-icon name="close" />
            </button>
          }
        </header>
        @if (isOpen()) {
          <div class="body" [attr.tabindex]="isText() ? 0 : null"><ng-content /></div>
        }
        <footer><ng-content select="[sheetActions]" /></footer>
      </div>
    </dialog>
  `,
  styleUrl: './sheet.component.css',
  host: { '(click)': 'closeOnBackdrop($event)', '(keydown)': 'keepOpen($event)' },
})
export class Sheet {
  readonly #sheets = inject(OpenSheets);
  readonly isOpen = model(false);
  readonly title = input.required<string>();
  /** Holds nothing but text, which the keyboard scrolls once it has the focus. */
  readonly isText = input(false);
  /** Cannot be waved away: the person has to answer it. */
  readonly isRequired = input(false);
  protected readonly titleId = `laurel-sheet-${(nextId += 1)}`;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    effect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.isOpen() && !dialog.open) dialog.showModal();
      else if (!this.isOpen() && dialog.open) dialog.close();
    });
    effect((onCleanup) => {
      if (!this.isOpen() || this.isRequired()) return;
      onCleanup(this.#sheets.opened(() => this.isOpen.set(false)));
    });
  }

  protected keepIfRequired(event: Event): void {
    if (this.isRequired()) event.preventDefault();
  }

  protected closeOnBackdrop(event: MouseEvent): void {
    if (!this.isRequired() && event.target === this.dialog().nativeElement) this.isOpen.set(false);
  }

  /** Browsers close a dialog on the second Escape whatever `cancel` says. */
  protected keepOpen(event: KeyboardEvent): void {
    if (this.isRequired() && event.key === 'Escape') event.preventDefault();
  }
}
