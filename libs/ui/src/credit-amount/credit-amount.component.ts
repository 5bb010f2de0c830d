import { Component, computed, input } from '@angular/core';
import { formatCredits, isAmaPhrase } from '../format/credit-format.js';

/** The hero number: credits large and tabular, their unit smaller beside or under it. Amount in decimal credits. */
@Component({
  selector: 'laurel-credit-amount',
  template: `<span class="amount">{{ text() }}</span
    >&ngsp;<span class="unit" [class.is-italic]="isItalic()">{{ unit() }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: baseline;
      column-gap: 0.35em;
      font-variant-numeric: tabular-nums lining-nums;
      line-height: 1.1;
    }
    .amount {
      font-weight: var(--weight-strong);
      letter-spacing: -0.01em;
    }
    .unit {
      font-size: var(--size-caption);
      color: var(--credit-unit, var(--ink-soft));
      line-height: 1.25;
    }
    .is-italic {
      font-style: italic;
    }
    :host(.is-hero) .amount {
      font-size: var(--size-hero);
      letter-spacing: -0.025em;
      line-height: 1;
    }
    :host(.is-hero) .unit {
      font-size: var(--size-small);
    }
    :host(.is-title) .amount {
      font-size: var(--size-title);
    }
  `,
  host: { '[class.is-hero]': "size() === 'hero'", '[class.is-title]': "size() === 'title'" },
})
export class CreditAmount {
  readonly amount = input.required<number>();
  readonly unit = input('');
  readonly size = input<'body' | 'title' | 'hero'>('body');
  protected readonly text = computed(() => formatCredits(this.amount()));
  protected readonly isItalic = computed(() => isAmaPhrase(this.unit()));
}
