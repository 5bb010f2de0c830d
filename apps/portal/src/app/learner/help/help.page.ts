import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, Card, Icon, PageHeader } from '@laurel/ui';
import { SessionStore } from '../../core/session/session.store.js';
import { Layout } from '../../core/tenant/layout.js';
import { TenantStore } from '../../core/tenant/tenant.store.js';
import { Wording } from '../../core/wording/wording.js';
import { PublicFrame } from '../../verify/public-frame/public-frame.component.js';
import { commonQuestions, stepsToClaim } from './help-texts.js';
import { SupportButton } from './support-button.component.js';
import { SupportDesk } from './support-desk.js';
import { SupportSheet } from './support-sheet.component.js';

/** Somebody to ask, how to claim, and what others asked. Open to everybody: who cannot sign in needs it most. */
@Component({
  selector: 'laurel-help-page',
  imports: [Button, Card, Icon, PageHeader, PublicFrame, RouterLink, SupportButton, SupportSheet],
  templateUrl: './help.page.html',
  styleUrl: './help.page.css',
})
export class HelpPage {
  readonly #tenants = inject(TenantStore);
  readonly #session = inject(SessionStore);
  readonly #layout = inject(Layout);
  protected readonly desk = inject(SupportDesk);
  protected readonly isSignedIn = this.#session.isSignedIn;
  protected readonly t = inject(Wording).t;
  protected readonly tenant = this.#tenants.tenant;
  protected readonly support = computed(() => this.tenant()?.support ?? null);
  protected readonly steps = computed(() =>
    stepsToClaim(this.t, { hasItinerary: this.#layout.hasItinerary() }),
  );
  protected readonly questions = computed(() => commonQuestions(this.t));
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
}
