import { inject, Service } from '@angular/core';
import { TenantStore } from '../tenant/tenant.store.js';
import type { WordKey } from './default-wording.js';
import { fillWording } from './fill-wording.js';

/** The society's own words. Reads a signal, so a template that calls it follows the tenant. */
@Service()
export class Wording {
  readonly #tenants = inject(TenantStore);

  readonly t = (key: WordKey): string => fillWording(key, this.#tenants.tenant()?.wording ?? {});
}
