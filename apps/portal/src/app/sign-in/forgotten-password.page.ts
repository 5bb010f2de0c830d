import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { Banner, Button, Card, PageHeader } from '@laurel/ui';
import { LaurelApi } from '../core/api/laurel-api.js';
import { sentenceFor } from '../core/api/problem.js';
import { TenantStore } from '../core/tenant/tenant.store.js';
import { PublicFrame } from '../verify/public-frame/public-frame.component.js';

/** Asks for a mail with a link. What it answers says nothing about whether there is such a username. */
@Component({
  selector: 'laurel-forgotten-password-page',
  imports: [Banner, Button, Card, FormField, FormRoot, PageHeader, PublicFrame, RouterLink],
  template: `
    <laurel-public-frame>
      <div class="narrow">
        @if (isSent()) {
          <laurel-page-header title="Look into your mail" />
          <laurel-card>
            <p role="status">
              If {{ society() }} knows this username, a mail with a link is on its way to the address it has
              for you. The link works once, for one hour.
            </p>
            <p class="soft small">
              Nothing there after a few minutes? Look among the unwanted mail, or write to
              <a [href]="'mailto:' + email()">{{ email() }}</a>.
            </p>
          </laurel-card>
          <a laurelButton look="quiet" routerLink="/sign-in">Back to the sign-in</a>
        } @else {
          <laurel-page-header
            title="Forgotten your password?"
            lead="We mail you a link, and you choose a new one."
          />
          <laurel-card>
            <form [formRoot]="fields" class="stack">
              @if (problem(); as sentence) {
                <laurel-banner tone="bad" role="alert">{{ sentence }}</laurel-banner>
              }
              <div class="field">
                <label for="forgotten-username">Username</label>
                <input
                  id="forgotten-username"
                  class="input"
                  autocomplete="username"
                  autocapitalize="none"
                  spellcheck="false"
                  [formField]="fields.username"
                  [attr.aria-invalid]="isMissing() || null"
                  [attr.aria-describedby]="isMissing() ? 'forgotten-username-fault' : null"
                />
                @if (isMissing()) {
                  <p class="fault" id="forgotten-username-fault">Please enter your username.</p>
                }
              </div>
              <button
                laurelButton
                look="primary"
                [isWide]="true"
                type="submit"
                [attr.aria-disabled]="isBusy() || null"
              >
                {{ isBusy() ? 'One moment…' : 'Send me the link' }}
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
export class ForgottenPasswordPage {
  readonly #api = inject(LaurelApi);
  readonly #tenants = inject(TenantStore);
  protected readonly society = computed(() => this.#tenants.tenant()?.name ?? '');
  protected readonly email = computed(() => this.#tenants.tenant()?.support.email ?? '');
  protected readonly isSent = signal(false);
  protected readonly isMissing = signal(false);
  protected readonly problem = signal('');
  protected readonly isBusy = computed(() => this.fields().submitting());
  readonly #model = signal({ username: '' });
  protected readonly fields = form(this.#model, (path) => required(path.username), {
    submission: { action: () => this.#ask(), onInvalid: () => this.isMissing.set(true) },
  });

  async #ask(): Promise<void> {
    this.isMissing.set(false);
    this.problem.set('');
    try {
      await this.#api.requestPasswordReset(this.#model().username.trim());
      this.isSent.set(true);
    } catch (cause) {
      this.problem.set(sentenceFor(cause));
    }
  }
}
