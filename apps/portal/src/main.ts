import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app/app.config.js';
import { App } from './app/app.component.js';

/** When the page has what it needs itself. */
const LATER_MS = 2000;

await bootstrapApplication(App, appConfig);

// Fetches the rest, with which the page opens without a network. Browsers know no workers on addresses without https.
if ('serviceWorker' in navigator) {
  setTimeout(() => {
    navigator.serviceWorker.register('/sw.js').catch((cause: unknown) => {
      // A private window may refuse; the page then needs a network to be opened, as ever.
      console.warn('The portal cannot be kept for offline use here', cause);
    });
  }, LATER_MS);
}
