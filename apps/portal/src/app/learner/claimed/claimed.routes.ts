import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'claimed',
    loadComponent: () => import('./claimed.page.js').then((m) => m.ClaimedPage),
  },
  {
    path: ':claimId',
    title: 'certificate',
    loadComponent: () => import('./claim.page.js').then((m) => m.ClaimPage),
  },
] satisfies Routes;
