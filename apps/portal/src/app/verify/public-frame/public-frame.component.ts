import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, LaurelMark } from '@laurel/ui';
import { Layout } from '../../core/layout/layout.js';
import { SessionStore } from '../../core/session/session.store.js';
import { TenantStore } from '../../core/tenant/tenant.store.js';
import { Wording } from '../../core/wording/wording.js';

/** The frame of pages that need no sign-in: whose they are, and the way in or back. */
@Component({
  selector: 'laurel-public-frame',
  imports: [Button, LaurelMark, RouterLink],
  template: `
    <header class="no-print">
      <div class="bar">
        <a class="brand" routerLink="/">
          @if (logo(); as address) {
            <img [src]="address" alt="" />
          } @else {
            <laurel-mark />
          }
          <strong>{{ tenant()?.name }}</strong>
        </a>
        @if (isSignedIn()) {
          <a laurelButton look="quiet" [routerLink]="layout.home()">{{ t(homeWord()) }}</a>
        } @else {
          <a laurelButton look="quiet" routerLink="/sign-in">{{ t('signIn') }}</a>
        }
      </div>
    </header>
    <main tabindex="-1"><ng-content /></main>
    <footer class="no-print">
      <nav aria-label="More">
        <a routerLink="/help">Help</a>
        <a routerLink="/verify">Verify a certificate</a>
      </nav>
    </footer>
  `,
  styleUrl: './public-frame.component.css',
})
export class PublicFrame {
  readonly #tenants = inject(TenantStore);
  readonly #session = inject(SessionStore);
  protected readonly t = inject(Wording).t;
  protected readonly tenant = this.#tenants.tenant;
  protected readonly logo = this.#tenants.logo;
  protected readonly layout = inject(Layout);
  protected readonly isSignedIn = computed(() => this.#session.isSignedIn());
  /** The way back is called as it is called there. */
  protected readonly homeWord = computed(() => {
    if (this.layout.isEarned()) return 'earnedCredits';
    return this.layout.isClaimHome() ? 'myCart' : 'sessions';
  });
}
