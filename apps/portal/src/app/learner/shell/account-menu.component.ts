import { Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@laurel/ui';
import { SessionStore } from '../../core/session/session.store.js';
import { Layout } from '../../core/layout/layout.js';
import { Wording } from '../../core/wording/wording.js';
import { SupportDesk } from '../help/support-desk.js';
import { Leaving } from '../leaving/leaving.js';

/** Who is signed in, and the way out. The browser's own popover: closes on Escape and on a press beside it. */
@Component({
  selector: 'laurel-account-menu',
  imports: [Icon, RouterLink],
  templateUrl: './account-menu.component.html',
  styleUrl: './account-menu.component.css',
})
export class AccountMenu {
  readonly #session = inject(SessionStore);
  private readonly menu = viewChild.required<ElementRef<HTMLElement>>('menu');

  protected readonly learner = this.#session.learner;
  protected readonly badge = computed(() => this.#session.session()?.registration.badge ?? '');
  protected readonly initials = computed(() => {
    const learner = this.learner();
    return [learner?.firstName, learner?.lastName].map((name) => [...(name ?? '')][0] ?? '').join('');
  });
  protected readonly desk = inject(SupportDesk);
  protected readonly t = inject(Wording).t;
  protected readonly layout = inject(Layout);
  protected readonly leaving = inject(Leaving);

  protected close(): void {
    this.menu().nativeElement.hidePopover();
  }

  protected leave(isEverywhere: boolean): void {
    this.close();
    void this.leaving.leave(isEverywhere);
  }
}
