import { NgComponentOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, output, signal, type Type } from '@angular/core';
import type { SignInWay } from '../core/api/contract.js';
import { TenantStore } from '../core/tenant/tenant.store.js';
import { SignInForm } from './sign-in-form.component.js';

/**
 * Lets people in by whatever ways the society has. Most have only the badge; the other ways are fetched for the
 * learners of those that have them.
 */
@Component({
  selector: 'laurel-sign-in-door',
  imports: [NgComponentOutlet, SignInForm],
  template: `
    @if (badgeOnly(); as way) {
      <laurel-sign-in-form
        [activityId]="activityId()"
        [badge]="badge()"
        [badgeLabel]="way.badgeLabel"
        [lastNameLabel]="way.lastNameLabel"
        [isLastNameFirst]="way.isLastNameFirst"
        (signedIn)="signedIn.emit()"
      />
    } @else if (several(); as ways) {
      <ng-container [ngComponentOutlet]="ways" [ngComponentOutletInputs]="inputs()" />
    } @else {
      <div class="waiting" aria-busy="true"></div>
    }
  `,
  styles: `
    /* About as high as what comes. */
    .waiting {
      min-block-size: 20rem;
    }
  `,
})
export class SignInDoor {
  readonly #tenants = inject(TenantStore);
  readonly activityId = input<string>();
  /** Where a provider's sign-in comes back to. */
  readonly returnTo = input('/');
  /** Only this way: of somebody who has to sign in again. */
  readonly only = input<SignInWay['kind']>();
  /** Filled in when the person is known and only has to sign in again. */
  readonly badge = input('');
  /** Why a provider's sign-in came to nothing. */
  readonly refused = input<string>();
  readonly signedIn = output();

  readonly #ways = computed(() => {
    const all = this.#tenants.tenant()?.signIn ?? [];
    const one = all.filter(({ kind }) => kind === this.only());
    // The society may have given up the way that was used.
    return one.length > 0 ? one : all;
  });
  protected readonly badgeOnly = computed(() => {
    const [first, second] = this.#ways();
    return first?.kind === 'badge' && !second ? first : null;
  });
  protected readonly several = signal<Type<unknown> | null>(null);
  protected readonly inputs = computed(() => ({
    ways: this.#ways(),
    activityId: this.activityId(),
    returnTo: this.returnTo(),
    badge: this.badge(),
    refused: this.refused(),
    whenSignedIn: this.#whenSignedIn,
  }));
  readonly #whenSignedIn = () => this.signedIn.emit();

  constructor() {
    effect(() => {
      if (!this.badgeOnly()) void this.#loadWays();
    });
  }

  async #loadWays(): Promise<void> {
    const { SignInWays } = await import('./sign-in-ways.component.js');
    this.several.set(SignInWays);
  }
}
