import { type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { Problem } from '../http/problem';
import { STEP_UP } from './step-up';

export const SECURITY_PATH = '/accounts/security';

/**
 * What the server wants of a person before it does what they asked: that they prove who they are once more, after which
 * the request is repeated, or that they set up a second factor, for which they are led to its page.
 */
export const securityInterceptor: HttpInterceptorFn = (request, next) => {
  const stepUp = inject(STEP_UP);
  const router = inject(Router);
  return next(request).pipe(
    catchError((error: unknown) => {
      if (!(error instanceof Problem)) return throwError(() => error);
      if (error.code === 'mfa_required' && !router.url.startsWith(SECURITY_PATH)) {
        void router.navigateByUrl(SECURITY_PATH);
      }
      if (error.code !== 'step_up_required') return throwError(() => error);
      return from(stepUp()).pipe(switchMap((proved) => (proved ? next(request) : throwError(() => error))));
    }),
  );
};
