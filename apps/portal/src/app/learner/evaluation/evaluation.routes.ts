import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'evaluation',
    loadComponent: () => import('./evaluations.page.js').then((m) => m.EvaluationsPage),
  },
  {
    path: ':formKey',
    title: 'evaluation',
    loadComponent: () => import('./evaluation.page.js').then((m) => m.EvaluationPage),
  },
] satisfies Routes;
