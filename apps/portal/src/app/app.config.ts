import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  PreloadAllModules,
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withPreloading,
  withRouterConfig,
} from '@angular/router';
import { routes } from './app.routes.js';
import { PageLoading } from './core/focus/page-loading.js';
import { PageTitle } from './core/focus/page-title.js';
import { SessionStore } from './core/session/session.store.js';
import { TenantStore } from './core/tenant/tenant.store.js';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      // What the learner may need next is fetched while they read, and is there in a dead spot too.
      withPreloading(PreloadAllModules),
      // "Back" that closes a sheet leaves the history as it was.
      withRouterConfig({ canceledNavigationResolution: 'computed' }),
      withNavigationErrorHandler((error) => inject(PageLoading).failed(error)),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideAppInitializer(async () => {
      await Promise.all([inject(TenantStore).load(), inject(SessionStore).resume()]);
    }),
  ],
};
