import { HttpBackend, provideHttpClient, withInterceptors } from '@angular/common/http';
import { type EnvironmentProviders, type Provider, importProvidersFrom, signal } from '@angular/core';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatIconTestingModule } from '@angular/material/icon/testing';
import { type Routes, provideRouter, withComponentInputBinding } from '@angular/router';
import { isStaff } from '@desk/contracts';
import { APP_KIND, Realtime, Session, type SessionUser } from '@desk/web/core';
import { idempotencyInterceptor } from '../core/http/idempotency';
import { ifMatchInterceptor } from '../core/http/if-match';
import { problemInterceptor } from '../core/http/problem-interceptor';
import { securityInterceptor } from '../core/session/security-interceptor';
import { FakeRealtime } from './fake-realtime';
import { FakeServer } from './fake-server';
import { ANNA } from './people';
import { provideTestStrings } from './strings';

export interface TestDesk {
  app: 'console' | 'portal';
  routes: Routes;
  user?: SessionUser;
}

/** An application around a page: its strings, router and calls are the real ones; server, socket and session are the spec's. */
export function provideTestDesk({ app, routes, user = ANNA }: TestDesk): (Provider | EnvironmentProviders)[] {
  const person = signal<SessionUser | null>(user).asReadonly();
  return [
    provideTestStrings(`apps/${app}`),
    provideRouter(routes, withComponentInputBinding()),
    provideHttpClient(
      withInterceptors([ifMatchInterceptor, idempotencyInterceptor, securityInterceptor, problemInterceptor]),
    ),
    FakeServer,
    { provide: HttpBackend, useExisting: FakeServer },
    importProvidersFrom(MatIconTestingModule),
    { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
    { provide: APP_KIND, useValue: app },
    { provide: Realtime, useClass: FakeRealtime },
    {
      provide: Session,
      useValue: { user: person, isSignedIn: signal(true), isStaff: signal(isStaff(user.role)) },
    },
  ];
}
