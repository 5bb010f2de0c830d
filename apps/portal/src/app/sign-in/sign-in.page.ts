import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Banner, Icon, LaurelMark } from '@laurel/ui';
import { forgottenBadgeLabel } from '../core/tenant/forgotten-badge.js';
import { TenantStore } from '../core/tenant/tenant.store.js';
import { ActivityTime } from '../core/time/activity-time.js';
import { Wording } from '../core/wording/wording.js';
import { SignInDoor } from './sign-in-door.component.js';
import { telephoneLink } from '../core/tenant/telephone.js';

/** The front door, in the society's colours. */
@Component({
  selector: 'laurel-sign-in-page',
  imports: [Banner, Icon, LaurelMark, RouterLink, SignInDoor],
  templateUrl: './sign-in.page.html',
  styleUrl: './sign-in.page.css',
})
export class SignInPage {
  protected readonly telephoneLink = telephoneLink;
  readonly #router = inject(Router);
  readonly #tenants = inject(TenantStore);
  /** Where the person was going, from the guard. */
  readonly next = input<string>();
  /** Why the society's own sign-in came to nothing, from the API. */
  readonly refused = input<string>();

  /** Somebody has just signed out: where their work is. */
  readonly saved = input<string>();
  protected readonly goodbye = computed(() => {
    switch (this.saved()) {
      case 'all':
        return 'Everything is saved. Sign in again whenever you want to go on, here or on another device.';
      case 'here':
        return 'You are signed out. What is not saved yet stays on this device, and is sent when you sign in here again.';
      default:
        return '';
    }
  });

  protected readonly forgottenBadgeLabel = forgottenBadgeLabel;
  protected readonly t = inject(Wording).t;
  protected readonly tenant = this.#tenants.tenant;
  protected readonly logo = this.#tenants.logo;
  protected readonly activities = computed(
    () => this.tenant()?.activities.filter((activity) => activity.isOpen) ?? [],
  );
  protected readonly chosenId = linkedSignal(() => this.activities()[0]?.id);
  protected readonly chosen = computed(() => this.activities().find(({ id }) => id === this.chosenId()));

  protected readonly badgeWay = computed(() => this.tenant()?.signIn.find(({ kind }) => kind === 'badge'));
  protected readonly hasOnlyBadge = computed(
    () => this.badgeWay() !== undefined && this.tenant()?.signIn.length === 1,
  );
  protected readonly destination = computed(() => {
    const next = this.next();
    return next?.startsWith('/') ? next : '/';
  });

  protected dates(activity: { startsOn: string; endsOn: string; timeZone: string }): string {
    return new ActivityTime(activity.timeZone, this.tenant()?.language).days(
      activity.startsOn,
      activity.endsOn,
    );
  }

  protected proceed(): void {
    void this.#router.navigateByUrl(this.destination());
  }
}
