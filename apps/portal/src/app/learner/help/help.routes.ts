import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    title: 'Help',
    loadComponent: () => import('./help.page.js').then((m) => m.HelpPage),
  },
] satisfies Routes;
