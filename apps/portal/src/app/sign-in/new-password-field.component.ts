import { Component, computed, input, signal } from '@angular/core';
import { type FieldTree, minLength, required, type SchemaPath } from '@angular/forms/signals';
import { ProblemError } from '../core/api/problem.js';
import { PasswordField } from './password-field.component.js';

/** How long a password is at least, in characters; the API refuses shorter ones too. */
const SHORTEST = 10;

/** Said before somebody chooses one. */
export const PASSWORD_ADVICE =
  'At least ten characters. A short sentence is easier to remember than signs and digits.';

/** The rules of a new password, for the form that asks for it. */
export function newPassword(path: SchemaPath<string>): void {
  required(path);
  minLength(path, SHORTEST);
}

/** A new password, with what is wrong with it: too short here, or too weak as the server found. */
@Component({
  selector: 'laurel-new-password-field',
  imports: [PasswordField],
  template: `
    <laurel-password-field
      [fieldId]="fieldId()"
      label="New password"
      autocomplete="new-password"
      [fault]="fault()"
      [field]="field()"
    />
  `,
})
export class NewPasswordField {
  readonly fieldId = input.required<string>();
  readonly field = input.required<FieldTree<string>>();
  readonly #isAsked = signal(false);
  readonly #weakness = signal('');
  protected readonly fault = computed(() =>
    this.#isAsked() && this.field()().invalid() ? 'Please take at least ten characters.' : this.#weakness(),
  );

  /** Says what is wrong as it stands; what the server said of an earlier one is forgotten. */
  check(): void {
    this.#isAsked.set(true);
    this.#weakness.set('');
  }

  /** Nothing is wrong any more: it was taken. */
  taken(): void {
    this.#isAsked.set(false);
  }

  /** @returns whether the refusal was about the password, which then says so */
  refused(cause: unknown): boolean {
    const isWeak = cause instanceof ProblemError && cause.code === 'password.weak';
    if (isWeak) this.#weakness.set(cause.message);
    return isWeak;
  }
}
