import { DOCUMENT, inject, Service } from '@angular/core';
import { type NavigationError } from '@angular/router';
import { Snackbar } from '@laurel/ui';

/** A reload is tried once an address; what still does not load then is told. */
const TRIED_KEY = 'laurel:reloaded';

/**
 * When a page's code cannot be fetched: after a new version of the portal the old names are gone and loading the
 * address anew helps; without a network it says so, and the person stays where they are.
 */
@Service()
export class PageLoading {
  readonly #window = inject(DOCUMENT).defaultView;
  readonly #snackbar = inject(Snackbar);

  failed({ error, url }: NavigationError): void {
    const window = this.#window;
    // Browsers reject a dynamic import that cannot be fetched with a TypeError; others are our mistakes.
    if (!(error instanceof TypeError) || !window) throw error;
    if (window.navigator.onLine && window.sessionStorage.getItem(TRIED_KEY) !== url) {
      window.sessionStorage.setItem(TRIED_KEY, url);
      window.location.assign(url);
      return;
    }
    window.sessionStorage.removeItem(TRIED_KEY);
    this.#snackbar.show({ text: 'This page needs the network and could not be loaded. Please try again.' });
  }
}
