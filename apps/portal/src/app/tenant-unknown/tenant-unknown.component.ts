import { Component, DOCUMENT, inject, input } from '@angular/core';
import { Button, LaurelMark } from '@laurel/ui';

/** Nobody's address, or a server that is away: says which, and what to do. Laurel's own look. */
@Component({
  selector: 'laurel-tenant-unknown',
  imports: [Button, LaurelMark],
  template: `
    <main>
      <laurel-mark />
      @if (isAway()) {
        <h1>We cannot be reached right now</h1>
        <p role="status">
          Your connection or our server is away for a moment.
          @if (goesOn()) {
            What you have entered is kept on this device. Leave this page open: it goes on by itself as soon
            as you are back, and saves what is not saved yet.
          } @else {
            What you have entered before is kept. Try again in a minute.
          }
        </p>
        <button laurelButton look="primary" type="button" (click)="reload()">Try again</button>
      } @else {
        <h1>No society lives at this address</h1>
        <p>
          Check the address in your society’s e-mail or on your badge: it starts with the society’s name, such
          as
          <em>your-society.{{ domain }}</em
          >. If it looks right, your society can help you.
        </p>
      }
    </main>
  `,
  styles: `
    main {
      --mark-size: 5rem;
      display: grid;
      align-content: center;
      justify-items: center;
      gap: var(--space-2);
      min-block-size: 100dvh;
      padding: var(--space-3);
      text-align: center;
    }
    p {
      max-inline-size: 30rem;
      color: var(--ink-soft);
    }
  `,
})
export class TenantUnknown {
  readonly isAway = input(false);
  /** The page waits for the server by itself. */
  readonly goesOn = input(false);
  readonly #location = inject(DOCUMENT).location;
  protected readonly domain = this.#location.host.replace(/^[^.]+\.(?=[^.]*[a-z])/i, '');

  protected reload(): void {
    this.#location.reload();
  }
}
