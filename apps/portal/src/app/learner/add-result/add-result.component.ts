import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Banner, Button, Icon, Reasons } from '@laurel/ui';
import type { AddResult as Result } from '../../core/api/contract.js';
import { Wording } from '../../core/wording/wording.js';
import { LookHere } from '../look-here.directive.js';
import { CartStore } from '../cart/cart.store.js';

const sessions = (count: number): string => `${String(count)} ${count === 1 ? 'session' : 'sessions'}`;

/** What "add all" has done: how many were added, what was there before, what was left out and why. */
@Component({
  selector: 'laurel-add-result',
  imports: [Banner, Button, Icon, LookHere, Reasons, RouterLink],
  template: `
    <laurel-banner laurelLookHere role="status" [tone]="result().added.length > 0 ? 'good' : 'info'">
      <div class="top">
        <p class="sentence">{{ sentence() }}</p>
        <button
          laurelButton
          look="plain"
          [isIcon]="true"
          type="button"
          aria-label="Close"
          (click)="dismissed.emit()"
        >
          <laurel-icon name="close" />
        </button>
      </div>
      <div class="ways">
        @if (showsCartLink()) {
          <a laurelButton look="plain" routerLink="/cart">See {{ t('myCart') }}</a>
        }
        @if (result().added.length > 0) {
          <button laurelButton look="plain" type="button" (click)="undo()">Undo</button>
        }
      </div>
    </laurel-banner>
    @if (result().leftOut.length > 0) {
      <section aria-label="Left out">
        <h2>Left out, and why</h2>
        <ul>
          @for (left of result().leftOut; track left.offeringId) {
            <li>
              <a [routerLink]="['/sessions', left.offeringId]">{{ left.title }}</a>
              <laurel-reasons [reasons]="left.reasons" />
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './add-result.component.css',
})
export class AddResult {
  readonly #cart = inject(CartStore);
  readonly result = input.required<Result>();
  readonly showsCartLink = input(true);
  readonly dismissed = output();
  protected readonly t = inject(Wording).t;

  protected readonly sentence = computed(() => {
    const { added, alreadyThere, leftOut } = this.result();
    const parts = [
      added.length > 0 ? `${sessions(added.length)} added to your ${this.t('cart')}.` : 'Nothing new to add.',
      alreadyThere.length > 0 ? `${sessions(alreadyThere.length)} had been there already.` : '',
      leftOut.length > 0 ? `${sessions(leftOut.length)} left out.` : '',
    ];
    return parts.filter((part) => part !== '').join(' ');
  });

  protected undo(): void {
    this.#cart.takeBack(this.result().added);
    this.dismissed.emit();
  }
}
