import { Component, computed, inject, input } from '@angular/core';
import { Banner } from '@laurel/ui';
import type { CertificateView } from '../../core/api/contract.js';
import { SessionStore } from '../../core/session/session.store.js';
import { SupportButton } from '../help/support-button.component.js';

/** Says that a certificate bears another name than the learner has now, and whom to ask: it is never changed itself. */
@Component({
  selector: 'laurel-name-differs',
  imports: [Banner, SupportButton],
  template: `
    @if (differs()) {
      <laurel-banner class="no-print" tone="info">
        <p>
          This certificate says “{{ printed() }}”; your name here is “{{ present() }}” now. Certificates never
          change. One that is made from now on, also when you change what you claim and submit it again, bears
          the new name.
        </p>
        <laurel-support-button />
      </laurel-banner>
    }
  `,
})
export class NameDiffers {
  readonly #learner = inject(SessionStore).learner;
  readonly certificate = input.required<Pick<CertificateView, 'name' | 'credentials' | 'state'>>();

  protected readonly printed = computed(() =>
    nameWith(this.certificate().name, this.certificate().credentials),
  );
  protected readonly present = computed(() =>
    nameWith(this.#learner()?.displayName ?? '', this.#learner()?.credentials ?? ''),
  );
  protected readonly differs = computed(
    () =>
      this.certificate().state === 'issued' && this.#learner() !== null && this.printed() !== this.present(),
  );
}

const nameWith = (name: string, credentials: string): string =>
  credentials === '' ? name : `${name}, ${credentials}`;
