import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, Snackbar } from '@laurel/ui';
import { sentenceFor } from '../../core/api/problem.js';
import { SessionStore } from '../../core/session/session.store.js';

/** Who is signed in, and the way out. The browser's own popover: closes on Escape and on a press beside it. */
@Component({
  selector: 'laurel-account-menu',
  imports: [Icon, RouterLink],
  templateUrl: './account-menu.component.html',
  styleUrl: './account-menu.component.css',
})
export class AccountMenu {
  readonly #session = inject(SessionStore);
  readonly #snackbar = inject(Snackbar);
  private readonly menu = viewChild.required<ElementRef<HTMLElement>>('menu');

  protected readonly learner = this.#session.learner;
  protected readonly badge = computed(() => this.#session.session()?.registration.badge ?? '');
  protected readonly initials = computed(() => {
    const learner = this.learner();
    return [learner?.firstName, learner?.lastName].map((name) => [...(name ?? '')][0] ?? '').join('');
  });
  protected readonly isLeaving = signal(false);

  protected close(): void {
    this.menu().nativeElement.hidePopover();
  }

  protected async signOut(isEverywhere: boolean): Promise<void> {
    this.isLeaving.set(true);
    try {
      await this.#session.signOut(isEverywhere);
    } catch (cause) {
      this.close();
      this.#snackbar.show({ text: sentenceFor(cause) });
    } finally {
      this.isLeaving.set(false);
    }
  }
}
