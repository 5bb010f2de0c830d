import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, Card, Icon, PageHeader } from '@laurel/ui';
import type { SignInWay } from '../../core/api/contract.js';
import { SessionStore } from '../../core/session/session.store.js';
import { Layout } from '../../core/layout/layout.js';
import { forgottenBadgeLabel } from '../../core/tenant/forgotten-badge.js';
import { TenantStore } from '../../core/tenant/tenant.store.js';
import { Wording } from '../../core/wording/wording.js';
import { PublicFrame } from '../../verify/public-frame/public-frame.component.js';
import { earnedQuestions, stepsToClaimEarned } from './earned-help-texts.js';
import { commonQuestions, stepsToClaim } from './help-texts.js';
import { SupportButton } from './support-button.component.js';
import { SupportDesk } from './support-desk.js';
import { SupportSheet } from './support-sheet.component.js';
import { telephoneLink } from '../../core/tenant/telephone.js';

/** Somebody to ask, how to claim, and what others asked. Open to everybody: who cannot sign in needs it most. */
@Component({
  selector: 'laurel-help-page',
  imports: [Button, Card, Icon, PageHeader, PublicFrame, RouterLink, SupportButton, SupportSheet],
  templateUrl: './help.page.html',
  styleUrl: './help.page.css',
})
export class HelpPage {
  protected readonly telephoneLink = telephoneLink;
  readonly #tenants = inject(TenantStore);
  readonly #session = inject(SessionStore);
  readonly #layout = inject(Layout);
  protected readonly desk = inject(SupportDesk);
  protected readonly isSignedIn = this.#session.isSignedIn;
  protected readonly forgottenBadgeLabel = forgottenBadgeLabel;
  protected readonly t = inject(Wording).t;
  protected readonly tenant = this.#tenants.tenant;
  /** Of the activity signed in to; before that, where the society has no other kind. */
  readonly #isEarned = computed(() => {
    if (this.isSignedIn()) return this.#layout.isEarned();
    const activities = this.tenant()?.activities ?? [];
    return activities.length > 0 && activities.every(({ basis }) => basis === 'earned');
  });
  protected readonly hasBadge = computed(() => this.#hasWay('badge'));
  protected readonly hasPassword = computed(() => this.#hasWay('password'));
  protected readonly support = computed(() => this.tenant()?.support ?? null);
  protected readonly steps = computed(() =>
    this.#isEarned()
      ? stepsToClaimEarned(this.t)
      : stepsToClaim(this.t, { hasItinerary: this.#layout.hasItinerary() }),
  );
  protected readonly questions = computed(() =>
    this.#isEarned() ? earnedQuestions(this.t) : commonQuestions(this.t),
  );
  /** What helps the society find this person at once. */
  protected readonly mail = computed(() => {
    const session = this.#session.session();
    const subject = session
      ? [session.activity.code, session.registration.badge && `badge ${session.registration.badge}`]
          .filter(Boolean)
          .join(', ')
      : 'Claiming credit';
    return `mailto:${this.support()?.email ?? ''}?subject=${encodeURIComponent(subject)}`;
  });

  #hasWay(kind: SignInWay['kind']): boolean {
    return this.tenant()?.signIn.some((way) => way.kind === kind) ?? false;
  }
}
