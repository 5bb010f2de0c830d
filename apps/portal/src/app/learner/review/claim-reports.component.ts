import { Component, computed, inject, resource } from '@angular/core';
import { Card, Icon, type IconName } from '@laurel/ui';
import type { ReportStanding } from '../../core/api/contract.js';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { SessionStore } from '../../core/session/session.store.js';
import { CartStore } from '../cart/cart.store.js';

const ICONS: Record<ReportStanding['state'], IconName> = {
  queued: 'clock',
  accepted: 'check',
  rejected: 'alert',
  failed: 'clock',
  withdrawn: 'info',
};

/** Where the credit of a claim that is in goes: what the learner has agreed to, and what the authorities said. */
@Component({
  selector: 'laurel-claim-reports',
  imports: [Card, Icon],
  template: `
    @if (agreed().length + standings().length > 0) {
      <section laurelCard aria-labelledby="claim-reports">
        <h2 id="claim-reports">What happens next</h2>
        <ul>
          @for (requirement of agreed(); track requirement.key) {
            <li><laurel-icon name="check" />{{ requirement.text }}</li>
          }
          @for (standing of standings(); track $index) {
            <li [attr.data-state]="standing.state">
              <laurel-icon [name]="icons[standing.state]" />{{ standing.text }}
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
    h2 {
      margin-block-end: var(--space-1);
      font-size: var(--size-body);
    }
    ul {
      display: grid;
      gap: var(--space-1);
      font-size: var(--size-small);
    }
    li {
      display: flex;
      gap: 0.6rem;
    }
    laurel-icon {
      margin-block-start: 0.1rem;
      color: var(--good);
    }
    [data-state='queued'] laurel-icon,
    [data-state='failed'] laurel-icon,
    [data-state='withdrawn'] laurel-icon {
      color: var(--ink-soft);
    }
    [data-state='rejected'] laurel-icon {
      color: var(--warn);
    }
  `,
})
export class ClaimReports {
  readonly #api = inject(LaurelApi);
  readonly #session = inject(SessionStore);
  readonly #cart = inject(CartStore).cart;
  protected readonly icons = ICONS;

  /** Forms that were filled in before submitting, such as an opt-in: each says what follows from it. */
  protected readonly agreed = computed(() =>
    (this.#cart()?.requirements ?? []).filter(
      ({ state, action }) => state === 'met' && action?.kind === 'form',
    ),
  );
  readonly #standings = resource({
    params: () => this.#cart()?.submitted?.id,
    loader: () => this.#api.claimReports(this.#session.activityId()),
  });
  /** What cannot be asked now is shown the next time. */
  protected readonly standings = computed(() => (this.#standings.hasValue() ? this.#standings.value() : []));
}
