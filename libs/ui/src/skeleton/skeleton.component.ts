import { Component, input } from '@angular/core';

/** A grey shape of what comes: give the size of the thing it stands for. Put `aria-busy` on the region. */
@Component({
  selector: 'laurel-skeleton',
  template: '',
  styles: `
    :host {
      display: block;
      border-radius: var(--radius-small);
      background: linear-gradient(
          100deg,
          var(--surface-sunken) 40%,
          var(--line) 50%,
          var(--surface-sunken) 60%
        )
        0 0 / 300% 100%;
      animation: sweep 1.6s linear infinite;
    }
    @keyframes sweep {
      from {
        background-position: 100% 0;
      }
      to {
        background-position: -50% 0;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      :host {
        animation: none;
        background: var(--surface-sunken);
      }
    }
  `,
  host: { 'aria-hidden': 'true', '[style.inline-size]': 'width()', '[style.block-size]': 'height()' },
})
export class Skeleton {
  readonly width = input('100%');
  readonly height = input('1rem');
}
