import { afterNextRender, DOCUMENT, inject, Injector, Service } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { Snackbar } from '@laurel/ui';
import { filter, map, pairwise } from 'rxjs';

/**
 * After going to another page the focus stands on its heading, so that a screen reader says where it is, and what was
 * said of the page before is gone.
 */
@Service()
export class PageFocus {
  readonly #document = inject(DOCUMENT);
  readonly #injector = inject(Injector);
  readonly #snackbar = inject(Snackbar);

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => event.urlAfterRedirects.split(/[?#]/)[0]),
        pairwise(),
        filter(([before, after]) => before !== after),
      )
      .subscribe(() => {
        this.#snackbar.pageChanged();
        afterNextRender({ read: () => this.#focusHeading() }, { injector: this.#injector });
      });
  }

  #focusHeading(): void {
    const heading = this.#document.querySelector<HTMLElement>('main h1');
    heading?.focus({ preventScroll: true });
  }
}
