import { computed, inject, Service } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import { SessionStore } from '../session/session.store.js';
import { TenantStore } from '../tenant/tenant.store.js';

/** How a society has its portal arranged. What it does not have is not there: no page, no button, no request. */
@Service()
export class Layout {
  readonly #tenants = inject(TenantStore);
  readonly #session = inject(SessionStore);
  readonly #layout = computed(() => this.#tenants.tenant()?.layout);

  /** Learners land on the page of their own claim, and go to the sessions from there. */
  readonly isClaimHome = computed(() => this.#layout()?.home === 'cart');
  readonly hasItinerary = computed(() => this.#layout()?.hasItinerary ?? false);
  readonly hasSaveAndLogOut = computed(() => this.#layout()?.hasSaveAndLogOut ?? false);
  /** Credit accrues from completions and is claimed from a list of it; nothing is picked from a programme. */
  readonly isEarned = computed(() => this.#session.activity()?.basis === 'earned');
  /** Where the claim's sessions are listed, with the way to every other page. */
  readonly home = computed(() => (this.isEarned() ? '/credits' : this.isClaimHome() ? '/cart' : '/sessions'));
}

/** Pages of one kind of activity are not there for the other: whoever comes to them is shown the first page. */
export const forBasis =
  (basis: 'attended' | 'earned'): CanActivateFn =>
  () => {
    const activity = inject(SessionStore).activity();
    // Without a session the guard of all pages sends to the sign-in.
    return activity === null || activity.basis === basis || inject(Router).createUrlTree(['/']);
  };

export const claimIsHome: CanMatchFn = () => inject(Layout).isClaimHome();
export const hasItinerary: CanMatchFn = () => inject(Layout).hasItinerary();

/** Off is off: a society without passwords here has no page for forgotten ones. */
export const hasPasswords: CanMatchFn = () =>
  inject(TenantStore)
    .tenant()
    ?.signIn.some(({ kind }) => kind === 'password') ?? false;
