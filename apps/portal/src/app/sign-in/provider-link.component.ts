import { Component, computed, inject, input } from '@angular/core';
import { Button, Icon } from '@laurel/ui';
import { SessionStore } from '../core/session/session.store.js';

/** The way to the society's own sign-in, and back to where the person was. */
@Component({
  selector: 'laurel-provider-link',
  imports: [Button, Icon],
  template: `
    <p>You sign in at {{ title() }} and come back here by yourself. We never see your password.</p>
    <a laurelButton look="primary" [isWide]="true" [href]="address()" (click)="session.leaveForProvider()">
      {{ label() }}<laurel-icon name="external" />
    </a>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    p {
      color: var(--ink-soft);
    }
  `,
})
export class ProviderLink {
  protected readonly session = inject(SessionStore);
  readonly title = input.required<string>();
  readonly label = input.required<string>();
  readonly activityId = input<string>();
  /** A path of the portal. */
  readonly returnTo = input('/');

  /** Whether to be asked who one is even when the provider knows: after it sent the wrong person. */
  readonly isFresh = input(false);

  protected readonly address = computed(() => {
    const activityId = this.activityId();
    const query = new URLSearchParams({
      ...(activityId ? { activityId } : {}),
      returnTo: this.returnTo(),
      ...(this.isFresh() ? { prompt: 'login' } : {}),
    });
    return `/api/session/oidc/start?${query.toString()}`;
  });
}
