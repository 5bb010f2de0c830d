import { computed, DOCUMENT, inject, Service, signal } from '@angular/core';
import { accentPalette } from '@laurel/ui';
import type { TenantView } from '../api/contract.js';
import { LaurelApi } from '../api/laurel-api.js';
import { ProblemError } from '../api/problem.js';
import { applyPalette } from './theme.js';

export type TenantStatus = 'loading' | 'known' | 'unknown' | 'away';

/** The society whose portal this is, from the host name: its name, look, words and help. */
@Service()
export class TenantStore {
  readonly #api = inject(LaurelApi);
  readonly #document = inject(DOCUMENT);
  readonly #tenant = signal<TenantView | null>(null);
  readonly #status = signal<TenantStatus>('loading');

  readonly tenant = this.#tenant.asReadonly();
  readonly status = this.#status.asReadonly();
  /**
   * An image address of the society's logo; as an image, nothing inside it can run. An image inherits no colour either:
   * what the society drew in `currentColor` becomes its accent, readable on the white that logos stand on.
   */
  readonly logo = computed(() => {
    const theme = this.#tenant()?.theme;
    if (!theme?.logoSvg) return null;
    const { fill } = accentPalette(theme.accent).light;
    const svg = theme.logoSvg.replaceAll(/currentcolor/giu, fill);
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  });

  async load(): Promise<void> {
    try {
      const tenant = await this.#api.tenant();
      this.#tenant.set(tenant);
      this.#document.documentElement.lang = tenant.language;
      applyPalette(this.#document.documentElement, accentPalette(tenant.theme.accent));
      this.#status.set('known');
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause;
      this.#status.set(cause.status === 404 ? 'unknown' : 'away');
    }
  }
}
