import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'Evaluation',
    loadComponent: () => import('./evaluations.page.js').then((m) => m.EvaluationsPage),
  },
  {
    path: ':formKey',
    title: 'Evaluation',
    loadComponent: () => import('./evaluation.page.js').then((m) => m.EvaluationPage),
  },
] satisfies Routes;
