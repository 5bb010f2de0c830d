import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, Icon, Reasons } from '@laurel/ui';
import type { CartLine } from '../../core/api/contract.js';
import { SessionStore } from '../../core/session/session.store.js';
import { Wording } from '../../core/wording/wording.js';
import { CartStore } from '../cart/cart.store.js';
import type { LineEvaluation } from './line-evaluation.js';

const WORDS: Record<LineEvaluation['state'], string> = { 'to-do': 'To do', begun: 'Begun', done: 'Done' };

/** A session on the claim: its time, the way to its evaluation with how far that has come, and the way out. */
@Component({
  selector: 'laurel-claim-line',
  imports: [Button, Icon, Reasons, RouterLink],
  template: `
    <div class="what">
      <a class="title" [routerLink]="['/sessions', line().offeringId]">{{ line().title }}</a>
      @if (when()) {
        <p class="when tabular">{{ when() }}</p>
      }
      @if (!line().isAllowed) {
        <laurel-reasons class="denials" icon="alert" [reasons]="line().denials" />
      }
    </div>
    <div class="ways no-print">
      @if (isClosed() && evaluation()?.state === 'to-do') {
        <span class="none soft small">Not evaluated</span>
      } @else if (evaluation(); as form) {
        <a
          laurelButton
          [look]="form.state === 'done' || form.isOptional || isClosed() ? 'quiet' : 'tonal'"
          class="evaluation"
          [attr.data-state]="form.state"
          [routerLink]="['/evaluation', form.formKey]"
          [queryParams]="{ offeringId: line().offeringId }"
        >
          <laurel-icon [name]="form.state === 'done' ? 'check' : 'pencil'" />
          {{ t('evaluation') }}<span class="state">{{ word() }}</span>
          <span class="visually-hidden">: {{ line().title }}</span>
        </a>
      } @else if (isAsked()) {
        <span class="none soft small">No evaluation asked</span>
      }
      @if (!isClosed()) {
        <button
          laurelButton
          look="plain"
          type="button"
          [attr.aria-label]="t('remove') + ' ' + line().title"
          (click)="cart.remove({ id: line().offeringId, title: line().title })"
        >
          {{ t('remove') }}
        </button>
      }
    </div>
  `,
  styleUrl: './claim-line.component.css',
})
export class ClaimLine {
  readonly #time = inject(SessionStore).time;
  readonly line = input.required<CartLine>();
  readonly evaluation = input.required<LineEvaluation | null>();
  /** Whether it is known what is asked. */
  readonly isAsked = input(false);
  /** The claim is closed: nothing is removed, and evaluations are there to be read. */
  readonly isClosed = input(false);

  protected readonly t = inject(Wording).t;
  protected readonly cart = inject(CartStore);
  protected readonly word = computed(() => {
    const form = this.evaluation();
    if (form === null) return '';
    if (this.isClosed()) return 'Read';
    return form.isOptional && form.state === 'to-do' ? 'Optional' : WORDS[form.state];
  });
  /** Its hours: the day stands over it. */
  protected readonly when = computed(() => this.#time().when({ ...this.line(), day: null }));
}
