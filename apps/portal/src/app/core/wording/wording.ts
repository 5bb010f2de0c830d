import { inject, Service } from '@angular/core';
import { TenantStore } from '../tenant/tenant.store.js';
import type { WordKey } from './default-wording.js';
import { fillWording } from './fill-wording.js';

/** The society's own words. Reads a signal, so a template that calls it follows the tenant. */
@Service()
export class Wording {
  readonly #tenants = inject(TenantStore);

  /** What the society calls the total of a credit type on the claim: "Claimed Category 1 Hours". */
  claimed(creditType: string, name: string): string {
    return this.#tenants.tenant()?.wording[`claimed.${creditType}`] ?? `Claimed ${name}`;
  }

  readonly t = (key: WordKey): string => fillWording(key, this.#tenants.tenant()?.wording ?? {});
}
