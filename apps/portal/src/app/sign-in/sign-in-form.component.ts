import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { Banner, Button } from '@laurel/ui';
import { sentenceFor } from '../core/api/problem.js';
import { SessionStore } from '../core/session/session.store.js';
import { Wording } from '../core/wording/wording.js';

/** Badge and last name. Whatever is wrong, one plain sentence; what was typed stays. */
@Component({
  selector: 'laurel-sign-in-form',
  imports: [Banner, Button, FormField, FormRoot],
  template: `
    <form [formRoot]="fields" class="stack">
      @if (refusal(); as sentence) {
        <laurel-banner tone="bad" role="alert">{{ sentence }}</laurel-banner>
      }
      <div class="field">
        <label for="sign-in-badge">{{ badgeLabel() || t('badge') }}</label>
        <input
          id="sign-in-badge"
          class="input tabular"
          autocomplete="username"
          inputmode="text"
          autocapitalize="characters"
          spellcheck="false"
          [formField]="fields.badge"
          [attr.aria-invalid]="isMissing(fields.badge()) || null"
          [attr.aria-describedby]="isMissing(fields.badge()) ? 'sign-in-badge-fault' : 'sign-in-badge-help'"
        />
        @if (isMissing(fields.badge())) {
          <p class="fault" id="sign-in-badge-fault">Please enter the number on your badge.</p>
        } @else {
          <p class="help" id="sign-in-badge-help">The number printed under the bar code on your badge</p>
        }
      </div>
      <div class="field">
        <label for="sign-in-last-name">{{ lastNameLabel() || t('lastName') }}</label>
        <input
          id="sign-in-last-name"
          class="input"
          autocomplete="family-name"
          autocapitalize="words"
          spellcheck="false"
          [formField]="fields.lastName"
          [attr.aria-invalid]="isMissing(fields.lastName()) || null"
          [attr.aria-describedby]="isMissing(fields.lastName()) ? 'sign-in-last-name-fault' : null"
        />
        @if (isMissing(fields.lastName())) {
          <p class="fault" id="sign-in-last-name-fault">Please enter your last name as you registered it.</p>
        }
      </div>
      <button
        laurelButton
        look="primary"
        [isWide]="true"
        type="submit"
        [attr.aria-disabled]="isBusy() || null"
      >
        {{ isBusy() ? 'Signing in…' : t('signIn') }}
      </button>
    </form>
  `,
})
export class SignInForm {
  readonly #session = inject(SessionStore);
  readonly activityId = input<string>();
  /** Filled in when the person is known and only has to sign in again. */
  readonly badge = input('');
  readonly badgeLabel = input<string | null>();
  readonly lastNameLabel = input<string | null>();
  readonly signedIn = output();

  protected readonly t = inject(Wording).t;
  protected readonly refusal = signal('');
  protected readonly wasSubmitted = signal(false);
  protected readonly isBusy = computed(() => this.fields().submitting());
  readonly #model = linkedSignal(() => ({ badge: this.badge(), lastName: '' }));
  protected readonly fields = form(
    this.#model,
    (path) => {
      required(path.badge);
      required(path.lastName);
    },
    { submission: { action: () => this.#signIn(), onInvalid: () => this.wasSubmitted.set(true) } },
  );

  protected isMissing(field: { invalid: () => boolean }): boolean {
    return this.wasSubmitted() && field.invalid();
  }

  async #signIn(): Promise<void> {
    const { badge, lastName } = this.#model();
    const activityId = this.activityId();
    this.refusal.set('');
    try {
      await this.#session.signIn({
        badge: badge.trim(),
        lastName: lastName.trim(),
        ...(activityId ? { activityId } : {}),
      });
      this.signedIn.emit();
    } catch (cause) {
      this.refusal.set(sentenceFor(cause));
    }
  }
}
