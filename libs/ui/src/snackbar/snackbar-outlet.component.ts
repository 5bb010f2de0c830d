import { Component, inject } from '@angular/core';
import { Snackbar } from './snackbar.js';

/** Stands once, at the root; announced politely to screen readers. */
@Component({
  selector: 'laurel-snackbar-outlet',
  template: `
    <div class="live" role="status" aria-live="polite">
      @if (snackbar.message(); as message) {
        <div
          class="bar"
          (pointerenter)="snackbar.pause()"
          (pointerleave)="snackbar.resume()"
          (focusin)="snackbar.pause()"
          (focusout)="snackbar.resume()"
        >
          <span class="text">{{ message.text }}</span>
          @if (message.action; as action) {
            <button type="button" (click)="snackbar.act()">{{ action.label }}</button>
          }
        </div>
      }
    </div>
  `,
  styles: `
    .live {
      position: fixed;
      z-index: 40;
      inset-inline: var(--space-2);
      inset-block-end: calc(var(--snackbar-lift, 1rem) + env(safe-area-inset-bottom));
      display: grid;
      justify-items: center;
      pointer-events: none;
    }
    .bar {
      display: flex;
      align-items: center;
      gap: var(--space-1);
      min-block-size: 3rem;
      max-inline-size: 34rem;
      padding: 0.25rem 0.5rem 0.25rem 1.25rem;
      border-radius: var(--radius);
      background: light-dark(oklch(0.27 0.016 var(--hue)), oklch(0.93 0.005 var(--hue)));
      color: light-dark(#ffffff, #14171c);
      font-size: var(--size-small);
      box-shadow: var(--shadow-raised);
      pointer-events: auto;
      animation: rise var(--calm) var(--ease);
    }
    .text {
      flex: 1;
      padding-block: 0.5rem;
    }
    button {
      min-block-size: var(--touch);
      padding-inline: 1rem;
      border: 0;
      border-radius: var(--radius-round);
      background: transparent;
      font-weight: var(--weight-strong);
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    button:focus-visible {
      outline-color: currentColor;
    }
    @keyframes rise {
      from {
        opacity: 0;
        transform: translateY(0.5rem);
      }
    }
    @media print {
      .live {
        display: none;
      }
    }
  `,
})
export class SnackbarOutlet {
  protected readonly snackbar = inject(Snackbar);
}
