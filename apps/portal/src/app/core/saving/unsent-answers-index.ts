import { inject, Service } from '@angular/core';
import { SessionStore } from '../session/session.store.js';
import { TenantStore } from '../tenant/tenant.store.js';
import { DeviceStorage } from './device-storage.js';
import { parseUnsent, type UnsentAnswers } from './unsent-answers.js';

/** Names and finds the answers that this device keeps for the learner until the server has them. */
@Service()
export class UnsentAnswersIndex {
  readonly #session = inject(SessionStore);
  readonly #storage = inject(DeviceStorage);
  readonly #tenants = inject(TenantStore);

  /** Unique for tenant, learner, activity, form and offering. */
  keyOf(formKey: string, offeringId: string | null): string {
    return `${this.#prefix()}${formKey}:${offeringId ?? ''}`;
  }

  /** The forms with answers left from this visit or an earlier one. */
  all(): UnsentAnswers[] {
    const prefix = this.#prefix();
    return this.#storage.keys(prefix).map((key) => parseUnsent(key.slice(prefix.length)));
  }

  #prefix(): string {
    return `laurel:answers:${this.#tenants.tenant()?.slug ?? ''}:${this.#session.listKey()}:`;
  }
}
