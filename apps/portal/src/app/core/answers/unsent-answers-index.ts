import { inject, Service } from '@angular/core';
import { SessionStore } from '../session/session.store.js';
import { TenantStore } from '../tenant/tenant.store.js';
import { DeviceStorage } from '../saving/device-storage.js';
import type { EvaluationSubject } from '../api/contract.js';
import { nameOf, parseUnsent } from './unsent-answers.js';

/** Names and finds the answers that this device keeps for the learner until the server has them. */
@Service()
export class UnsentAnswersIndex {
  readonly #session = inject(SessionStore);
  readonly #storage = inject(DeviceStorage);
  readonly #tenants = inject(TenantStore);

  /** Unique for tenant, learner, activity, form, and session or claim. */
  keyOf(subject: EvaluationSubject): string {
    return this.#prefix() + nameOf(subject);
  }

  /** Where anonymous answers wait on this device until the person sends them; never among the unsent ones. */
  anonymousKeyOf(subject: EvaluationSubject): string {
    return this.#prefix('anonymous') + nameOf(subject);
  }

  /** The forms with answers left from this visit or an earlier one. */
  all(): EvaluationSubject[] {
    const prefix = this.#prefix();
    return this.#storage.keys(prefix).map((key) => parseUnsent(key.slice(prefix.length)));
  }

  /** Whether answers to an anonymous form wait here; they are sent only when the person gives them. */
  hasAnonymous(): boolean {
    return this.#storage.keys(this.#prefix('anonymous')).length > 0;
  }

  #prefix(kind: 'answers' | 'anonymous' = 'answers'): string {
    return `laurel:${kind}:${this.#tenants.tenant()?.slug ?? ''}:${this.#session.listKey()}:`;
  }
}
