import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, Card, CreditAmount, Icon, type IconName, Skeleton, type Tone } from '@laurel/ui';
import type { Verification } from '../core/api/contract.js';
import { LaurelApi } from '../core/api/laurel-api.js';
import { ProblemError } from '../core/api/problem.js';
import { TenantStore } from '../core/tenant/tenant.store.js';
import { issuedOn } from '../learner/certificates/certificate-words.js';
import { focusLateHeading } from '../learner/late-heading.js';
import { LoadFailed } from '../learner/load-failed/load-failed.component.js';
import { CodeForm } from './code-form.component.js';
import { PublicFrame } from './public-frame/public-frame.component.js';

const STATES: Record<Verification['state'], { tone: Tone; icon: IconName; word: string; text: string }> = {
  valid: {
    tone: 'good',
    icon: 'check',
    word: 'Valid',
    text: 'We issued this certificate. It stands as it is printed here.',
  },
  superseded: {
    tone: 'warn',
    icon: 'refresh',
    word: 'Superseded',
    text: 'We issued this certificate, and a newer one has taken its place. Ask its holder for that one.',
  },
  revoked: {
    tone: 'bad',
    icon: 'close',
    word: 'Revoked',
    text: 'We issued this certificate and have revoked it. It no longer counts.',
  },
};

type Because = NonNullable<NonNullable<Verification['supersededBy']>['because']>;
const BECAUSE: Record<Because, string> = {
  amended: 'Its holder has changed the claim since.',
  'name-corrected': 'It was reissued with a corrected name; the credit is the same.',
  'decided-anew': 'The society has corrected what the certificate says.',
};

/** What a verification code leads to: what the certificate itself says, and nothing else. */
@Component({
  selector: 'laurel-verification-page',
  imports: [Button, Card, CodeForm, CreditAmount, Icon, LoadFailed, PublicFrame, RouterLink, Skeleton],
  templateUrl: './verification.page.html',
  styleUrl: './verification.page.css',
})
export class VerificationPage {
  readonly #api = inject(LaurelApi);
  readonly #tenants = inject(TenantStore);

  readonly code = input.required<string>();
  /** Of a file with several certificates: on which of them, from 1, the code stood that was scanned. */
  readonly part = input<string>();

  protected readonly verification = resource({
    params: () => this.code(),
    loader: ({ params: code }) => this.#api.verification(code),
  });
  protected readonly shown = computed(() =>
    this.verification.hasValue() ? this.verification.value() : null,
  );
  protected readonly state = computed(() => {
    const shown = this.shown();
    return shown && STATES[shown.state];
  });
  /** The day on which it was superseded or revoked, where the society is. */
  protected readonly ended = computed(() => {
    const { language, timeZone } = this.#tenants.tenant() ?? { language: 'en', timeZone: 'UTC' };
    return issuedOn(this.shown()?.endedAt ?? null, language, timeZone);
  });
  /** Why a newer certificate has taken its place, where that is known. */
  protected readonly because = computed(() => {
    const reason = this.shown()?.supersededBy?.because;
    return reason ? BECAUSE[reason] : null;
  });
  protected readonly society = computed(() => this.#tenants.tenant()?.name ?? '');
  protected readonly support = computed(() => this.#tenants.tenant()?.support ?? null);
  /** No such certificate, or something that can be no code. */
  protected readonly isUnknown = computed(() => {
    const cause = this.verification.error();
    return (
      cause instanceof ProblemError && (cause.status === 404 || cause.status === 400 || cause.status === 422)
    );
  });

  constructor() {
    focusLateHeading(() => this.shown() !== null || this.isUnknown());
  }

  protected isScanned(index: number): boolean {
    return this.part() === String(index + 1);
  }

  protected amount(text: string): number {
    return Number(text);
  }

  /** The day as the certificate words it; a bare `YYYY-MM-DD` is put into words. */
  protected day(day: string): string {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
    const language = this.#tenants.tenant()?.language ?? 'en';
    return new Intl.DateTimeFormat(language === 'en' ? 'en-US' : language, {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(new Date(`${day}T12:00:00Z`));
  }
}
