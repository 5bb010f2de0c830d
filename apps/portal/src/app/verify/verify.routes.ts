import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'Verify a certificate',
    loadComponent: () => import('./verify.page.js').then((m) => m.VerifyPage),
  },
  {
    path: ':code',
    title: 'Verify a certificate',
    loadComponent: () => import('./verification.page.js').then((m) => m.VerificationPage),
  },
] satisfies Routes;
