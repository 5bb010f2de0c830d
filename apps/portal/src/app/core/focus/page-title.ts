import { inject, Service } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TenantStore } from '../tenant/tenant.store.js';

/** "Sessions · Society for Cardiac Rhythm" */
@Service()
export class PageTitle extends TitleStrategy {
  readonly #title = inject(Title);
  readonly #tenants = inject(TenantStore);

  override updateTitle(state: RouterStateSnapshot): void {
    const society = this.#tenants.tenant()?.name ?? 'Laurel';
    const page = this.buildTitle(state);
    this.#title.setTitle(page ? `${page} · ${society}` : society);
  }
}
