import type { Routes } from '@angular/router';

export default [
  {
    path: '',
    pathMatch: 'full',
    title: 'availableCertificates',
    loadComponent: () => import('./certificates.page.js').then((m) => m.CertificatesPage),
  },
  {
    path: ':certificateId',
    title: 'certificate',
    loadComponent: () => import('./certificate.page.js').then((m) => m.CertificatePage),
  },
] satisfies Routes;
