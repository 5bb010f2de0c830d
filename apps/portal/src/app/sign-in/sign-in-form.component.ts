import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Banner, Button } from '@laurel/ui';
import { sentenceFor } from '../core/api/problem.js';
import { SessionStore } from '../core/session/session.store.js';
import { Wording } from '../core/wording/wording.js';

/**
 * Badge and last name. Whatever is wrong, one plain sentence; what was typed stays. On the way to the first page, and
 * so without the forms library, which would be a tenth of all that is fetched for it.
 */
@Component({
  selector: 'laurel-sign-in-form',
  imports: [Banner, Button],
  template: `
    <form class="stack" novalidate (submit)="submit($event)">
      @if (refusal(); as sentence) {
        <laurel-banner tone="bad" role="alert">{{ sentence }}</laurel-banner>
      }
      <div class="field">
        <label for="sign-in-badge">{{ badgeLabel() || t('badge') }}</label>
        <input
          #badgeField
          required
          id="sign-in-badge"
          class="input tabular"
          autocomplete="username"
          inputmode="text"
          autocapitalize="characters"
          spellcheck="false"
          [value]="typedBadge()"
          (input)="typedBadge.set(badgeField.value)"
          [attr.aria-invalid]="isMissing(typedBadge()) || null"
          [attr.aria-describedby]="isMissing(typedBadge()) ? 'sign-in-badge-fault' : 'sign-in-badge-help'"
        />
        @if (isMissing(typedBadge())) {
          <p class="fault" id="sign-in-badge-fault">Please enter the number on your badge.</p>
        } @else {
          <p class="help" id="sign-in-badge-help">The number printed under the bar code on your badge</p>
        }
      </div>
      <div class="field">
        <label for="sign-in-last-name">{{ lastNameLabel() || t('lastName') }}</label>
        <input
          #lastNameField
          required
          id="sign-in-last-name"
          class="input"
          autocomplete="family-name"
          autocapitalize="words"
          spellcheck="false"
          [value]="lastName()"
          (input)="lastName.set(lastNameField.value)"
          [attr.aria-invalid]="isMissing(lastName()) || null"
          [attr.aria-describedby]="isMissing(lastName()) ? 'sign-in-last-name-fault' : null"
        />
        @if (isMissing(lastName())) {
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
  protected readonly isBusy = signal(false);
  protected readonly typedBadge = linkedSignal(this.badge);
  protected readonly lastName = signal('');

  protected isMissing(typed: string): boolean {
    return this.wasSubmitted() && typed.trim() === '';
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.wasSubmitted.set(true);
    if (this.isBusy() || this.isMissing(this.typedBadge()) || this.isMissing(this.lastName())) return;
    void this.#signIn();
  }

  async #signIn(): Promise<void> {
    const activityId = this.activityId();
    this.refusal.set('');
    this.isBusy.set(true);
    try {
      await this.#session.signIn({
        badge: this.typedBadge().trim(),
        lastName: this.lastName().trim(),
        ...(activityId ? { activityId } : {}),
      });
      this.signedIn.emit();
    } catch (cause) {
      this.refusal.set(sentenceFor(cause));
    } finally {
      this.isBusy.set(false);
    }
  }
}
