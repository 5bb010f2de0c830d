import { Component, computed, DOCUMENT, inject, signal, viewChild } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Banner, Button, Card, PageHeader } from '@laurel/ui';
import { LaurelApi } from '../core/api/laurel-api.js';
import { ProblemError, sentenceFor } from '../core/api/problem.js';
import { PublicFrame } from '../verify/public-frame/public-frame.component.js';
import { newPassword, NewPasswordField, PASSWORD_ADVICE } from './new-password-field.component.js';

/** Where the link in the mail leads: a new password, once. */
@Component({
  selector: 'laurel-reset-password-page',
  imports: [Banner, Button, Card, FormRoot, NewPasswordField, PageHeader, PublicFrame, RouterLink],
  template: `
    <laurel-public-frame>
      <div class="narrow">
        @if (isDone()) {
          <laurel-page-header title="Your password is changed" />
          <laurel-card>
            <p role="status">Every browser has been signed out. Please sign in with the new password.</p>
          </laurel-card>
          <a laurelButton look="primary" [isWide]="true" href="/sign-in">Sign in</a>
        } @else if (isExpired()) {
          <laurel-page-header title="This link works no more" />
          <laurel-card>
            <p role="alert">
              {{ problem() || 'The address is not complete. Please open the link in the mail again.' }}
            </p>
          </laurel-card>
          <a laurelButton look="primary" [isWide]="true" routerLink="/forgotten-password"
            >Send me a new link</a
          >
        } @else {
          <laurel-page-header title="Choose a new password" [lead]="advice" />
          <laurel-card>
            <form [formRoot]="fields" class="stack">
              @if (problem(); as sentence) {
                <laurel-banner tone="bad" role="alert">{{ sentence }}</laurel-banner>
              }
              <laurel-new-password-field fieldId="new-password" [field]="fields.password" />
              <button
                laurelButton
                look="primary"
                [isWide]="true"
                type="submit"
                [attr.aria-disabled]="isBusy() || null"
              >
                {{ isBusy() ? 'One moment…' : 'Set the new password' }}
              </button>
            </form>
          </laurel-card>
        }
      </div>
    </laurel-public-frame>
  `,
  styles: `
    .narrow {
      display: grid;
      gap: var(--space-3);
      max-inline-size: 30rem;
      margin-inline: auto;
    }
  `,
})
export class ResetPasswordPage {
  readonly #api = inject(LaurelApi);
  /** After the `#`, so that it reached no server and no log on its way here. */
  readonly #token = inject(DOCUMENT).location.hash.slice(1);
  private readonly entry = viewChild(NewPasswordField);
  protected readonly advice = PASSWORD_ADVICE;
  protected readonly problem = signal('');
  protected readonly isDone = signal(false);
  protected readonly isExpired = signal(this.#token === '');
  protected readonly isBusy = computed(() => this.fields().submitting());
  readonly #model = signal({ password: '' });
  protected readonly fields = form(this.#model, (path) => newPassword(path.password), {
    submission: { action: () => this.#reset(), onInvalid: () => this.entry()?.check() },
  });

  async #reset(): Promise<void> {
    this.entry()?.check();
    this.problem.set('');
    try {
      await this.#api.resetPassword(this.#token, this.#model().password);
      this.isDone.set(true);
    } catch (cause) {
      if (!this.entry()?.refused(cause)) this.problem.set(sentenceFor(cause));
      this.isExpired.set(cause instanceof ProblemError && cause.code === 'password.link_expired');
    }
  }
}
