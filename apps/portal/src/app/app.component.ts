import { Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SnackbarOutlet } from '@laurel/ui';
import { PageFocus } from './core/focus/page-focus.js';
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
      @case ('away') {
        <laurel-tenant-unknown [isAway]="true" />
      }
    }
    <laurel-snackbar-outlet />
  `,
})
export class App {
  readonly #tenants = inject(TenantStore);
  protected readonly status = computed(() => this.#tenants.status());

  constructor() {
    inject(PageFocus);
  }
}
