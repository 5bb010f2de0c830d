import { Component, computed, inject, signal } from '@angular/core';
import { form, FormRoot, minLength, required } from '@angular/forms/signals';
import { Banner, Button, Card, Snackbar } from '@laurel/ui';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { ProblemError, sentenceFor } from '../../core/api/problem.js';
import { SHORTEST_PASSWORD, TOO_SHORT } from '../../core/session/password-rule.js';
import { PasswordField } from '../../sign-in/password-field.component.js';

const EMPTY = { current: '', next: '' };

/** A new password, for those who sign in with one. */
@Component({
  selector: 'laurel-change-password-form',
  imports: [Banner, Button, Card, FormRoot, PasswordField],
  template: `
    <section laurelCard aria-labelledby="profile-password-title">
      <h2 id="profile-password-title">Your password</h2>
      <p class="soft small">
        At least ten characters. A short sentence is easier to remember than signs and digits. Other phones
        and computers are signed out.
      </p>
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
        <laurel-password-field
          fieldId="next-password"
          label="New password"
          autocomplete="new-password"
          [fault]="nextFault()"
          [field]="fields.next"
        />
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
  protected readonly nextFault = signal('');
  protected readonly fields = form(
    this.#model,
    (path) => {
      required(path.current);
      required(path.next);
      minLength(path.next, SHORTEST_PASSWORD);
    },
    { submission: { action: () => this.#change(), onInvalid: () => this.#sayWhatIsMissing() } },
  );
  protected readonly isBusy = computed(() => this.fields().submitting());

  #sayWhatIsMissing(): void {
    const { current, next } = this.#model();
    this.problem.set('');
    this.currentFault.set(current === '' ? 'Please enter your present password.' : '');
    this.nextFault.set(next.length < SHORTEST_PASSWORD ? TOO_SHORT : '');
  }

  async #change(): Promise<void> {
    const { current, next } = this.#model();
    this.#sayWhatIsMissing();
    try {
      await this.#api.changePassword(current, next);
      this.#model.set(EMPTY);
      this.fields().reset();
      this.#snackbar.show({ text: 'Your password is changed.' });
    } catch (cause) {
      const sentence = sentenceFor(cause);
      const code = cause instanceof ProblemError ? cause.code : '';
      if (code === 'password.wrong') this.currentFault.set(sentence);
      else if (code === 'password.weak') this.nextFault.set(sentence);
      else this.problem.set(sentence);
    }
  }
}
