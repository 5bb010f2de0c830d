import { Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SnackbarOutlet } from '@laurel/ui';
import { PageFocus } from './core/focus/page-focus.js';
import { SessionStore } from './core/session/session.store.js';
import { TenantStore } from './core/tenant/tenant.store.js';
import { TenantUnknown } from './tenant-unknown/tenant-unknown.component.js';

@Component({
  selector: 'laurel-root',
  imports: [RouterOutlet, SnackbarOutlet, TenantUnknown],
  template: `
    @switch (status()) {
      @case ('known') {
        <router-outlet />
      }
      @case ('unknown') {
        <laurel-tenant-unknown />
      }
      @case ('waiting') {
        <laurel-tenant-unknown [isAway]="true" [goesOn]="true" />
      }
      @case ('away') {
        <laurel-tenant-unknown [isAway]="true" />
      }
    }
    <laurel-snackbar-outlet />
  `,
})
export class App {
  readonly #tenants = inject(TenantStore);
  readonly #session = inject(SessionStore);
  /** Opened without a network, the page waits at its address and goes on by itself. */
  protected readonly status = computed(() => {
    const status = this.#tenants.status();
    return status === 'known' && this.#session.isAway() ? 'waiting' : status;
  });

  constructor() {
    inject(PageFocus);
  }
}
