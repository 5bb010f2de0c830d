import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Banner, Button } from '@laurel/ui';
import { sentenceFor } from '../core/api/problem.js';
import { SessionStore } from '../core/session/session.store.js';
import { Wording } from '../core/wording/wording.js';

type Field = 'badge' | 'last-name';

/**
 * Badge and last name. Whatever is wrong, one plain sentence; what was typed stays. Two fields that must not be
 * empty need no forms library, which would be a tenth of everything a phone fetches first.
 */
@Component({
  selector: 'laurel-sign-in-form',
  imports: [Banner, Button],
  template: `
    <form class="stack" novalidate (submit)="submit($event)">
      @if (refusal(); as sentence) {
        <laurel-banner tone="bad" role="alert">{{ sentence }}</laurel-banner>
      }
      @for (field of fields(); track field) {
        @if (field === 'badge') {
          <div class="field">
            <label for="sign-in-badge">{{ badgeLabel() || t('badge') }}</label>
            <input
              id="sign-in-badge"
              class="input tabular"
              autocomplete="username"
              inputmode="text"
              autocapitalize="characters"
              spellcheck="false"
              required
              #badgeInput
              [value]="typedBadge()"
              (input)="typedBadge.set(badgeInput.value)"
              [attr.aria-invalid]="isBadgeMissing() || null"
              [attr.aria-describedby]="isBadgeMissing() ? 'sign-in-badge-fault' : 'sign-in-badge-help'"
            />
            @if (isBadgeMissing()) {
              <p class="fault" id="sign-in-badge-fault">Please enter the number on your badge.</p>
            } @else {
              <p class="help" id="sign-in-badge-help">The number printed under the bar code on your badge</p>
            }
          </div>
        } @else {
          <div class="field">
            <label for="sign-in-last-name">{{ lastNameLabel() || t('lastName') }}</label>
            <input
              id="sign-in-last-name"
              class="input"
              autocomplete="family-name"
              autocapitalize="words"
              spellcheck="false"
              required
              #lastNameInput
              [value]="typedLastName()"
              (input)="typedLastName.set(lastNameInput.value)"
              [attr.aria-invalid]="isLastNameMissing() || null"
              [attr.aria-describedby]="isLastNameMissing() ? 'sign-in-last-name-fault' : null"
            />
            @if (isLastNameMissing()) {
              <p class="fault" id="sign-in-last-name-fault">
                Please enter your last name as you registered it.
              </p>
            }
          </div>
        }
      }
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
  readonly isLastNameFirst = input(false);
  readonly signedIn = output();

  protected readonly t = inject(Wording).t;
  protected readonly fields = computed<readonly Field[]>(() =>
    this.isLastNameFirst() ? ['last-name', 'badge'] : ['badge', 'last-name'],
  );
  protected readonly refusal = signal('');
  protected readonly isBusy = signal(false);
  protected readonly typedBadge = linkedSignal(() => this.badge());
  protected readonly typedLastName = signal('');
  readonly #wasSubmitted = signal(false);
  protected readonly isBadgeMissing = computed(() => this.#wasSubmitted() && this.typedBadge().trim() === '');
  protected readonly isLastNameMissing = computed(
    () => this.#wasSubmitted() && this.typedLastName().trim() === '',
  );
  private readonly badgeInput = viewChild.required<ElementRef<HTMLInputElement>>('badgeInput');
  private readonly lastNameInput = viewChild.required<ElementRef<HTMLInputElement>>('lastNameInput');

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.#wasSubmitted.set(true);
    // What was wrong with the last try says nothing of this one.
    this.refusal.set('');
    const missing = this.fields().find((field) => this.#isMissing(field));
    if (missing === undefined) await this.#signIn();
    else this.#input(missing).nativeElement.focus();
  }

  #isMissing(field: Field): boolean {
    return field === 'badge' ? this.isBadgeMissing() : this.isLastNameMissing();
  }

  #input(field: Field): ElementRef<HTMLInputElement> {
    return field === 'badge' ? this.badgeInput() : this.lastNameInput();
  }

  async #signIn(): Promise<void> {
    const activityId = this.activityId();
    this.refusal.set('');
    this.isBusy.set(true);
    try {
      await this.#session.signIn({
        badge: this.typedBadge().trim(),
        lastName: this.typedLastName().trim(),
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
