import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { SessionStore } from './session.store.js';

/** Sends people who are not signed in to the sign-in, and back to where they were going afterwards. */
export const signedIn: CanActivateFn = (_route, state) =>
  inject(SessionStore).isSignedIn() ||
  inject(Router).createUrlTree(['/sign-in'], { queryParams: state.url === '/' ? {} : { next: state.url } });

/** The sign-in page is only for people who are not signed in. */
export const signedOut: CanActivateFn = () =>
  !inject(SessionStore).isSignedIn() || inject(Router).createUrlTree(['/']);
