import { inject } from '@angular/core';
import { type CanDeactivateFn, Router, type Route } from '@angular/router';
import { OpenSheets } from '@laurel/ui';

/** "Back" on a phone closes the sheet over the page before it leaves the page. */
const sheetsFirst: CanDeactivateFn<unknown> = () =>
  inject(Router).currentNavigation()?.trigger !== 'popstate' || !inject(OpenSheets).closeTopmost();

/** Pages with that manner. */
export const withSheets = (routes: readonly Route[]): Route[] =>
  routes.map((route) =>
    route.redirectTo === undefined ? { ...route, canDeactivate: [sheetsFirst] } : route,
  );
