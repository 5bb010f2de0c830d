import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { SessionStore } from './session.store.js';

/** Sends people who are not signed in to the sign-in, and back to where they were going afterwards. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(SessionStore);
  const router = inject(Router);
  await session.known();
  return (
    session.isSignedIn() ||
    router.createUrlTree(['/sign-in'], { queryParams: state.url === '/' ? {} : { next: state.url } })
  );
};

/** The sign-in page is only for people who are not signed in. */
export const signedOut: CanActivateFn = async () => {
  const session = inject(SessionStore);
  const router = inject(Router);
  await session.known();
  return !session.isSignedIn() || router.createUrlTree(['/']);
};
