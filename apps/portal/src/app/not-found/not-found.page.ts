import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, LaurelMark } from '@laurel/ui';

@Component({
  selector: 'laurel-not-found-page',
  imports: [Button, LaurelMark, RouterLink],
  template: `
    <main>
      <laurel-mark />
      <h1 tabindex="-1">This page is not here</h1>
      <p>
        The address may be mistyped, or the page has moved. Your sessions and everything you saved are safe.
      </p>
      <a laurelButton look="primary" routerLink="/">Go to the first page</a>
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
export class NotFoundPage {}
