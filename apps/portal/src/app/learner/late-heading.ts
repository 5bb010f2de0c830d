import { afterNextRender, DOCUMENT, effect, inject, Injector } from '@angular/core';

/**
 * For pages whose heading comes only with their data: after navigating there the focus stands nowhere, and is put on
 * the heading as soon as there is one. Somebody who has gone on to something else meanwhile is left alone.
 */
export function focusLateHeading(isShown: () => boolean): void {
  const document = inject(DOCUMENT);
  const injector = inject(Injector);
  const waiting = effect(() => {
    if (!isShown()) return;
    waiting.destroy();
    afterNextRender(
      {
        read: () => {
          if (document.activeElement !== null && document.activeElement !== document.body) return;
          document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
        },
      },
      { injector },
    );
  });
}
