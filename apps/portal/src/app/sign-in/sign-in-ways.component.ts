import { Component, computed, ElementRef, inject, input, linkedSignal, output } from '@angular/core';
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

/** The society's ways to sign in, one beside the other; what was typed in one stays while another is looked at. */
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
  readonly activityId = input<string>();
  /** Where a provider's sign-in comes back to. */
  readonly returnTo = input('/');
  /** Only this way: of somebody who has to sign in again. */
  readonly only = input<Kind>();
  /** Filled in when the person is known and only has to sign in again. */
  readonly badge = input('');
  /** Why a provider's sign-in came to nothing. */
  readonly refused = input<string>();
  readonly signedIn = output();

  protected readonly ways = computed(() => {
    const all = this.#tenants.tenant()?.signIn ?? [];
    const one = all.filter(({ kind }) => kind === this.only());
    // The society may have given up the way that was used.
    return one.length > 0 ? one : all;
  });
  protected readonly selected = linkedSignal<Kind>(() => {
    const kinds = this.ways().map(({ kind }) => kind);
    const wanted = this.refused() ? 'oidc' : this.#session.lastWay();
    return kinds.find((kind) => kind === wanted) ?? kinds[0] ?? 'badge';
  });
  protected readonly refusal = computed(() => {
    const refused = this.refused();
    if (!refused) return '';
    const all = this.#tenants.tenant()?.signIn ?? [];
    const provider = all.find(({ kind }) => kind === 'oidc');
    return refusalWords(refused, {
      provider: provider ? this.titleOf(provider) : TITLES.oidc,
      email: this.#tenants.tenant()?.support.email ?? '',
      hasBadge: all.some(({ kind }) => kind === 'badge'),
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
