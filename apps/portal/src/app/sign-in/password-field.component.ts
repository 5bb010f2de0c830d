import { Component, input, signal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';

/** A password that its owner may look at while typing. */
@Component({
  selector: 'laurel-password-field',
  imports: [FormField],
  template: `
    <div class="field">
      <label [for]="fieldId()">{{ label() }}</label>
      <div class="shown">
        <input
          class="input"
          [id]="fieldId()"
          [attr.type]="isShown() ? 'text' : 'password'"
          [attr.autocomplete]="autocomplete()"
          autocapitalize="none"
          spellcheck="false"
          [formField]="field()"
          [attr.aria-invalid]="fault() ? true : null"
          [attr.aria-describedby]="fault() ? fieldId() + '-fault' : null"
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
export class PasswordField {
  readonly field = input.required<FieldTree<string>>();
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly autocomplete = input.required<'current-password' | 'new-password'>();
  readonly fault = input('');
  protected readonly isShown = signal(false);
}
