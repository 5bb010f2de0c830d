import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, Card, Icon, PageHeader } from '@laurel/ui';
import { SessionStore } from '../../core/session/session.store.js';
import { Wording } from '../../core/wording/wording.js';
import { Leaving } from '../leaving/leaving.js';
import { NameForm } from './name-form.component.js';
import { ChangePasswordForm } from './change-password-form.component.js';

/** What identifiers are called; others are shown by their own key, in words. */
const IDENTIFIERS: Readonly<Record<string, string>> = {
  member: 'Member number',
  asrt: 'ASRT Unique Identifier',
  abim: 'ABIM number',
  abp: 'ABP number',
  npi: 'NPI',
};

/** Who the society knows here, and the way out. */
@Component({
  selector: 'laurel-profile-page',
  imports: [Button, Card, ChangePasswordForm, Icon, NameForm, PageHeader, RouterLink],
  template: `
    <laurel-page-header title="Profile" [lead]="learner()?.displayName ?? ''" />
    <laurel-name-form />
    @if (from() === 'preview') {
      <a laurelButton look="primary" class="on" routerLink="/credits/preview">
        Back to the {{ t('preview').toLowerCase() }}<laurel-icon name="chevron-right" />
      </a>
    }
    <section laurelCard aria-labelledby="profile-known">
      <h2 id="profile-known">What your society knows</h2>
      <dl>
        @for (fact of facts(); track fact.label) {
          <div>
            <dt>{{ fact.label }}</dt>
            <dd class="tabular">{{ fact.value }}</dd>
          </div>
        }
      </dl>
      <p class="soft small">Something is wrong? The society can change it; you find them under Help.</p>
    </section>
    @if (hasPassword()) {
      <laurel-change-password-form />
    }
    <section laurelCard aria-labelledby="profile-leave">
      <h2 id="profile-leave">Signing out</h2>
      <p class="soft small">
        Everything you have saved stays. “Everywhere” also signs out other phones and computers.
      </p>
      <div class="ways">
        <button
          laurelButton
          look="quiet"
          type="button"
          [disabled]="leaving.isLeaving()"
          (click)="leaving.leave(false)"
        >
          <laurel-icon name="sign-out" />Sign out
        </button>
        <button
          laurelButton
          look="quiet"
          type="button"
          [disabled]="leaving.isLeaving()"
          (click)="leaving.leave(true)"
        >
          <laurel-icon name="device" />Sign out everywhere
        </button>
      </div>
    </section>
  `,
  styleUrl: './profile.page.css',
})
export class ProfilePage {
  readonly #session = inject(SessionStore);
  protected readonly t = inject(Wording).t;

  /** Where the learner came from to change the name, and goes back to. */
  readonly from = input<string>();

  protected readonly learner = this.#session.learner;
  protected readonly hasPassword = computed(() => this.#session.session()?.signedInBy === 'password');
  protected readonly leaving = inject(Leaving);
  protected readonly facts = computed(() => {
    const session = this.#session.session();
    if (!session) return [];
    const { learner, registration, activity } = session;
    return [
      { label: this.t('badge'), value: registration.badge ?? '' },
      { label: 'Registered for', value: activity.title },
      { label: 'Registration', value: inWords(registration.tier ?? '') },
      { label: 'Profession', value: inWords(learner.profession) },
      { label: 'E-mail', value: learner.email ?? '' },
      ...Object.entries(learner.identifiers).map(([key, value]) => ({
        label: IDENTIFIERS[key.toLowerCase()] ?? identifierInWords(key),
        value,
      })),
    ].filter(({ value }) => value !== '');
  });
}

/** "nurse-practitioner" → "Nurse practitioner" */
const inWords = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1).replace(/[-_]/gu, ' ');

/** A short key is an abbreviation, as boards have them: "abps" → "ABPS ID". */
const identifierInWords = (key: string): string =>
  /^[a-z]{2,6}$/i.test(key) ? `${key.toUpperCase()} ID` : inWords(key);
