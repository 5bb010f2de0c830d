import { EnvironmentInjector, inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { withSheets } from './core/focus/sheets-first.guard.js';
import { signedIn, signedOut } from './core/session/signed-in.guard.js';
import { claimIsHome, forBasis, hasItinerary, hasPasswords } from './core/layout/layout.js';

/** Public pages first; everything of the learner stands in the shell behind the sign-in. */
export const routes: Routes = [
  {
    path: 'sign-in',
    title: 'signIn',
    canActivate: [signedOut],
    loadComponent: () => import('./sign-in/sign-in.page.js').then((m) => m.SignInPage),
  },
  {
    path: 'forgotten-password',
    title: 'Forgotten password',
    canMatch: [hasPasswords],
    loadComponent: () => import('./sign-in/forgotten-password.page.js').then((m) => m.ForgottenPasswordPage),
  },
  {
    path: 'reset-password',
    title: 'New password',
    canMatch: [hasPasswords],
    loadComponent: () => import('./sign-in/reset-password.page.js').then((m) => m.ResetPasswordPage),
  },
  { path: 'verify', loadChildren: () => import('./verify/verify.routes.js') },
  { path: 'help', loadChildren: () => import('./learner/help/help.routes.js') },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: () => import('./learner/shell/learner-shell.component.js').then((m) => m.LearnerShell),
    children: withSheets([
      {
        path: '',
        pathMatch: 'full',
        redirectTo: async () => {
          const injector = inject(EnvironmentInjector);
          return (await import('./learner/landing.js')).landing(injector);
        },
      },
      {
        path: 'sessions',
        title: 'browse',
        canActivate: [forBasis('attended')],
        loadComponent: () => import('./learner/sessions/sessions.page.js').then((m) => m.SessionsPage),
      },
      {
        path: 'sessions/:offeringId',
        title: 'Session',
        loadComponent: () =>
          import('./learner/session-detail/session-detail.page.js').then((m) => m.SessionDetailPage),
      },
      {
        path: 'itinerary',
        title: 'itinerary',
        canActivate: [forBasis('attended')],
        canMatch: [hasItinerary],
        loadComponent: () => import('./learner/itinerary/itinerary.page.js').then((m) => m.ItineraryPage),
      },
      {
        path: 'cart',
        title: 'claimTitle',
        canActivate: [forBasis('attended')],
        canMatch: [claimIsHome],
        loadComponent: () => import('./learner/claim-home/claim-home.page.js').then((m) => m.ClaimHomePage),
      },
      {
        path: 'cart',
        title: 'myCart',
        canActivate: [forBasis('attended')],
        loadComponent: () => import('./learner/cart/cart.page.js').then((m) => m.CartPage),
      },
      { path: 'evaluation', loadChildren: () => import('./learner/evaluation/evaluation.routes.js') },
      {
        path: 'credits',
        canActivate: [forBasis('earned')],
        loadChildren: () => import('./learner/earned/earned.routes.js'),
      },
      {
        path: 'claims',
        canActivate: [forBasis('earned')],
        loadChildren: () => import('./learner/claimed/claimed.routes.js'),
      },
      {
        path: 'review',
        canActivate: [forBasis('attended')],
        loadChildren: () => import('./learner/review/review.routes.js'),
      },
      { path: 'certificates', loadChildren: () => import('./learner/certificates/certificates.routes.js') },
      { path: 'profile', loadChildren: () => import('./learner/profile/profile.routes.js') },
    ]),
  },
  {
    path: '**',
    title: 'Page not found',
    loadComponent: () => import('./not-found/not-found.page.js').then((m) => m.NotFoundPage),
  },
];
