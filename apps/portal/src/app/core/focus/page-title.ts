import { inject, Service } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { isWordKey } from '../wording/default-wording.js';
import { Wording } from '../wording/wording.js';
import { TenantStore } from '../tenant/tenant.store.js';

/** "Sessions · Heart Society"; a route's title may be the key of one of the society's words. */
@Service()
export class PageTitle extends TitleStrategy {
  readonly #title = inject(Title);
  readonly #wording = inject(Wording);
  readonly #tenants = inject(TenantStore);

  override updateTitle(state: RouterStateSnapshot): void {
    const society = this.#tenants.tenant()?.name ?? 'Laurel';
    const page = this.buildTitle(state);
    const words = page !== undefined && isWordKey(page) ? this.#wording.t(page) : page;
    this.#title.setTitle(words ? `${words} · ${society}` : society);
  }
}
