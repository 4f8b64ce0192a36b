import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  type Routes,
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
} from '@angular/router';
import { APP_KIND, type AppKind } from './address/app-kind';
import { basePathInterceptor } from './http/base-path-interceptor';
import { idempotencyInterceptor } from './http/idempotency';
import { ifMatchInterceptor } from './http/if-match';
import { problemInterceptor } from './http/problem-interceptor';
import { PageTitle } from './i18n/page-title';
import { provideStrings } from './i18n/provide-strings';
import { type StringsByLanguage } from './i18n/strings';
import { Preferences } from './preferences/preferences';
import { authInterceptor } from './session/auth-interceptor';
import { securityInterceptor } from './session/security-interceptor';
import { Session } from './session/session';

export interface WebOptions {
  app: AppKind;
  routes: Routes;
  strings: readonly StringsByLanguage[];
}

/** Everything that both applications need before their first page. */
export function provideWeb({ app, routes, strings }: WebOptions): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    { provide: APP_KIND, useValue: app },
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
    ),
    { provide: TitleStrategy, useExisting: PageTitle },
    // Outermost first: callers see problems, the session sees the raw answer.
    provideHttpClient(
      withInterceptors([
        basePathInterceptor,
        ifMatchInterceptor,
        idempotencyInterceptor,
        securityInterceptor,
        problemInterceptor,
        authInterceptor,
      ]),
    ),
    provideStrings(strings),
    provideAppInitializer(() => {
      inject(Preferences);
      // Not awaited: the guards wait for `ready`, and the page says so when the server does not answer.
      void inject(Session).start();
    }),
  ]);
}
