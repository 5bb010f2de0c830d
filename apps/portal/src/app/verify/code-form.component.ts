import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { Button, Icon } from '@laurel/ui';

/** For a code read from paper; how it is typed does not matter. */
@Component({
  selector: 'laurel-code-form',
  imports: [Button, FormField, FormRoot, Icon],
  template: `
    <form [formRoot]="fields" class="stack">
      <div class="field">
        <label for="verify-code">Verification code</label>
        <input
          id="verify-code"
          class="input tabular"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          placeholder="K7QF-9M2X-0TBD-W4HE"
          [formField]="fields.code"
          [attr.aria-invalid]="isMissing() || null"
          [attr.aria-describedby]="isMissing() ? 'verify-code-fault' : 'verify-code-help'"
        />
        @if (isMissing()) {
          <p class="fault" role="alert" id="verify-code-fault">Please type the code first.</p>
        } @else {
          <p class="help" id="verify-code-help">
            It stands beside the square code on the certificate. Small letters and missing hyphens are fine.
          </p>
        }
      </div>
      <button laurelButton look="primary" [isWide]="true" type="submit">
        <laurel-icon name="search" />Verify
      </button>
    </form>
  `,
  styles: `
    input {
      letter-spacing: 0.06em;
      text-transform: uppercase;
    }
    input::placeholder {
      opacity: 0.75;
    }
  `,
})
export class CodeForm {
  readonly #router = inject(Router);
  /** What was typed before, to be mended rather than typed again. */
  readonly typed = input('');
  readonly #model = linkedSignal(() => ({ code: this.typed() }));
  protected readonly isMissing = signal(false);
  protected readonly fields = form(this.#model, (path) => required(path.code), {
    submission: {
      action: async () => this.#open(),
      onInvalid: () => this.isMissing.set(true),
    },
  });

  async #open(): Promise<void> {
    const code = this.#model()
      .code.trim()
      .toUpperCase()
      .replaceAll(/[\s-]+/g, '-');
    this.isMissing.set(code === '');
    if (code !== '') await this.#router.navigate(['/verify', code]);
  }
}
