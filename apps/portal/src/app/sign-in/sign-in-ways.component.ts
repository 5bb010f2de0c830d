import { Component, computed, ElementRef, inject, input, linkedSignal } from '@angular/core';
import { Banner } from '@laurel/ui';
import type { SignInWay } from '../core/api/contract.js';
import { SessionStore } from '../core/session/session.store.js';
import { TenantStore } from '../core/tenant/tenant.store.js';
import { PasswordForm } from './password-form.component.js';
import { ProviderLink } from './provider-link.component.js';
import { refusalWords } from './refusal-words.js';
import { SignInForm } from './sign-in-form.component.js';

type Kind = SignInWay['kind'];

/** What a way is called where the society gives it no name. */
const TITLES: Readonly<Record<Kind, string>> = {
  badge: 'Badge',
  oidc: 'Member login',
  password: 'Member login',
};

/** Several ways to sign in, one beside the other; what was typed in one stays while another is looked at. */
@Component({
  selector: 'laurel-sign-in-ways',
  imports: [Banner, PasswordForm, ProviderLink, SignInForm],
  templateUrl: './sign-in-ways.component.html',
  styleUrl: './sign-in-ways.component.css',
})
export class SignInWays {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly #session = inject(SessionStore);
  readonly #tenants = inject(TenantStore);
  /** In the order in which they are offered. */
  readonly ways = input.required<readonly SignInWay[]>();
  readonly activityId = input<string>();
  readonly returnTo = input.required<string>();
  readonly badge = input.required<string>();
  readonly refused = input<string>();
  /** A function and no output, because the ways are put in their place while the page runs. */
  readonly whenSignedIn = input.required<() => void>();

  protected readonly selected = linkedSignal<Kind>(() => {
    const kinds = this.ways().map(({ kind }) => kind);
    const wanted = this.refused() ? 'oidc' : this.#session.lastWay();
    return kinds.find((kind) => kind === wanted) ?? kinds[0] ?? 'badge';
  });
  protected readonly refusal = computed(() => {
    const refused = this.refused();
    if (!refused) return '';
    const provider = this.ways().find(({ kind }) => kind === 'oidc');
    return refusalWords(refused, {
      provider: provider ? this.titleOf(provider) : TITLES.oidc,
      email: this.#tenants.tenant()?.support.email ?? '',
      hasBadge: this.ways().some(({ kind }) => kind === 'badge'),
    });
  });

  protected titleOf(way: SignInWay): string {
    return way.title ?? TITLES[way.kind];
  }

  /** Arrow keys, Home and End move between the tabs (WAI-ARIA tabs pattern). */
  protected move(event: KeyboardEvent, from: number): void {
    const count = this.ways().length;
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: count - 1 }[event.key];
    const way = to === undefined ? undefined : this.ways()[(to + count) % count];
    if (!way) return;
    event.preventDefault();
    this.selected.set(way.kind);
    this.#host.nativeElement.querySelector<HTMLElement>(`#sign-in-tab-${way.kind}`)?.focus();
  }
}
