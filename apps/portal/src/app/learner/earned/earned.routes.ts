import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'claimEarned',
    loadComponent: () => import('./earned.page.js').then((m) => m.EarnedPage),
  },
  {
    path: 'preview',
    title: 'preview',
    loadComponent: () => import('./preview/preview.page.js').then((m) => m.PreviewPage),
  },
] satisfies Routes;
