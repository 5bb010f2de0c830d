import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    title: 'Review and submit',
    loadComponent: () => import('./review.page.js').then((m) => m.ReviewPage),
  },
] satisfies Routes;
