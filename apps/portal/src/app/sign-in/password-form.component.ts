import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Banner, Button } from '@laurel/ui';
import { sentenceFor } from '../core/api/problem.js';
import { SessionStore } from '../core/session/session.store.js';
import { Wording } from '../core/wording/wording.js';
import { PasswordField } from './password-field.component.js';

/** Username and password, as the society gave them. */
@Component({
  selector: 'laurel-password-form',
  imports: [Banner, Button, FormField, FormRoot, PasswordField, RouterLink],
  template: `
    <form [formRoot]="fields" class="stack">
      @if (refusal(); as sentence) {
        <laurel-banner tone="bad" role="alert">{{ sentence }}</laurel-banner>
      }
      <div class="field">
        <label for="sign-in-username">{{ usernameLabel() || 'Username' }}</label>
        <input
          id="sign-in-username"
          class="input"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          [formField]="fields.username"
          [attr.aria-invalid]="isMissing(fields.username()) || null"
          [attr.aria-describedby]="isMissing(fields.username()) ? 'sign-in-username-fault' : null"
        />
        @if (isMissing(fields.username())) {
          <p class="fault" id="sign-in-username-fault">Please enter your username.</p>
        }
      </div>
      <laurel-password-field
        fieldId="sign-in-password"
        [label]="passwordLabel() || 'Password'"
        autocomplete="current-password"
        [fault]="isMissing(fields.password()) ? 'Please enter your password.' : ''"
        [field]="fields.password"
      />
      <button
        laurelButton
        look="primary"
        [isWide]="true"
        type="submit"
        [attr.aria-disabled]="isBusy() || null"
      >
        {{ isBusy() ? 'Signing in…' : t('signIn') }}
      </button>
      <a class="forgotten" routerLink="/forgotten-password">Forgotten your password?</a>
    </form>
  `,
  styles: `
    .forgotten {
      display: inline-flex;
      align-items: center;
      min-block-size: var(--touch);
      font-size: var(--size-small);
    }
  `,
})
export class PasswordForm {
  readonly #session = inject(SessionStore);
  readonly activityId = input<string>();
  readonly usernameLabel = input<string | null>();
  readonly passwordLabel = input<string | null>();
  readonly signedIn = output();

  protected readonly t = inject(Wording).t;
  protected readonly refusal = signal('');
  protected readonly wasSubmitted = signal(false);
  protected readonly isBusy = computed(() => this.fields().submitting());
  readonly #model = signal({ username: '', password: '' });
  protected readonly fields = form(
    this.#model,
    (path) => {
      required(path.username);
      required(path.password);
    },
    { submission: { action: () => this.#signIn(), onInvalid: () => this.wasSubmitted.set(true) } },
  );

  protected isMissing(field: { invalid: () => boolean }): boolean {
    return this.wasSubmitted() && field.invalid();
  }

  async #signIn(): Promise<void> {
    const { username, password } = this.#model();
    const activityId = this.activityId();
    this.refusal.set('');
    try {
      await this.#session.signInWithPassword({
        username: username.trim(),
        password,
        ...(activityId ? { activityId } : {}),
      });
      this.signedIn.emit();
    } catch (cause) {
      this.refusal.set(sentenceFor(cause));
    }
  }
}
