import { DestroyRef, DOCUMENT, inject } from '@angular/core';

/** Coming back makes a window visible and focused at once. */
const ONCE_MS = 3000;

/** Runs when the person comes back to this window from another one, in which something may have been changed. */
export function whenBack(run: () => void): void {
  const document = inject(DOCUMENT);
  let last = 0;
  const look = () => {
    if (document.visibilityState !== 'visible' || Date.now() - last < ONCE_MS) return;
    last = Date.now();
    run();
  };
  document.addEventListener('visibilitychange', look);
  document.defaultView?.addEventListener('focus', look);
  inject(DestroyRef).onDestroy(() => {
    document.removeEventListener('visibilitychange', look);
    document.defaultView?.removeEventListener('focus', look);
  });
}
