import { computed, inject, Service } from '@angular/core';
import type { CanMatchFn } from '@angular/router';
import { TenantStore } from './tenant.store.js';

/** How a society has its portal arranged. What it does not have is not there: no page, no button, no request. */
@Service()
export class Layout {
  readonly #tenants = inject(TenantStore);
  readonly #layout = computed(() => this.#tenants.tenant()?.layout);

  /** Learners land on the page of their own claim, and go to the sessions from there. */
  readonly isClaimHome = computed(() => this.#layout()?.home === 'cart');
  readonly hasItinerary = computed(() => this.#layout()?.hasItinerary ?? false);
  readonly hasSaveAndLogOut = computed(() => this.#layout()?.hasSaveAndLogOut ?? false);
  /** Where the claim's sessions are listed, with the way to every other page. */
  readonly home = computed(() => (this.isClaimHome() ? '/cart' : '/sessions'));
}

export const claimIsHome: CanMatchFn = () => inject(Layout).isClaimHome();
export const hasItinerary: CanMatchFn = () => inject(Layout).hasItinerary();

/** Off is off: a society without passwords here has no page for forgotten ones. */
export const hasPasswords: CanMatchFn = () =>
  inject(TenantStore)
    .tenant()
    ?.signIn.some(({ kind }) => kind === 'password') ?? false;
