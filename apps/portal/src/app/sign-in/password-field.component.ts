import { Component, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';

/** A password that its owner may look at while typing. */
@Component({
  selector: 'laurel-password-field',
  template: `
    <div class="field">
      <label [for]="fieldId()">{{ label() }}</label>
      <div class="shown">
        <input
          class="input"
          [id]="fieldId()"
          [type]="isShown() ? 'text' : 'password'"
          [autocomplete]="autocomplete()"
          autocapitalize="none"
          spellcheck="false"
          [value]="value()"
          (input)="take($event)"
          [attr.aria-invalid]="fault() ? true : null"
          [attr.aria-describedby]="fault() ? fieldId() + '-fault' : help() ? fieldId() + '-help' : null"
        />
        <button
          type="button"
          [attr.aria-pressed]="isShown()"
          [attr.aria-controls]="fieldId()"
          (click)="isShown.set(!isShown())"
        >
          <span aria-hidden="true">{{ isShown() ? 'Hide' : 'Show' }}</span>
          <span class="visually-hidden">Show password</span>
        </button>
      </div>
      @if (fault()) {
        <p class="fault" [id]="fieldId() + '-fault'">{{ fault() }}</p>
      } @else if (help()) {
        <p class="help" [id]="fieldId() + '-help'">{{ help() }}</p>
      }
    </div>
  `,
  styles: `
    .shown {
      position: relative;
    }
    .input {
      inline-size: 100%;
      padding-inline-end: 4.5rem;
    }
    button {
      position: absolute;
      inset-block: 0;
      inset-inline-end: 0;
      min-inline-size: 4rem;
      min-block-size: var(--touch);
      border: 0;
      background: none;
      color: var(--accent-text);
      font: inherit;
      font-size: var(--size-small);
      font-weight: var(--weight-medium);
      cursor: pointer;
    }
  `,
})
export class PasswordField implements FormValueControl<string> {
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly autocomplete = input.required<'current-password' | 'new-password'>();
  readonly help = input('');
  readonly fault = input('');
  readonly value = model('');
  protected readonly isShown = signal(false);

  protected take(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.value.set(event.target.value);
  }
}
