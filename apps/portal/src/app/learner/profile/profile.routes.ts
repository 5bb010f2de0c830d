import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    title: 'Profile',
    loadComponent: () => import('./profile.page.js').then((m) => m.ProfilePage),
  },
] satisfies Routes;
