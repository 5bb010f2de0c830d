import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { form, FormRoot, required } from '@angular/forms/signals';
import { Banner, Button, Card, Snackbar } from '@laurel/ui';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { ProblemError, sentenceFor } from '../../core/api/problem.js';
import {
  newPassword,
  NewPasswordField,
  PASSWORD_ADVICE,
} from '../../sign-in/new-password-field.component.js';
import { PasswordField } from '../../sign-in/password-field.component.js';

const EMPTY = { current: '', next: '' };

/** A new password, for those who sign in with one. */
@Component({
  selector: 'laurel-change-password-form',
  imports: [Banner, Button, Card, FormRoot, NewPasswordField, PasswordField],
  template: `
    <section laurelCard aria-labelledby="profile-password-title">
      <h2 id="profile-password-title">Your password</h2>
      <p class="soft small">{{ advice }} Other phones and computers are signed out.</p>
      <form [formRoot]="fields" class="stack">
        @if (problem(); as sentence) {
          <laurel-banner tone="bad" role="alert">{{ sentence }}</laurel-banner>
        }
        <laurel-password-field
          fieldId="current-password"
          label="Present password"
          autocomplete="current-password"
          [fault]="currentFault()"
          [field]="fields.current"
        />
        <laurel-new-password-field fieldId="next-password" [field]="fields.next" />
        <button laurelButton look="quiet" type="submit" [attr.aria-disabled]="isBusy() || null">
          {{ isBusy() ? 'One moment…' : 'Change my password' }}
        </button>
      </form>
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--space-2);
    }
    form {
      max-inline-size: 26rem;
    }
    form button {
      justify-self: start;
    }
  `,
})
export class ChangePasswordForm {
  readonly #api = inject(LaurelApi);
  readonly #snackbar = inject(Snackbar);
  readonly #model = signal(EMPTY);
  protected readonly problem = signal('');
  protected readonly currentFault = signal('');
  protected readonly advice = PASSWORD_ADVICE;
  private readonly entry = viewChild.required(NewPasswordField);
  protected readonly fields = form(
    this.#model,
    (path) => {
      required(path.current);
      newPassword(path.next);
    },
    { submission: { action: () => this.#change(), onInvalid: () => this.#sayWhatIsMissing() } },
  );
  protected readonly isBusy = computed(() => this.fields().submitting());

  #sayWhatIsMissing(): void {
    const { current } = this.#model();
    this.problem.set('');
    this.currentFault.set(current === '' ? 'Please enter your present password.' : '');
    this.entry().check();
  }

  async #change(): Promise<void> {
    const { current, next } = this.#model();
    this.#sayWhatIsMissing();
    try {
      await this.#api.changePassword(current, next);
      this.#model.set(EMPTY);
      this.fields().reset();
      this.entry().taken();
      this.#snackbar.show({ text: 'Your password is changed.' });
    } catch (cause) {
      const isWrong = cause instanceof ProblemError && cause.code === 'password.wrong';
      if (isWrong) this.currentFault.set(cause.message);
      else if (!this.entry().refused(cause)) this.problem.set(sentenceFor(cause));
    }
  }
}
