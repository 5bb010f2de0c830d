import { Component, computed, inject, input } from '@angular/core';
import { formatCredits, Icon } from '@laurel/ui';
import { SessionStore } from '../../core/session/session.store.js';

/** That credit ends soon: on which day, or, where it is part of more, how much of it. */
@Component({
  selector: 'laurel-expires-soon',
  imports: [Icon],
  template: `
    <laurel-icon name="clock" />
    <span>{{ words() }}</span>
  `,
  styles: `
    :host {
      --icon-size: 1rem;
      display: inline-flex;
      align-items: center;
      gap: 0.35rem;
      justify-self: start;
      margin-block-start: 0.2rem;
      padding: 0.15rem 0.6rem;
      border-radius: var(--radius-small);
      background: var(--warn-soft);
      color: var(--on-warn-soft);
      font-size: var(--size-caption);
      font-weight: var(--weight-medium);
    }
  `,
})
export class ExpiresSoon {
  /** An ISO instant. */
  readonly until = input.required<string>();
  /** Credits; null where all of it ends. */
  readonly amount = input<number | null>(null);

  protected readonly time = inject(SessionStore).time;
  protected readonly words = computed(() => {
    const [amount, until, time] = [this.amount(), this.until(), this.time()];
    return amount === null
      ? `Expires ${time.left(until)} · ${time.date(until)}`
      : `${formatCredits(amount)} expires ${time.left(until)}`;
  });
}
